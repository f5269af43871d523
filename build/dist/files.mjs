import fs from 'node:fs';
import path from 'node:path';

/** Every file under a folder, as sorted relative paths with slashes. */
export function filesUnder(folder, inside = '') {
  const names = fs.readdirSync(path.join(folder, inside), { withFileTypes: true });
  const found = names.flatMap((entry) => {
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(folder, name) : [name];
  });
  return inside === '' ? found.sort(byName) : found;
}

/** Plain order of code units, the same everywhere. */
export const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Copies one file and makes the folders it needs. */
export function copyFile(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

/** Gives every file and folder the modes that the packages have, whatever the umask was. */
export function setModes(folder) {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) setModes(file);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}
