import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { SetupError } from '../setup/say.mjs';
import { copyFile } from './files.mjs';

const TOOLS = 'x86_64-w64-mingw32';
/** Nothing but the source decides the bytes: no time, no names, no library of the compiler's. */
const FLAGS = ['-Os', '-s', '-Wall', '-Wextra', '-Werror', '-ffreestanding', '-fno-ident', '-nostdlib', '-Wl,-e,entry', '-Wl,--subsystem,console', '-Wl,--no-insert-timestamp'];

/** Compiles the console launcher into the tree. There is one, for x64; Windows on arm64 runs it all the same. */
export function addWindowsLauncher(facts, tree) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'jianbao-launcher-'));
  try {
    copyFile(path.join(root, 'build', 'dist', 'launcher', 'jianbao-cli.c'), path.join(work, 'jianbao-cli.c'));
    copyFile(path.join(root, 'build', 'icons', 'icon.ico'), path.join(work, 'icon.ico'));
    fs.writeFileSync(path.join(work, 'jianbao-cli.rc'), versionResource(facts));
    run(work, 'windres', ['--codepage=65001', 'jianbao-cli.rc', 'resource.o']);
    run(work, 'gcc', [...FLAGS, '-o', 'jianbao-cli.exe', 'jianbao-cli.c', 'resource.o', '-lkernel32']);
    copyFile(path.join(work, 'jianbao-cli.exe'), path.join(tree, 'jianbao-cli.exe'));
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function run(folder, tool, words) {
  const done = spawnSync(`${TOOLS}-${tool}`, words, { cwd: folder, encoding: 'utf8' });
  if (done.error) throw new SetupError('这里没有编译 Windows 程序的工具。请先安装（Debian：apt-get install gcc-mingw-w64-x86-64-win32 mingw-w64-x86-64-dev）。');
  if (done.status !== 0) throw new SetupError(`jianbao-cli.exe 没有编译成：\n${done.stderr.trim()}`);
}

function versionResource({ version }) {
  const numbers = `${version.replaceAll('.', ',')},0`;
  const strings = { CompanyName: '检报', FileDescription: '检报命令行', FileVersion: version, InternalName: 'jianbao-cli', OriginalFilename: 'jianbao-cli.exe', ProductName: '检报', ProductVersion: version };
  const values = Object.entries(strings).map(([name, value]) => `VALUE "${name}", "${value}"`).join('\n');
  return `1 ICON "icon.ico"
1 VERSIONINFO
FILEVERSION ${numbers}
PRODUCTVERSION ${numbers}
FILEOS 0x40004
FILETYPE 0x1
BEGIN
BLOCK "StringFileInfo" BEGIN BLOCK "080404b0" BEGIN
${values}
END END
BLOCK "VarFileInfo" BEGIN VALUE "Translation", 0x804, 1200 END
END
`;
}
