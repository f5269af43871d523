import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { control, scripts, systemFiles } from './linux.mjs';
import { squeeze } from './squeeze.mjs';
import { entriesOf, tarChunks } from './tar.mjs';

const FOLDERS = ['./', './opt/', './usr/', './usr/bin/', './usr/share/', './usr/share/applications/', './usr/share/doc/'];

/** Writes a Debian package of an installed folder: an ar archive of two tar archives, with nothing in it that changes from build to build. */
export async function writeDeb(facts, tree, { out, gzip }) {
  const own = systemFiles(facts, tree);
  const folders = new Set([...FOLDERS, ...own.flatMap(({ name }) => foldersOf(name))]);
  const data = [...[...folders].map((name) => ({ name, mode: 0o755 })), ...entriesOf(tree, `./opt/${facts.product}/`), ...own];
  const ending = gzip ? 'gz' : 'xz';
  const work = fs.mkdtempSync(path.join(out, 'making-'));
  const file = path.join(out, `${facts.stem}.deb`);
  try {
    await squeeze(tarChunks(controlEntries(facts, data), facts.epoch), path.join(work, 'control'), { gzip, level: 1 });
    await squeeze(tarChunks(data, facts.epoch), path.join(work, 'data'), { gzip, level: 1 });
    writeAr(file, [['debian-binary', Buffer.from('2.0\n')], [`control.tar.${ending}`, path.join(work, 'control')], [`data.tar.${ending}`, path.join(work, 'data')]], facts.epoch);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return file;
}

function controlEntries(facts, data) {
  const files = data.filter((entry) => !entry.name.endsWith('/') && !entry.link);
  const sizes = files.map((entry) => (entry.file ? fs.statSync(entry.file).size : Buffer.byteLength(entry.bytes)));
  const kilobytes = sizes.reduce((total, size) => total + Math.ceil(size / 1024), 0);
  const sums = files.map((entry) => `${createHash('md5').update(entry.file ? fs.readFileSync(entry.file) : entry.bytes).digest('hex')}  ${entry.name.slice(2)}\n`);
  return [
    { name: './', mode: 0o755 },
    { name: './control', mode: 0o644, bytes: control(facts, kilobytes) },
    { name: './md5sums', mode: 0o644, bytes: sums.join('') },
    ...Object.entries(scripts(facts)).map(([name, bytes]) => ({ name: `./${name}`, mode: 0o755, bytes })),
  ];
}

function foldersOf(name) {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`);
}

/** The outer archive; an odd member is followed by one line feed. */
function writeAr(file, members, epoch) {
  const out = fs.openSync(file, 'w', 0o644);
  fs.writeSync(out, '!<arch>\n');
  for (const [name, content] of members) {
    const bytes = typeof content === 'string' ? fs.readFileSync(content) : content;
    const fields = [name.padEnd(16), String(epoch).padEnd(12), '0'.padEnd(6), '0'.padEnd(6), '100644'.padEnd(8), String(bytes.length).padEnd(10)];
    fs.writeSync(out, `${fields.join('')}\`\n`);
    fs.writeSync(out, bytes);
    if (bytes.length % 2 === 1) fs.writeSync(out, '\n');
  }
  fs.closeSync(out);
}
