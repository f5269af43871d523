// node build/dist/updateManifest.mjs FOLDER --version 1.2.3 --expires 2028-12-31 [--notes TEXT]
// Writes update.json and update.json.sig beside the packages of a folder, for updates carried on a stick or a share.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { orExplain, SetupError } from '../setup/say.mjs';
import { byName } from './files.mjs';
import { PRODUCT } from './facts.mjs';
import { releaseKeys, writeSigned } from './signing.mjs';

const ENDINGS = { '.deb': 'deb', '.rpm': 'rpm', '.tar.gz': 'tar.gz', '-setup.exe': 'setup', '-setup-user.exe': 'setup-user', '.msi': 'msi', '.zip': 'zip' };

/** What a package's name says of it; null for any other file. */
export function packageOf(name) {
  const kind = Object.entries(ENDINGS).find(([ending]) => name.endsWith(ending))?.[1];
  const [, version, target, arch] = /-(\d+\.\d+\.\d+)-(linux|win)-(x64|arm64)/.exec(name) ?? [];
  return kind && version ? { kind, version, target, arch } : null;
}

/** Writes the signed description of the packages of this version that lie in the folder; returns their names. */
export function writeUpdate(folder, { version, expires, notes = '' }, keys) {
  if (keys === null) throw new SetupError('没有发布密钥。用 JIANBAO_SIGN_KEY 指明 Ed25519 私钥文件（PEM）。');
  if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) throw new SetupError('用 --version 写明版本号，像 1.2.3。');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires ?? '')) throw new SetupError('用 --expires 写明有效期，像 2028-12-31。');
  const files = fs.readdirSync(folder).toSorted(byName).flatMap((name) => {
    const known = packageOf(name);
    if (known?.version !== version) return [];
    const bytes = fs.readFileSync(path.join(folder, name));
    const { target, arch, kind } = known;
    return [{ target, arch, kind, name, size: bytes.length, sha512: createHash('sha512').update(bytes).digest('hex') }];
  });
  if (files.length === 0) throw new SetupError(`${folder} 里没有 ${version} 版的包。`);
  const manifest = { format: 'jianbao-update-1', product: PRODUCT, version, expires, notes, files };
  writeSigned(path.join(folder, 'update.json'), `${JSON.stringify(manifest, null, 1)}\n`, keys);
  return files.map((file) => file.name);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  await orExplain(() => {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { version: { type: 'string' }, expires: { type: 'string' }, notes: { type: 'string' } } });
    if (positionals.length !== 1) throw new SetupError('写明放着安装包的文件夹。');
    for (const name of writeUpdate(path.resolve(positionals[0]), values, releaseKeys())) process.stdout.write(`${name}\n`);
  });
}
