import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder of the installed packages. */
export const modules = path.join(root, 'node_modules');

/** The Node that the project's own code runs on (installed as a package). */
export const projectNode = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The folder for what is made once and kept: created on first use. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir() || os.tmpdir(), '.cache');
  const folder = path.join(base, 'jianbao');
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** The parsed package.json of an installed package. */
export function manifestOf(name) {
  return JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8'));
}
