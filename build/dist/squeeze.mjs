import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { SetupError } from '../setup/say.mjs';

/** Writes chunks of bytes to a file, packed by gzip (quick; `level` 1 is quickest) or xz (small); the same chunks give the same file. */
export async function squeeze(chunks, file, { gzip, level = 6 }) {
  if (gzip) return pipeline(Readable.from(chunks), createGzip({ level }), fs.createWriteStream(file, { mode: 0o644 }));
  const program = spawn('xz', ['-6', '--threads=2', '--block-size=25165824', '-c'], { stdio: ['pipe', fs.openSync(file, 'w', 0o644), 'inherit'] });
  const ended = new Promise((resolve, refuse) => {
    program.on('error', () => refuse(new SetupError('这里没有 xz。请先安装 xz-utils，或加 --gzip。')));
    program.on('exit', (status) => (status === 0 ? resolve() : refuse(new SetupError('xz 没有成功。'))));
  });
  await Promise.all([pipeline(Readable.from(chunks), program.stdin), ended]);
}
