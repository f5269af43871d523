import fs from 'node:fs';
import path from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
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
    for (const entry of entriesOf(tree, `${facts.name}-${facts.version}/`)) if (entry.file) add(zip, entry, facts.epoch);
    zip.end();
  } finally {
    fs.closeSync(to);
  }
  fs.chmodSync(file, 0o644);
  return file;
}

function add(zip, { name, file }, epoch) {
  const part = new ZipDeflate(name, { level: 6, mtime: wallClock(epoch) });
  zip.add(part);
  part.push(fs.readFileSync(file), true);
}

/** Zip holds a local time: this is the one that reads as the build's time in UTC, wherever the build runs. */
function wallClock(epoch) {
  const utc = new Date(epoch * 1000);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate(), utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds());
}
