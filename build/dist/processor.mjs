import fs from 'node:fs';

const ELF = { 0x3e: 'x64', 0xb7: 'arm64' };
const PE = { 0x8664: 'x64', 0xaa64: 'arm64' };

/** The processor that a Linux or Windows program is for, as its head says; null for anything else. */
export function processorOf(file) {
  const head = headOf(file);
  if (head.readUInt32BE(0) === 0x7f454c46) return ELF[head.readUInt16LE(18)] ?? null;
  if (head.toString('latin1', 0, 2) !== 'MZ') return null;
  const at = head.readUInt32LE(0x3c);
  return at + 6 <= head.length ? (PE[head.readUInt16LE(at + 4)] ?? null) : null;
}

function headOf(file) {
  const head = Buffer.alloc(4096);
  const from = fs.openSync(file);
  fs.readSync(from, head, 0, head.length, 0);
  fs.closeSync(from);
  return head;
}
