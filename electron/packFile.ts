import { packFileFormat, packFileParts, packHeadSchema, packMessage, type PackHead } from '../core/pack/packFile.ts'
import { listingOf, readListing } from '../core/pack/listing.ts'
import { loadPack, type PackFiles } from '../core/pack/load.ts'
import type { LoadedPack } from '../core/pack/schema.ts'
import { problem, type Problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import { canonicalJson } from '../core/submission/canonical.ts'
import { inflate, openArchive, type Archive } from './excel/guard.ts'
import { packed, stored, zipOf } from './excel/zip.ts'
import { fingerprint, type UnitKey } from './keys.ts'
import { decode, sha256 } from './packs/files.ts'
import { isSigned } from './signature.ts'

/** A pack file that is whole: its list, digests and signature agree; the pack inside is not loaded yet. */
export interface PackFile {
  readonly head: PackHead
  /** Fingerprint of the key that signed it; null where nobody did. */
  readonly signer: string | null
  /** SHA-256 of the file itself. */
  readonly sha256: string
  readonly files: PackFiles
}

/** The most a pack file may be when inflated; the largest real one is a twentieth of it. */
const MOST = 16 << 20

/** Puts a pack's files, their list and the issuer's signature into one archive; the same files and key give the same bytes. `key` null leaves it unsigned. */
export function writePackFile(from: { readonly loaded: LoadedPack; readonly files: readonly string[]; readonly read: PackFiles['read'] }, issuer: string, key: UnitKey | null): Result<Uint8Array> {
  const { pack, digest } = from.loaded
  const listing = Buffer.from(listingOf(from.files, (path) => sha256(from.read(path))))
  if (sha256(listing) !== digest || readListing(listing.toString('utf8')) === null) return no(problem('pack-file-names'))
  const head = packHeadSchema.safeParse({ format: packFileFormat, id: pack.id, version: pack.version, title: pack.title, year: pack.year, digest, issuer: { name: issuer, public_key: key ? Buffer.from(key.publicKey).toString('hex') : '' } })
  if (!head.success) return no(problem('pack-file-issuer'))
  const first = Buffer.from(canonicalJson(head.data))
  const signature = key ? [stored(packFileParts.signature, Buffer.from(`${Buffer.from(key.sign(Buffer.from(packMessage(sha256(first))))).toString('base64')}\n`))] : []
  return ok(zipOf([stored(packFileParts.head, first), stored(packFileParts.listing, listing), ...signature, ...from.files.toSorted().map((path) => packed(path, from.read(path)))]))
}

/** Reads a pack file from outside: limits before anything is inflated, then list, digests and signature. */
export function readPackFile(bytes: Uint8Array): Result<PackFile> {
  const archive = openArchive(bytes)
  if (!archive.ok) return no(refusedArchive(archive.problem))
  if (!archive.value.entries.has(packFileParts.head)) return no(problem('pack-file-not'))
  const inflated = allParts(archive.value)
  if (!inflated.ok) return inflated
  const parts = inflated.value
  const first = parts.get(packFileParts.head) as Buffer
  const head = headOf(first)
  if (!head.ok) return head
  const listed = listedFiles(parts, head.value)
  if (!listed.ok) return listed
  const signer = signerOf(parts, head.value, first)
  if (!signer.ok) return signer
  const files = listed.value
  return ok({
    head: head.value, signer: signer.value, sha256: sha256(bytes),
    files: { list: (dir) => [...files.keys()].filter((path) => path.startsWith(`${dir}/`)).map((path) => path.slice(dir.length + 1)).sort(), read: (path) => files.get(path) ?? new Uint8Array(), decode },
  })
}

/** The pack of a file, checked as a whole and against what the file says of it. */
export function loadPackFile({ head, files }: PackFile, whole = true): Result<LoadedPack> {
  const loaded = loadedSafely(files, head.id, whole)
  if (!loaded.ok) return loaded
  const { pack, digest } = loaded.value
  const agrees = digest === head.digest && pack.id === head.id && pack.version === head.version && pack.year === head.year && pack.title === head.title
  return agrees ? loaded : damaged('文件首页写的和任务包里的不一致')
}

/** Nesting without end ends the reading, not the program. */
function loadedSafely(files: PackFiles, id: string, whole: boolean): Result<LoadedPack> {
  try {
    return loadPack(files, id, sha256, whole)
  } catch (error) {
    if (error instanceof RangeError) return no(problem('pack-invalid', { file: `packs/${id}`, what: '层次过深' }))
    throw error
  }
}

const damaged = (what: string): Result<never> => no(problem('pack-file-damaged', { what }))

const archiveWords: Readonly<Record<string, string>> = {
  'xlsx-too-big': '文件过大', 'xlsx-encrypted': '加了密码', 'xlsx-entry-name': '有不该有的文件名', 'xlsx-duplicate': '有重复的文件', 'xlsx-overlap': '各部分互相重叠',
  'xlsx-bomb': '解开后过大', 'xlsx-too-many-entries': '文件过多', 'xlsx-crc': '传送中坏了',
}
function refusedArchive({ code, params }: Problem): Problem {
  if (code === 'xlsx-not-zip' || code === 'xlsx-not-workbook') return problem('pack-file-not')
  const entry = params['entry'] === undefined ? '' : ` ${params['entry']}`
  return problem('pack-file-damaged', { what: `${archiveWords[code] ?? '不完整'}${entry}` })
}

function allParts(archive: Archive): Result<ReadonlyMap<string, Buffer>> {
  const total = [...archive.entries.values()].reduce((sum, entry) => sum + entry.size, 0)
  if (total > MOST) return damaged('解开后过大')
  const parts = new Map<string, Buffer>()
  for (const entry of archive.entries.values()) {
    const data = inflate(archive, entry)
    if (!data.ok) return no(refusedArchive(data.problem))
    parts.set(entry.name, data.value)
  }
  return ok(parts)
}

function headOf(first: Buffer): Result<PackHead> {
  let json: unknown
  try { json = JSON.parse(first.toString('utf8')) } catch { return damaged('首页读不通') }
  const format = typeof json === 'object' && json !== null && 'format' in json ? String(json.format) : ''
  if (format !== packFileFormat) return no(problem(/^jianbao-pack-\d{1,4}$/.test(format) ? 'pack-file-newer' : 'pack-file-not'))
  const head = packHeadSchema.safeParse(json)
  return head.success ? ok(head.data) : damaged('首页读不通')
}

/** The files the list names, each as the list says; nothing more and nothing less lies in the archive. */
function listedFiles(parts: ReadonlyMap<string, Buffer>, head: PackHead): Result<ReadonlyMap<string, Buffer>> {
  const listing = parts.get(packFileParts.listing)
  if (!listing || sha256(listing) !== head.digest) return damaged('清单和摘要不符')
  const digests = readListing(listing.toString('utf8'))
  if (!digests?.has(`packs/${head.id}/pack.json`)) return damaged('清单读不通')
  const meta: ReadonlySet<string> = new Set(Object.values(packFileParts))
  const extra = [...parts.keys()].find((name) => !meta.has(name) && !digests.has(name))
  if (extra !== undefined) return damaged(`多出 ${extra}`)
  const files = new Map<string, Buffer>()
  for (const [path, digest] of digests) {
    const data = parts.get(path)
    if (!data) return damaged(`缺少 ${path}`)
    if (sha256(data) !== digest) return damaged(`${path} 被改过`)
    files.set(path, data)
  }
  return ok(files)
}

function signerOf(parts: ReadonlyMap<string, Buffer>, head: PackHead, first: Buffer): Result<string | null> {
  const signature = parts.get(packFileParts.signature)
  const key = head.issuer.public_key
  if (!signature && key === '') return ok(null)
  if (!signature || key === '' || signature.length > 200 || !isSigned(key, packMessage(sha256(first)), signature.toString('utf8').trim())) return no(problem('pack-file-signature'))
  return ok(fingerprint(Buffer.from(key, 'hex')))
}
