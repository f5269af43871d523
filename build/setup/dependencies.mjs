import fs from 'node:fs';
import path from 'node:path';
import { modules, projectNode, root } from './paths.mjs';
import { ownEnvironment, runQuietly } from './run.mjs';
import { say } from './say.mjs';

/** Installs the packages of package-lock.json unless exactly those are there. Of their install scripts only that of `node` runs. */
export function ensureDependencies() {
  if (installed()) return;
  say('正在安装依赖包（首次约一两分钟）……');
  const env = ownEnvironment({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1' });
  runQuietly('安装依赖包', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { env });
  runQuietly('安装 Node', 'npm', ['rebuild', 'node'], { env });
  say('依赖包已装好。');
}

function installed() {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(modules, '.package-lock.json'));
  if (wanted === null || present === null || !fs.existsSync(projectNode)) return false;
  return Object.entries(wanted).every(([place, entry]) => place === '' || fits(entry, present[place]));
}

function fits(entry, found) {
  if (found === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
  return found.version === entry.version && found.integrity === entry.integrity;
}

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
