// A writer of tar archives whose bytes depend on the content alone: sorted, one time, root's, fixed modes (POSIX ustar).
import fs from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/say.mjs';
import { byName } from './files.mjs';

const BLOCK = 512;

/** The bytes of an archive. Entries: `{ name, mode, bytes | file | link }`; a name that ends in / is a folder. */
export function* tarChunks(entries, epoch) {
  for (const entry of entries.toSorted((a, b) => byName(a.name, b.name))) {
    const bytes = entry.file ? fs.readFileSync(entry.file) : Buffer.from(entry.bytes ?? '');
    yield header(entry, bytes.length, epoch);
    if (bytes.length > 0) yield bytes;
    yield Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** The entries of a folder and all that is in it, under `prefix` (which ends in /). */
export function entriesOf(folder, prefix) {
  const inside = fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entriesOf(file, `${prefix}${entry.name}/`);
    return [{ name: `${prefix}${entry.name}`, mode: fs.statSync(file).mode & 0o100 ? 0o755 : 0o644, file }];
  });
  return [{ name: prefix, mode: 0o755 }, ...inside];
}

function header({ name, mode, link }, size, epoch) {
  const block = Buffer.alloc(BLOCK);
  const [prefix, short] = split(name);
  block.write(short, 0);
  octal(block, 100, 8, mode);
  octal(block, 108, 8, 0);
  octal(block, 116, 8, 0);
  octal(block, 124, 12, size);
  octal(block, 136, 12, epoch);
  block.write('        ', 148);
  block.write(link ? '2' : name.endsWith('/') ? '5' : '0', 156);
  if (link) block.write(link, 157);
  block.write('ustar\0' + '00', 257);
  block.write('root', 265);
  block.write('root', 297);
  block.write(prefix, 345);
  block.write(`${sum(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** A long name is parted at a slash: 155 bytes before it, 100 after it. */
function split(name) {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  for (let at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
    if (rest !== '' && Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100) return [prefix, rest];
  }
  throw new SetupError(`文件名太长，装不进 tar：${name}`);
}

const octal = (block, at, width, value) => block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at);
const sum = (block) => block.reduce((total, byte) => total + byte, 0);
