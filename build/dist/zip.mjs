import fs from 'node:fs';
import path from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { byName } from './files.mjs';
import { entriesOf } from './tar.mjs';

/** Writes the folder as NAME.zip, to be unpacked anywhere and run from there; it unpacks into one folder, and the same folder gives the same bytes. */
export async function writeZip(facts, tree, { out }) {
  const file = path.join(out, `${facts.stem}.zip`);
  const to = fs.openSync(file, 'w', 0o644);
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      fs.writeSync(to, chunk);
    });
    const files = entriesOf(tree, `${facts.name}-${facts.version}/`).filter((entry) => entry.file);
    for (const entry of files.toSorted((a, b) => byName(a.name, b.name))) add(zip, entry, facts.epoch);
    zip.end();
  } finally {
    fs.closeSync(to);
  }
  fs.chmodSync(file, 0o644);
  return file;
}

function add(zip, { name, file }, epoch) {
  const part = new ZipDeflate(name, { level: 6 });
  part.mtime = noonOf(epoch);
  zip.add(part);
  part.push(fs.readFileSync(file), true);
}

/** Zip holds a local time: noon of the build's day (UTC), which every time zone has. */
function noonOf(epoch) {
  const day = new Date(epoch * 1000);
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
}
