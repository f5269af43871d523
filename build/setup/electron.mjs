// Which Electron to run. Order: the one named by ELECTRON_OVERRIDE_DIST_PATH; the official binary of the
// `electron` package, downloaded by its own installer; on linux-x64 the one another registry package carries.
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder, manifestOf, modules, projectNode } from './paths.mjs';
import { registryElectron } from './registryElectron.mjs';
import { ownEnvironment, succeeds } from './run.mjs';
import { SetupError, say } from './say.mjs';

const DAY = 24 * 3600 * 1000;
const PATIENCE = 5 * 60 * 1000;

/** Finds or fetches an Electron: `{ folder, executable, version, official }`. */
export async function ensureElectron() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return describe(named, false);
  const official = path.join(modules, 'electron', 'dist');
  if (officialPresent(official) || download()) return describe(official, true);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError('Electron 下载不了。请检查网络后重试；也可设置 ELECTRON_MIRROR 指定下载镜像。');
  }
  return describe(await registryElectron(), false);
}

function describe(folder, official) {
  const program = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';
  const executable = path.join(folder, program);
  if (!fs.existsSync(executable)) throw new SetupError(`${folder} 里没有 Electron。`);
  const version = fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return { folder, executable, version, official };
}

function officialPresent(folder) {
  try {
    return fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '') === manifestOf('electron').version;
  } catch {
    return false;
  }
}

function download() {
  const mark = path.join(cacheFolder(), `electron-${manifestOf('electron').version}-unreachable`);
  if (fs.existsSync(mark) && Date.now() - fs.statSync(mark).mtimeMs < DAY) return false;
  say(`正在下载 Electron ${manifestOf('electron').version}（约 120 MB，最多等五分钟）……`);
  const installer = path.join(modules, 'electron', 'install.js');
  if (succeeds(projectNode, [installer], { timeout: PATIENCE, killSignal: 'SIGKILL', env: ownEnvironment() })) return true;
  fs.writeFileSync(mark, '');
  say('官方下载地址连不上；一天之内不再尝试。');
  return false;
}
