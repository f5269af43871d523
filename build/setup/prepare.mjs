import { ensureBundles } from './bundles.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { ownEnvironment } from './run.mjs';
import { ensureSqlite } from './sqlite.mjs';
import { ensureSystem } from './system.mjs';

/** Everything the application needs to start; with `tests`, everything the tests need too. */
export async function prepare({ tests = false } = {}) {
  const groups = ['window', ...(tests || !hasDisplay() ? ['display'] : []), ...(tests ? ['tests'] : [])];
  const missing = ensureSystem(...groups);
  ensureDependencies();
  const electron = await ensureElectron();
  const sqliteBinding = ensureSqlite(electron);
  await ensureBundles();
  return { electron, missing, ...runEnvironment(electron, sqliteBinding) };
}

/** What a process needs to run Electron: its environment, and the switches that must come first. */
export function runEnvironment(electron, sqliteBinding) {
  const needsNoSandbox = process.platform === 'linux' && process.getuid() === 0;
  const env = ownEnvironment({
    JIANBAO_ELECTRON: electron.executable,
    ...(electron.official ? {} : { ELECTRON_OVERRIDE_DIST_PATH: electron.folder }),
    ...(sqliteBinding === null ? {} : { JIANBAO_SQLITE_BINDING: sqliteBinding }),
  });
  return { env, sqliteBinding, needsNoSandbox, switches: needsNoSandbox ? ['--no-sandbox'] : [] };
}
