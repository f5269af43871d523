import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../setup/paths.mjs';
import { SetupError } from '../setup/say.mjs';

/** What can be built for. */
export const TARGETS = { linux: ['x64', 'arm64'], win: ['x64', 'arm64'] };

const options = {
  target: { type: 'string' }, arch: { type: 'string' }, out: { type: 'string' }, only: { type: 'string' }, version: { type: 'string' },
  release: { type: 'boolean', default: false }, gzip: { type: 'boolean', default: false }, debuggable: { type: 'boolean', default: false },
};

const USAGE = `npm run dist -- --target linux|win --arch x64|arm64 [--release] [--out 文件夹] [--only tree,deb,rpm,tar,setup,msi,zip] [--gzip]
开发包另有：--version 版本号（试升级用）、--debuggable（测试用，打开调试端口）`;

/** Reads the command line of `npm run dist`; a wrong one is a sentence with the usage. */
export function readOptions(words) {
  const given = parse(words);
  const { target, arch, release, version, debuggable } = given;
  if (!Object.hasOwn(TARGETS, target ?? '') || !TARGETS[target].includes(arch)) throw new SetupError(`要写清打给什么系统。\n${USAGE}`);
  if (release && (version !== undefined || debuggable)) throw new SetupError('正式包不能改版本号，也不能打开调试端口。');
  if (version !== undefined && !/^\d+\.\d+\.\d+$/.test(version)) throw new SetupError(`“${version}”不是版本号，应像 0.1.0。`);
  const out = path.resolve(given.out ?? path.join(root, 'dist'));
  return { ...given, out, only: given.only?.split(',') ?? null };
}

function parse(words) {
  try {
    return parseArgs({ args: words, options, strict: true }).values;
  } catch {
    throw new SetupError(`看不懂这条命令。\n${USAGE}`);
  }
}
