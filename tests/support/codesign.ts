import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
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
[stamp]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = service
[service]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256,sha384,sha512
`
const TOKEN_MODULES = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/softhsm/libsofthsm2.so', '/usr/lib64/libsofthsm2.so']

/** Makes a certificate authority and a certificate for signing code, in files of this folder. */
export function makeTestAuthority(folder: string): TestAuthority {
  const openssl = (...words: readonly string[]): unknown => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' })
  writeFileSync(join(folder, 'extensions.cnf'), `[req]\ndistinguished_name = name\n[name]\n${EXTENSIONS}`)
  request(folder, 'authority')
  openssl('x509', '-req', '-in', 'authority.csr', '-signkey', 'authority.key', '-days', '3650', '-extfile', 'extensions.cnf', '-extensions', 'ca', '-out', 'authority.pem')
  issue(folder, 'signer', 'leaf')
  return { env: { JIANBAO_CODESIGN_CERTS: join(folder, 'signer.pem'), JIANBAO_CODESIGN_KEY: join(folder, 'signer.key') }, ca: join(folder, 'authority.pem') }
}

function request(folder: string, name: string): void {
  execFileSync('openssl', ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-config', 'extensions.cnf', '-subj', `/O=Jianbao Test/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`], { cwd: folder, stdio: 'ignore' })
}

function issue(folder: string, name: string, kind: 'leaf' | 'stamp'): void {
  request(folder, name)
  execFileSync('openssl', ['x509', '-req', '-in', `${name}.csr`, '-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '3650', '-extfile', 'extensions.cnf', '-extensions', kind, '-out', `${name}.pem`], { cwd: folder, stdio: 'ignore' })
}

/** Puts the authority's signing key into a token in a file, which a PKCS#11 module opens with a PIN; what a build has to be told to use it. */
export function makeToken(folder: string, { env }: TestAuthority): Readonly<Record<string, string>> {
  const settings = join(folder, 'softhsm2.conf')
  mkdirSync(join(folder, 'tokens'))
  writeFileSync(settings, `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`)
  const softhsm = (...words: readonly string[]): unknown => execFileSync('softhsm2-util', words, { env: { ...process.env, SOFTHSM2_CONF: settings }, stdio: 'ignore' })
  const plain = join(folder, 'plain.pem')
  execFileSync('openssl', ['pkcs8', '-topk8', '-nocrypt', '-in', env.JIANBAO_CODESIGN_KEY, '-out', plain])
  softhsm('--init-token', '--free', '--label', 'jianbao', '--pin', '4321', '--so-pin', '8765')
  softhsm('--import', plain, '--token', 'jianbao', '--label', 'codesign', '--id', 'a1b2', '--pin', '4321')
  writeFileSync(join(folder, 'pin'), '4321')
  const module = TOKEN_MODULES.find((file) => existsSync(file)) ?? ''
  return {
    SOFTHSM2_CONF: settings, JIANBAO_CODESIGN_CERTS: env.JIANBAO_CODESIGN_CERTS, JIANBAO_CODESIGN_MODULE: module,
    JIANBAO_CODESIGN_URI: 'pkcs11:token=jianbao;object=codesign;type=private', JIANBAO_CODESIGN_PIN_FILE: join(folder, 'pin'),
  }
}

/** A time stamp service (RFC 3161) of this authority, on this machine. */
export async function startTimestamps(folder: string): Promise<{ readonly url: string; readonly close: () => void }> {
  issue(folder, 'stamp', 'stamp')
  writeFileSync(join(folder, 'serial'), '01\n')
  const server = createServer((asked, answer) => {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('end', () => {
      writeFileSync(join(folder, 'asked.tsq'), Buffer.concat(parts))
      execFileSync('openssl', ['ts', '-reply', '-config', 'extensions.cnf', '-section', 'service', '-queryfile', 'asked.tsq', '-signer', 'stamp.pem', '-inkey', 'stamp.key', '-chain', 'authority.pem', '-out', 'answer.tsr'], { cwd: folder, stdio: 'ignore' })
      answer.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(readFileSync(join(folder, 'answer.tsr')))
    })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`, close: () => { server.close() } }
}

/** Whether a file's Authenticode signature holds and goes back to this authority. */
export function signatureHolds(file: string, { ca }: TestAuthority): boolean {
  const done = spawnSync('osslsigncode', ['verify', '-CAfile', ca, '-in', file], { encoding: 'utf8' })
  return done.status === 0 && /^Signature verification: ok/m.test(done.stdout)
}

/** The same long after the certificate has run out: only a time stamp keeps a signature alive. */
export function holdsInYears(file: string, { ca }: TestAuthority): boolean {
  const later = String(Math.floor(Date.now() / 1000) + 20 * 365 * 86_400)
  const done = spawnSync('osslsigncode', ['verify', '-CAfile', ca, '-TSA-CAfile', ca, '-time', later, '-in', file], { encoding: 'utf8' })
  return done.status === 0 && /^Signature verification: ok/m.test(done.stdout)
}
