import path from 'node:path';
import { byName } from './files.mjs';
import { sha256Of } from './manifest.mjs';
import { writeSigned } from './signing.mjs';

/** Writes SHA256SUMS over the files of a folder, in the form that sha256sum -c reads, and SHA256SUMS.sig where there is a key. */
export function writeSums(folder, names, keys) {
  const lines = names.toSorted(byName).map((name) => `${sha256Of(path.join(folder, name))}  ${name}\n`);
  writeSigned(path.join(folder, 'SHA256SUMS'), lines.join(''), keys);
}
