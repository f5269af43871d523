import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, scryptSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import { fileProblem, writeNew, writeOver } from './files.ts'
import { moveOver } from './move.ts'

/** A unit's signing key: raw 32-byte public key, its fingerprint (D4), and a signer. */
export interface UnitKey {
  readonly publicKey: Uint8Array
  readonly signer: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/**
 * The key file, JSON, mode 0600. Without a passphrase `seed` is the raw Ed25519 private key in base64;
 * with one, `kdf` (scrypt: N, r, p, salt) gives the AES-256-GCM key under which `box` holds it.
 */
const keyFile = z.strictObject({
  format: z.literal('jianbao-key-1'),
  publicKey: z.base64(),
  seed: z.base64().optional(),
  kdf: z.strictObject({ name: z.literal('scrypt'), N: z.int().max(1 << 20), r: z.int().max(16), p: z.int().max(4), salt: z.base64() }).optional(),
  box: z.strictObject({ iv: z.base64(), data: z.base64(), tag: z.base64() }).optional(),
})
type KeyFile = z.infer<typeof keyFile>
const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const COST = { N: 1 << 15, r: 8, p: 1 }
const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const raw = (text: string): Buffer => Buffer.from(text, 'base64')

/** First 16 hex digits of the public key's SHA-256 (D4). */
export const fingerprint = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 16)

/** The key of a unit, made on first use; the files stand in the data folder, readable by their owner only. */
export function unitKey(folder: string, name: string): Result<UnitKey> {
  const path = keyPath(folder, name)
  if (!existsSync(path)) {
    const made = writeNew(path, encode(plainFile(generateKeyPairSync('ed25519').privateKey)), 0o600)
    if (!made.ok) return made
  }
  const read = readKeyFile(path)
  return read.ok ? unlock(read.value, '', path) : read
}

/** The public key pair of a sample unit: the same everywhere, so that samples are the same everywhere; proves nothing. */
export function sampleKey(unitId: string): Result<UnitKey> {
  const seed = createHash('sha256').update(`jianbao sample ${unitId}`).digest()
  return ok(keyFromSeed(seed))
}

/** Writes a unit's key to a file, under a passphrase if one is given. */
export function exportKey(folder: string, name: string, target: { path: string; passphrase: string }): Result<string> {
  const own = unitKey(folder, name)
  if (!own.ok) return own
  const text = keyText(folder, name, target.passphrase)
  return text.ok ? writeOver(target.path, Buffer.from(text.value), 0o600) : text
}

/** Whether a unit has a key of its own yet. */
export const hasKey = (folder: string, name: string): boolean => existsSync(keyPath(folder, name))

/** The text of a unit's key file, under a passphrase if one is given. */
export function keyText(folder: string, name: string, passphrase: string): Result<string> {
  const file = readKeyFile(keyPath(folder, name))
  if (!file.ok) return file
  return ok(Buffer.from(encode(passphrase === '' ? file.value : lock(file.value, passphrase))).toString('utf8'))
}

/** A key that was opened with its passphrase and can be put in its place. */
interface OpenedKey { readonly key: UnitKey; readonly install: (folder: string, name: string) => Result<string> }

/** The key inside a file, opened with its passphrase. */
export function openKeyFile(path: string, passphrase: string): Result<OpenedKey> {
  const file = readKeyFile(path)
  return file.ok ? opened(file.value, passphrase, path) : file
}

/** The key inside the text of a key file, opened with its passphrase. */
export function openKeyText(text: string, passphrase: string): Result<OpenedKey> {
  try { return opened(keyFile.parse(JSON.parse(text)), passphrase, '') } catch { return no(problem('key-invalid')) }
}

function opened(file: KeyFile, passphrase: string, path: string): Result<OpenedKey> {
  const key = unlock(file, passphrase, path)
  if (!key.ok) return key
  const plain = plainFile(key.value.privateKey)
  return ok({ key: key.value, install: (folder, name) => installKey(keyPath(folder, name), plain) })
}

/** Makes a new key in the place of the one there is, which is kept beside it. */
export function renewKey(folder: string, name: string): Result<UnitKey> {
  const path = keyPath(folder, name)
  const installed = installKey(path, plainFile(generateKeyPairSync('ed25519').privateKey))
  return installed.ok ? unitKey(folder, name) : installed
}

/** The secret seeds of a key and, newest first, of those it replaced; none where there is no key. For what is derived from them, never to be written. */
export function keySeeds(folder: string, name: string): readonly Uint8Array[] {
  if (!existsSync(folder)) return []
  const old = readdirSync(folder).filter(file => file.startsWith(`${name}.key.`) && file.endsWith('.old')).map(file => join(folder, file))
  const byAge = old.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  return [keyPath(folder, name), ...byAge].filter(path => existsSync(path)).flatMap(path => {
    const file = readKeyFile(path)
    return file.ok && file.value.seed !== undefined ? [raw(file.value.seed)] : []
  })
}

const keyPath = (folder: string, name: string): string => join(folder, `${name}.key`)

/** A key that is replaced is kept beside the new one. */
function installKey(path: string, file: KeyFile): Result<string> {
  try {
    if (existsSync(path)) {
      const present = readKeyFile(path)
      if (present.ok && present.value.publicKey === file.publicKey) return ok(path)
    }
    if (existsSync(path)) moveOver(path, `${path}.${fingerprint(readFileSync(path))}.old`)
  } catch (error) { return no(fileProblem(error, path)) }
  return writeNew(path, encode(file), 0o600)
}
const encode = (file: KeyFile): Uint8Array => Buffer.from(`${JSON.stringify(file, null, 1)}\n`)

function readKeyFile(path: string): Result<KeyFile> {
  let text: string
  try { text = readFileSync(path, 'utf8') } catch (error) { return no(fileProblem(error, path)) }
  try { return ok(keyFile.parse(JSON.parse(text))) } catch { return no(problem('key-invalid', { path })) }
}

function plainFile(key: KeyObject): KeyFile {
  const seed = key.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
  return { format: 'jianbao-key-1', publicKey: b64(publicOf(key)), seed: b64(seed) }
}

function publicOf(key: KeyObject): Uint8Array {
  return Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
}

function lock(file: KeyFile, passphrase: string): KeyFile {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derive(passphrase, { ...COST, salt: b64(salt) }), iv)
  const data = Buffer.concat([cipher.update(raw(file.seed ?? '')), cipher.final()])
  return { format: file.format, publicKey: file.publicKey, kdf: { name: 'scrypt', ...COST, salt: b64(salt) }, box: { iv: b64(iv), data: b64(data), tag: b64(cipher.getAuthTag()) } }
}

function derive(passphrase: string, kdf: { N: number; r: number; p: number; salt: string }): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), raw(kdf.salt), 32, { N: kdf.N, r: kdf.r, p: kdf.p, maxmem: 256 * 1024 * 1024 })
}

function unlock(file: KeyFile, passphrase: string, path: string): Result<OpenKey> {
  let seed: Buffer
  try {
    seed = file.box && file.kdf ? openBox(file.box, derive(passphrase, file.kdf)) : raw(file.seed ?? '')
  } catch { return no(problem('key-passphrase', { path })) }
  if (seed.length !== 32) return no(problem('key-invalid', { path }))
  const key = keyFromSeed(seed)
  return b64(key.publicKey) === file.publicKey ? ok(key) : no(problem('key-invalid', { path }))
}

type OpenKey = UnitKey & { readonly privateKey: KeyObject }
function keyFromSeed(seed: Uint8Array): OpenKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([SEED_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = publicOf(privateKey)
  return { privateKey, publicKey, signer: fingerprint(publicKey), sign: bytes => Uint8Array.from(sign(null, bytes, privateKey)) }
}

function openBox(box: { iv: string; data: string; tag: string }, secret: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secret, raw(box.iv))
  decipher.setAuthTag(raw(box.tag))
  return Buffer.concat([decipher.update(raw(box.data)), decipher.final()])
}
