// The summary of an MSI file. wixl gives every package a random code, the present time and English; here they are made
// to follow from the content.
import fs from 'node:fs';
import { SetupError } from '../../setup/say.mjs';

/** The beginning of the summary's stream: byte order, version, and further on the mark of its one section. */
const SECTION = Buffer.from('e0859ff2f94f6810ab9108002b27b3d9', 'hex');
const TEMPLATE = 7;
const CODE = 9;
const TIMES = [11, 12, 13];
const TEXT = 0x1e;
const TIME = 0x40;
const SINCE_1601 = 11_644_473_600n;

/** Writes platform and language, package code (`{…}`) and times into a package, in place. */
export function setSummary(file, { template, code, epoch }) {
  const bytes = fs.readFileSync(file);
  const at = sectionIn(bytes);
  for (const { id, type, place, room } of propertiesAt(bytes, at)) {
    if (id === TEMPLATE && type === TEXT) putText(bytes, place, room, template);
    if (id === CODE && type === TEXT) putText(bytes, place, room, code);
    if (TIMES.includes(id) && type === TIME) bytes.writeBigUInt64LE((BigInt(epoch) + SINCE_1601) * 10_000_000n, place + 4);
  }
  fs.writeFileSync(file, bytes);
}

function sectionIn(bytes) {
  const mark = bytes.indexOf(SECTION);
  if (mark < 0 || bytes.indexOf(SECTION, mark + 1) >= 0) throw new SetupError('安装包的摘要不是认识的样子。');
  return mark - 28 + bytes.readUInt32LE(mark + 16);
}

/** Each property of the section: where its type stands and how many bytes it has up to the next. */
function propertiesAt(bytes, section) {
  const size = bytes.readUInt32LE(section);
  const count = bytes.readUInt32LE(section + 4);
  const listed = Array.from({ length: count }, (_, i) => ({ id: bytes.readUInt32LE(section + 8 + i * 8), offset: bytes.readUInt32LE(section + 12 + i * 8) }));
  const ends = [...listed.map((each) => each.offset), size].sort((a, b) => a - b);
  return listed.map(({ id, offset }) => ({ id, type: bytes.readUInt32LE(section + offset), place: section + offset, room: ends.find((end) => end > offset) - offset }));
}

/** A text ends in a zero byte and fills up to the next property. */
function putText(bytes, place, room, text) {
  const length = Buffer.byteLength(text) + 1;
  if (8 + length > room) throw new SetupError(`安装包的摘要放不下“${text}”。`);
  bytes.writeUInt32LE(length, place + 4);
  bytes.fill(0, place + 8, place + room);
  bytes.write(text, place + 8);
}
