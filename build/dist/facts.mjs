import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureElectron } from '../setup/electron.mjs';
import { modules, root } from '../setup/paths.mjs';
import { SetupError } from '../setup/say.mjs';
import { codeSigning } from './authenticode.mjs';
import { processorOf } from './processor.mjs';
import { releaseKeys } from './signing.mjs';

/** The name of everything that is installed: folders, packages, the command. */
export const PRODUCT = 'jianbao';

const HOST = { linux: 'linux', win32: 'win', darwin: 'mac' }[process.platform];

/** What is built, from what and how it is called; the release's conditions are checked here, before anything is made. */
export async function gatherFacts({ target, arch, release, version, debuggable }) {
  const electron = await electronFor(target, arch);
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const commit = git('rev-parse', 'HEAD');
  const facts = {
    product: PRODUCT, version: version ?? manifest.version, commit, clean: git('status', '--porcelain', '--untracked-files=no') === '',
    epoch: Number(process.env.SOURCE_DATE_EPOCH ?? git('log', '-1', '--format=%ct')),
    target, arch, electron, chromium: chromiumOf(electron, target, arch), sqlite: sqliteVersion(),
    development: !electron.official, debuggable, keys: releaseKeys(), codesign: target === 'win' ? codeSigning() : null,
  };
  if (release) refuseUnlessReleasable(facts, manifest);
  const signed = facts.keys !== null && (target !== 'win' || facts.codesign !== null);
  return { ...facts, time: new Date(facts.epoch * 1000).toISOString(), signed, ...namesOf({ ...facts, signed }) };
}

/** The name in file names says what a package is not: `-dev`, `-unsigned`. */
function namesOf({ development, debuggable, version, target, arch, signed }) {
  const name = `${PRODUCT}${development ? '-dev' : ''}${debuggable ? '-debuggable' : ''}`;
  return { name, stem: `${name}-${version}-${target}-${arch}${signed ? '' : '-unsigned'}` };
}

function refuseUnlessReleasable({ electron, development, clean, keys, chromium, target, codesign }, manifest) {
  const pinned = manifest.devDependencies.electron;
  if (development) throw new SetupError(`正式包要用官方的 Electron ${pinned}，这里是开发用的 ${electron.version}。把官方压缩包解开，用 JIANBAO_DIST_ELECTRON 指明文件夹，并设 JIANBAO_DIST_OFFICIAL=1。`);
  if (electron.version !== pinned) throw new SetupError(`正式包要用 Electron ${pinned}，给的是 ${electron.version}。`);
  if (target === 'win' && codesign === null) throw new SetupError('没有代码签名的证书。用 JIANBAO_CODESIGN_CERTS 指明证书链，用 JIANBAO_CODESIGN_MODULE 和 JIANBAO_CODESIGN_URI 指明密码钥匙。');
  if (target === 'win' && codesign.timestamp === null) throw new SetupError('没有时间戳服务，证书一到期，装好的程序就不再可信。用 JIANBAO_CODESIGN_TIMESTAMP 写明它的地址（RFC 3161）。');
  if (!clean) throw new SetupError('工作区有没提交的改动，正式包只从提交打。');
  if (keys === null) throw new SetupError('没有发布密钥。用 JIANBAO_SIGN_KEY 指明 Ed25519 私钥文件（PEM），打出的包才有签名。');
  if (chromium === 'unknown') throw new SetupError('不知道这个 Electron 里的 Chromium 版本。用 JIANBAO_CHROMIUM_VERSION 写明。');
}

/** The unpacked Electron for a target: the one named, or for this machine the one that is used here. */
async function electronFor(target, arch) {
  const named = process.env.JIANBAO_DIST_ELECTRON;
  if (!named && target === HOST && arch === process.arch) return ensureElectron();
  if (!named) throw new SetupError(`这台机器上没有 ${target}-${arch} 的 Electron。把它的压缩包解开，用 JIANBAO_DIST_ELECTRON 指明文件夹。`);
  const executable = path.join(named, target === 'win' ? 'electron.exe' : 'electron');
  if (!fs.existsSync(executable)) throw new SetupError(`${named} 里没有 ${target} 的 Electron。`);
  if (processorOf(executable) !== arch) throw new SetupError(`${named} 里的 Electron 不是给 ${arch} 的。`);
  const version = fs.readFileSync(path.join(named, 'version'), 'utf8').trim().replace(/^v/, '');
  return { folder: named, executable, version, official: process.env.JIANBAO_DIST_OFFICIAL === '1' };
}

function chromiumOf(electron, target, arch) {
  if (process.env.JIANBAO_CHROMIUM_VERSION) return process.env.JIANBAO_CHROMIUM_VERSION;
  if (target !== HOST || arch !== process.arch) return 'unknown';
  try {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    return execFileSync(electron.executable, ['-p', 'process.versions.chrome'], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}

function sqliteVersion() {
  const source = fs.readFileSync(path.join(modules, 'better-sqlite3', 'deps', 'sqlite3', 'sqlite3.h'), 'utf8');
  return /#define SQLITE_VERSION\s+"([\d.]+)"/.exec(source)[1];
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}
