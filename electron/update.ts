import { createHash, createPublicKey, verify, type Hash } from 'node:crypto'
import { chmodSync, constants, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { isBareName, updateFileFor, updateFormat, updateNames, updateProduct, updateSchema, type Update, type UpdateFile, type UpdateTarget } from '../core/install/update.ts'
import { compareVersions } from '../core/pack/packFile.ts'
import { problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import { fileProblem, syncFolder } from './files.ts'
import { removeFolder } from './briefFolder.ts'

/** What an update is held against. */
export interface UpdateFor extends UpdateTarget {
  /** Raw Ed25519 public keys in base64: the one in force and the next; updates under any other are refused. */
  readonly keys: readonly string[]
  readonly version: string
  /** The day it is, YYYY-MM-DD. */
  readonly today: string
}
/** An update that fits; its package is not read yet. `digest` is the SHA-256 of the description. */
export interface FoundUpdate { readonly folder: string; readonly update: Update; readonly file: UpdateFile; readonly digest: string }

const SMALL = 64 * 1024

/** Reads the description of an update in a folder: the signature before anything is parsed, then product, age, version, machine, name and size. */
export function findUpdate(folder: string, on: UpdateFor): Result<FoundUpdate> {
  if (on.keys.length === 0) return no(problem('update-keys'))
  const [raw, signature] = [small(join(folder, updateNames.manifest)), small(join(folder, updateNames.signature))]
  if (raw === null || signature === null) return no(problem('update-none', { path: folder }))
  if (!on.keys.some(key => isSignedBy(key, raw, signature.toString('utf8')))) return no(problem('update-signature'))
  const update = parsed(raw)
  if (!update.ok) return update
  const digest = createHash('sha256').update(raw).digest('hex')
  const file = fitting(update.value, on)
  if (!file.ok) return file
  const there = lstatSync(join(folder, file.value.name), { throwIfNoEntry: false })
  if (!there) return no(problem('file-missing', { path: join(folder, file.value.name) }))
  if (!there.isFile() || there.size !== file.value.size) return no(problem('update-size', { name: file.value.name }))
  return ok({ folder, update: update.value, file: file.value, digest })
}

function fitting(update: Update, on: UpdateFor): Result<UpdateFile> {
  if (update.product !== updateProduct) return no(problem('update-product', { product: update.product }))
  if (update.expires <= on.today) return no(problem('update-expired', { until: update.expires }))
  if (compareVersions(update.version, on.version) <= 0) return no(problem('update-older', { found: update.version, here: on.version }))
  const odd = update.files.find(file => !isBareName(file.name))
  if (odd) return no(problem('update-name', { name: odd.name.replace(/[^\x20-\x7e]/g, '?').slice(0, 60) }))
  const file = updateFileFor(update, on)
  return file ? ok(file) : no(problem('update-target', { target: `${on.target}-${on.arch}` }))
}

/** Copies the package into a folder of one's own while its digest is taken; what is run afterwards is this copy and nothing else. */
export async function copyUpdate({ folder, file }: FoundUpdate, stage: string): Promise<Result<string>> {
  const target = join(stage, file.name)
  try {
    rmSync(stage, { recursive: true, force: true })
    mkdirSync(stage, { recursive: true, mode: 0o700 })
    chmodSync(stage, 0o700)
    const digest = await copyHashed(join(folder, file.name), target, file.size)
    if (digest === null) return spoilt(stage, problem('update-size', { name: file.name }))
    if (digest !== file.sha512) return spoilt(stage, problem('update-digest', { name: file.name }))
    chmodSync(target, 0o500)
    syncFolder(stage)
    return ok(target)
  } catch (error) {
    return spoilt(stage, fileProblem(error, target))
  }
}

function spoilt(stage: string, why: ReturnType<typeof problem>): Result<never> {
  removeFolder(stage)
  return no(why)
}

/** The digest of what was written, or null where the size is another. Two pieces go round: one is read while the other is written. */
async function copyHashed(from: string, to: string, size: number): Promise<string | null> {
  const hash = createHash('sha512')
  const source = await open(from, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      const done = await pour(source, target, { hash, size })
      if (done !== size) return null
      await target.datasync()
      return hash.digest('hex')
    } finally { await target.close() }
  } finally { await source.close() }
}

async function pour(source: FileHandle, target: FileHandle, { hash, size }: { readonly hash: Hash; readonly size: number }): Promise<number> {
  const pieces = [Buffer.allocUnsafe(1 << 20), Buffer.allocUnsafe(1 << 20)] as const
  let [done, turn] = [0, 0]
  let writing: Promise<unknown> = Promise.resolve()
  for (;;) {
    const piece = pieces[turn % 2 === 0 ? 0 : 1]
    const { bytesRead } = await source.read(piece, 0, piece.length, null)
    await writing
    if (bytesRead === 0 || done + bytesRead > size) return done + bytesRead
    writing = written(target, piece.subarray(0, bytesRead))
    hash.update(piece.subarray(0, bytesRead))
    done += bytesRead
    turn += 1
  }
}

async function written(target: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await target.write(bytes, at)).bytesWritten
}

/** A small plain file; null for anything else, links included. */
function small(path: string): Buffer | null {
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (!there?.isFile() || there.size > SMALL) return null
  try { return readFileSync(path) } catch { return null }
}

function isSignedBy(key: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const x = Buffer.from(key, 'base64').toString('base64url')
    return verify(null, bytes, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), Buffer.from(signature.trim(), 'base64'))
  } catch { return false }
}

function parsed(raw: Buffer): Result<Update> {
  let json: unknown
  try { json = JSON.parse(raw.toString('utf8')) } catch { return no(problem('update-format')) }
  const read = updateSchema.safeParse(json)
  if (read.success) return ok(read.data)
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : null
  return no(problem('update-format', { what: format === updateFormat ? read.error.issues[0]?.path.join('.') ?? '' : '由更新的版本写成' }))
}
