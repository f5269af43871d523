import fs from 'node:fs';
import path from 'node:path';
import { byName } from './files.mjs';
import { sha256Of } from './manifest.mjs';
import { writeSigned } from './signing.mjs';

const GIVEN_OUT = /^jianbao-.*\.(deb|rpm|tar\.gz|exe|msi|zip|cdx\.json)$/;

/** Writes SHA256SUMS over everything in a folder that is given out, of whatever target, in the form that sha256sum -c reads, and SHA256SUMS.sig where there is a key. */
export function writeSums(folder, keys) {
  const names = fs.readdirSync(folder).filter((name) => GIVEN_OUT.test(name)).sort(byName);
  const lines = names.map((name) => `${sha256Of(path.join(folder, name))}  ${name}\n`);
  writeSigned(path.join(folder, 'SHA256SUMS'), lines.join(''), keys);
}
