import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownEnvironment, runQuietly } from '../../setup/run.mjs';
import { root } from '../../setup/paths.mjs';
import { SetupError } from '../../setup/say.mjs';
import { onPath } from '../../setup/system.mjs';
import { signWindows } from '../authenticode.mjs';
import { filesUnder } from '../files.mjs';
import { sha256Of } from '../manifest.mjs';
import { guidOf } from './identity.mjs';
import { sourceOf } from './source.mjs';
import { setSummary } from './summary.mjs';
import { wordsFor } from './words.mjs';

const TEMPLATE = { x64: 'x64;2052', arm64: 'Arm64;2052' };
/** The two programs say “critical” and go on; so that they stop instead, and say it in one language. */
const OWN = { LC_ALL: 'C.UTF-8', TZ: 'UTC', G_DEBUG: 'fatal-criticals' };

/** Writes an MSI of an installed folder, per machine, with wixl and msibuild; the same commit gives the same bytes. */
export function writeMsi(facts, tree, { out }) {
  for (const program of ['wixl', 'msibuild']) if (!onPath(program)) throw new SetupError(`这里没有 ${program}。请先安装 wixl 和 msitools，或用 --only 略过 msi。`);
  const work = fs.mkdtempSync(path.join(out, 'making-'));
  const file = path.join(out, `${facts.stem}.msi`);
  try {
    build(facts, tree, work);
    fs.copyFileSync(path.join(work, 'package.msi'), file);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  signWindows(facts, file);
  return file;
}

function build(facts, tree, work) {
  const content = contentOf(tree);
  const guard = facts.arch === 'x64' ? compileGuard(facts, work) : null;
  const productCode = guidOf(`product ${facts.stem} ${content}`);
  const sourceWith = (icon, library) => sourceOf(facts, tree, { productCode, icon, guard: library });
  const words = wordsFor(facts, tree);
  const near = (file) => path.relative(tree, file);
  fs.writeFileSync(path.join(work, 'package.wxs'), sourceWith(near(path.join(root, 'build', 'icons', 'icon.ico')), guard && near(guard)));
  setTimes(tree, facts.epoch);
  const msi = path.join(work, 'package.msi');
  runQuietly('做 MSI', 'wixl', ['-a', 'x64', '-o', msi, path.join(work, 'package.wxs')], { cwd: tree, env: ownEnvironment(OWN) });
  fs.writeFileSync(path.join(work, 'codepage.idt'), '\r\n\r\n936\t_ForceCodepage\r\n');
  msibuild(msi, '-i', path.join(work, 'codepage.idt'));
  for (let at = 0; at < words.length; at += 50) msibuild(msi, '-q', ...words.slice(at, at + 50));
  const code = `{${guidOf(`package ${sourceWith('', guard && sha256Of(guard))} ${words.join()} ${content}`)}}`;
  setSummary(msi, { template: TEMPLATE[facts.arch], code, epoch: facts.epoch });
}

const msibuild = (file, ...words) => runQuietly('写 MSI 的表', 'msibuild', [file, ...words], { env: ownEnvironment(OWN) });

/** One digest of every path and its content. */
function contentOf(tree) {
  const hash = createHash('sha256');
  for (const file of filesUnder(tree)) hash.update(`${file} ${sha256Of(path.join(tree, file))}\n`);
  return hash.digest('hex');
}

/** The guard is a library for x64 alone: on arm64 Windows' own restart manager stands in for it. */
function compileGuard(facts, work) {
  if (!onPath('x86_64-w64-mingw32-gcc')) throw new SetupError('这里没有 x86_64-w64-mingw32-gcc。请先安装 gcc-mingw-w64-x86-64-win32，或用 --only 略过 msi。');
  const file = path.join(work, 'guard.dll');
  const source = path.join(path.dirname(fileURLToPath(import.meta.url)), 'guard.c');
  runQuietly('编译 MSI 的检查', 'x86_64-w64-mingw32-gcc', ['-shared', '-Os', '-s', '-static', '-Wall', '-Werror', '-Wl,--no-insert-timestamp,--image-base=0x180000000', '-o', file, source, '-lmsi'], { env: ownEnvironment(OWN) });
  signWindows(facts, file);
  return file;
}

/** The cabinet keeps each file's time. */
function setTimes(folder, epoch) {
  for (const name of filesUnder(folder)) fs.utimesSync(path.join(folder, name), epoch, epoch);
}
