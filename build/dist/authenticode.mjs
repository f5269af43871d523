// Authenticode: the one hook that signs every exe, dll, node, setup, uninstaller and msi, by osslsigncode.
// The key is in a file (tests) or in a token that a PKCS#11 module opens (release); nothing of it is in the repository.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/say.mjs';
import { filesUnder } from './files.mjs';

/** What the environment says of code signing, or null when it says nothing: certificate chain, key, time stamp service. */
export function codeSigning(env = process.env) {
  const { JIANBAO_CODESIGN_CERTS: certs, JIANBAO_CODESIGN_KEY: key, JIANBAO_CODESIGN_MODULE: module, JIANBAO_CODESIGN_URI: uri, JIANBAO_CODESIGN_PIN_FILE: pin, JIANBAO_CODESIGN_TIMESTAMP: timestamp } = env;
  if (!certs && !key && !uri) return null;
  if (!certs) throw new SetupError('给了代码签名的密钥，没给证书。用 JIANBAO_CODESIGN_CERTS 指明证书链（PEM）。');
  if (!key && !(module && uri)) throw new SetupError('给了代码签名的证书，没给密钥。用 JIANBAO_CODESIGN_KEY 指明私钥文件，或用 JIANBAO_CODESIGN_MODULE 和 JIANBAO_CODESIGN_URI 指明密码钥匙。');
  for (const file of [certs, key, module, pin]) if (file && !fs.existsSync(file)) throw new SetupError(`代码签名要用的文件不在：${file}`);
  return { certs, key: key ? { file: key } : { module, uri }, pin: pin || null, timestamp: timestamp || null };
}

/** The words for osslsigncode. A time stamp holds the real time; without one the signature says the build's own, so that the same build gives the same bytes. */
export function signingWords({ codesign, epoch }, file, out) {
  const { certs, key, pin, timestamp } = codesign;
  const held = key.file ? ['-key', key.file] : ['-pkcs11module', key.module, '-key', key.uri];
  const when = timestamp ? ['-ts', timestamp] : ['-time', String(epoch)];
  return ['sign', '-h', 'sha256', '-n', 'Jianbao', '-certs', certs, ...held, ...(pin ? ['-readpass', pin] : []), ...when, '-in', file, '-out', out];
}

/** Signs a file where it stands; nothing happens where the build has no certificate, and a signature that fails ends the build. */
export function signWindows(facts, file) {
  if (facts.codesign === null) return;
  const out = `${file}.signed`;
  fs.rmSync(out, { force: true });
  const done = spawnSync('osslsigncode', signingWords(facts, file, out), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (done.error) throw new SetupError('这里没有 osslsigncode，签不了 Windows 的程序。请先安装它（Debian：apt-get install osslsigncode）。');
  if (done.status !== 0 || !fs.existsSync(out)) {
    fs.rmSync(out, { force: true });
    throw new SetupError(`没有签上 ${path.basename(file)}，没有接着打包。osslsigncode 说：\n${(done.stderr + done.stdout).trim()}`);
  }
  fs.chmodSync(out, fs.statSync(file).mode);
  fs.renameSync(out, file);
}

/** Signs every program and library in a folder. */
export function signFolder(facts, folder) {
  for (const name of filesUnder(folder).filter((file) => /\.(exe|dll|node)$/.test(file))) signWindows(facts, path.join(folder, name));
}
