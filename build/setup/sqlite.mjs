// The SQLite module's own binary needs Electron 35 or newer. For an older one it is compiled once into the cache
// and handed over by the environment variable JIANBAO_SQLITE_BINDING; the installed package stays as it came.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, manifestOf, modules, projectNode } from './paths.mjs';
import { ownEnvironment, runQuietly } from './run.mjs';
import { say } from './say.mjs';
import { ensureSystem } from './system.mjs';

const FIRST_FIT = 35;

/** The file of the module for this Electron, or null where the package's own binary does. */
export function ensureSqlite(electron) {
  if (Number(electron.version.split('.')[0]) >= FIRST_FIT) return null;
  const version = manifestOf('better-sqlite3').version;
  const file = path.join(cacheFolder(), `better-sqlite3-${version}-napi8-${process.platform}-${process.arch}.node`);
  if (fs.existsSync(file)) return file;
  say(`正在为 Electron ${electron.version} 编译 SQLite 模块（约一两分钟，只做一次）……`);
  ensureSystem('compiler');
  const work = fs.mkdtempSync(path.join(cacheFolder(), 'making-'));
  try {
    compile(work);
    fs.renameSync(path.join(work, 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'), file);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  say('SQLite 模块已编译好。');
  return file;
}

function compile(work) {
  const copy = path.join(work, 'better-sqlite3');
  fs.cpSync(path.join(modules, 'better-sqlite3'), copy, { recursive: true });
  fs.mkdirSync(path.join(work, 'node_modules'));
  fs.cpSync(path.join(modules, 'node-addon-api'), path.join(work, 'node_modules', 'node-addon-api'), { recursive: true });
  const header = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node-api-8.h');
  const env = ownEnvironment({ CXXFLAGS: `-UNAPI_VERSION -DNAPI_VERSION=8 -include "${header}"`, npm_config_build_from_source: 'true' });
  const compiler = path.join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  runQuietly('编译 SQLite 模块', projectNode, [compiler, 'rebuild', '--release', '--force_build=1', ...headers()], { cwd: copy, env });
}

/** The headers that come with the project's Node; without them the compiler's driver downloads some. */
function headers() {
  const near = path.join(modules, 'node', 'node_modules', `node-${process.platform}-${process.arch}`);
  const hoisted = path.join(modules, `node-${process.platform}-${process.arch}`);
  const found = [near, hoisted].find((folder) => fs.existsSync(path.join(folder, 'include', 'node', 'node_api.h')));
  return found ? [`--nodedir=${found}`] : [];
}
