import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A certificate authority of one test. */
export interface TestAuthority {
  /** What a build has to be told to sign with it. */
  readonly env: { readonly JIANBAO_CODESIGN_CERTS: string; readonly JIANBAO_CODESIGN_KEY: string }
  /** Its certificate, to check signatures with. */
  readonly ca: string
}

const EXTENSIONS = `[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,codeSigning
`

/** Makes a certificate authority and a certificate for signing code, in files of this folder. */
export function makeTestAuthority(folder: string): TestAuthority {
  const openssl = (...words: readonly string[]): unknown => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' })
  writeFileSync(join(folder, 'extensions.cnf'), `[req]\ndistinguished_name = name\n[name]\n${EXTENSIONS}`)
  const request = (name: string): unknown => openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-config', 'extensions.cnf', '-subj', `/O=Jianbao Test/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`)
  request('authority')
  openssl('x509', '-req', '-in', 'authority.csr', '-signkey', 'authority.key', '-days', '3650', '-extfile', 'extensions.cnf', '-extensions', 'ca', '-out', 'authority.pem')
  request('signer')
  openssl('x509', '-req', '-in', 'signer.csr', '-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '3650', '-extfile', 'extensions.cnf', '-extensions', 'leaf', '-out', 'signer.pem')
  return { env: { JIANBAO_CODESIGN_CERTS: join(folder, 'signer.pem'), JIANBAO_CODESIGN_KEY: join(folder, 'signer.key') }, ca: join(folder, 'authority.pem') }
}

/** Whether a file's Authenticode signature holds and goes back to this authority. */
export function signatureHolds(file: string, { ca }: TestAuthority): boolean {
  const done = spawnSync('osslsigncode', ['verify', '-CAfile', ca, '-in', file], { encoding: 'utf8' })
  return done.status === 0 && /^Signature verification: ok/m.test(done.stdout)
}
