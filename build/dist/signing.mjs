// The release key: Ed25519, in a PEM file that JIANBAO_SIGN_KEY names and that never stands in the repository.
// JIANBAO_SIGN_NEXT may name the public key that will follow it, so that installed programs know both.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import fs from 'node:fs';
import { SetupError } from '../setup/say.mjs';

/** The key in force and the raw public halves (base64) that the program carries, or null when none is given. */
export function releaseKeys() {
  const file = process.env.JIANBAO_SIGN_KEY;
  if (!file) return null;
  const current = ed25519(file, createPrivateKey);
  const next = process.env.JIANBAO_SIGN_NEXT ? [rawPublic(ed25519(process.env.JIANBAO_SIGN_NEXT, createPublicKey))] : [];
  return { file, public: [rawPublic(createPublicKey(current)), ...next] };
}

/** The detached signature (base64, one line) over exactly these bytes. */
export function signatureOf(bytes, keys) {
  return `${sign(null, bytes, ed25519(keys.file, createPrivateKey)).toString('base64')}\n`;
}

/** Writes a file and, where there is a key, its signature beside it as NAME.sig. */
export function writeSigned(file, bytes, keys) {
  fs.writeFileSync(file, bytes);
  fs.chmodSync(file, 0o644);
  if (keys === null) return;
  fs.writeFileSync(`${file}.sig`, signatureOf(Buffer.from(bytes), keys));
  fs.chmodSync(`${file}.sig`, 0o644);
}

const rawPublic = (key) => Buffer.from(key.export({ format: 'jwk' }).x, 'base64url').toString('base64');

function ed25519(file, read) {
  let key;
  try {
    key = read(fs.readFileSync(file));
  } catch {
    throw new SetupError(`读不了密钥文件 ${file}。`);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new SetupError(`${file} 不是 Ed25519 密钥。`);
  return key;
}
