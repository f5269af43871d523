import fs from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { Arch, Platform, build } from 'electron-builder';
import { root } from '../setup/paths.mjs';
import { signFolder } from './authenticode.mjs';
import { inAsar, inTree, refuseOthers } from './allowed.mjs';
import { FUSES, checkFuses } from './fuses.mjs';
import { copyFile, filesUnder, setModes } from './files.mjs';
import { launcher } from './launcher.mjs';
import { stageApplication } from './stage.mjs';
import { addWindowsLauncher } from './windowsLauncher.mjs';

/** What an unpacked Electron brings that an application does not need; gone before the digests of archives are written into the program. */
const LEFT_OUT = ['version', 'resources/default_app.asar'];
const ICONS = ['16', '32', '48', '64', '128', '256', '512'];

/** Makes the installed folder of a target under `work` and gives its path: Electron with its fuses set, app.asar, documents. No package yet. */
export async function makeTree(facts, work) {
  const stage = path.join(work, 'stage');
  stageApplication(facts, stage);
  await runBuilder(facts, stage, path.join(work, 'built'));
  const tree = path.join(work, facts.product);
  const made = fs.readdirSync(path.join(work, 'built')).find((name) => name.endsWith('unpacked'));
  fs.renameSync(path.join(work, 'built', made), tree);
  addDocuments(facts, tree);
  if (facts.target === 'win') finishWindows(facts, tree);
  setModes(tree);
  await checkFuses(path.join(tree, facts.target === 'win' ? 'jianbao.exe' : 'jianbao'));
  refuseOthers(asarFiles(tree), (file) => inAsar(file, facts), 'app.asar');
  refuseOthers(filesUnder(tree), (file) => inTree(file, facts), '安装文件夹');
  return tree;
}

/** The files in a tree's app.asar. */
export function asarFiles(tree) {
  const archive = path.join(tree, 'resources', 'app.asar');
  const listed = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1));
  const folders = new Set(listed.flatMap((name) => name.split('/').slice(0, -1).map((_, at, parts) => parts.slice(0, at + 1).join('/'))));
  return listed.filter((name) => !folders.has(name));
}

async function runBuilder(facts, stage, output) {
  const { target, arch, electron } = facts;
  const config = {
    appId: 'cn.jianbao.desktop', productName: '检报', executableName: facts.product, copyright: '', publish: null,
    electronVersion: electron.version, electronDist: electron.folder, npmRebuild: false, nodeGypRebuild: false,
    files: ['**/*'], asar: { smartUnpack: false }, asarUnpack: ['**/*.node'], electronLanguages: ['zh-CN', 'en-US'], electronFuses: FUSES,
    directories: { output, buildResources: path.join(root, 'build', 'icons') }, afterExtract: leaveOut,
    linux: { target: 'dir', executableName: facts.product, category: 'Office' },
    win: { target: 'dir', executableName: facts.product, icon: path.join(root, 'build', 'icons', 'icon.ico'), signExecutable: false },
  };
  const platform = target === 'win' ? Platform.WINDOWS : Platform.LINUX;
  await build({ projectDir: stage, targets: platform.createTarget('dir', Arch[arch]), config });
}

function leaveOut({ appOutDir }) {
  for (const name of LEFT_OUT) fs.rmSync(path.join(appOutDir, name), { force: true });
}

function addDocuments(facts, tree) {
  const { version, commit, time, electron, development, signed } = facts;
  const lines = { version, commit, time, electron: electron.version, development: development ? 'yes' : 'no', signed: signed ? 'yes' : 'no' };
  fs.writeFileSync(path.join(tree, 'VERSION'), Object.entries(lines).map(([name, value]) => `${name}=${value}\n`).join(''));
  for (const folder of ['manual', 'admin']) {
    const from = path.join(root, 'docs', folder);
    if (fs.existsSync(from)) for (const name of filesUnder(from).filter((file) => /\.(md|admx|adml)$/.test(file))) copyFile(path.join(from, name), path.join(tree, 'doc', folder, name));
  }
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
    if (!fs.existsSync(path.join(tree, name))) copyFile(path.join(electron.folder, name), path.join(tree, name));
  }
  if (facts.target === 'linux') addLinuxFiles(tree);
}

function addLinuxFiles(tree) {
  fs.writeFileSync(path.join(tree, 'jianbao.sh'), launcher(), { mode: 0o755 });
  for (const size of ICONS) copyFile(path.join(root, 'build', 'icons', `${size}.png`), path.join(tree, 'icons', `${size}.png`));
}

/** Signed last of all: after the resources and the fuses, before the list of files takes its digests. */
function finishWindows(facts, tree) {
  addWindowsLauncher(facts, tree);
  signFolder(facts, tree);
}
