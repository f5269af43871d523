import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import type { Payload } from '../../core/submission/payload.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { openBundle, readMember } from '../excel/bundle.ts'
import { limits } from '../excel/guard.ts'
import { examineWorkbook, type Examined } from '../excel/verifyWorkbook.ts'
import { fileProblem } from '../files.ts'
import type { PackShelf } from '../packs.ts'
import { examined, unsoundPart } from './examine.ts'
import { readHand } from './hand.ts'
import { looksLikeRegister } from './lists.ts'
import type { OpenedLock } from './lockedFile.ts'
import type { FileAsk, FileRead } from './messages.ts'

/** A file read as far as it goes alone; `payload` is what the year before may be compared with. */
export interface Outcome { readonly read: FileRead; readonly payload: Payload | null }
/** What a reader works with. */
export interface At { readonly shelf: PackShelf; readonly now: Date }
/** Told as soon as the bytes are known, so that a file that is never finished can still be named. */
export type Hashed = (sha256: string, size: number) => void

const sheets = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.xltx', '.et'])

/** Reads one file: its verdict, and when it is ours everything that follows from its raw values. */
export function readFile(at: At, ask: FileAsk & { readonly opened?: OpenedLock | undefined }, hashed: Hashed): Outcome {
  const alone = (read: FileRead): Outcome => ({ read, payload: null })
  const bytes = ask.opened ? ask.opened.bytes : bytesOf(ask)
  if (!bytes.ok) return alone({ kind: 'quarantined', sha256: '', size: sizeOf(ask), problem: bytes.problem })
  if ('kind' in bytes.value) return alone(bytes.value)
  const size = bytes.value.length
  const sha256 = createHash('sha256').update(bytes.value).digest('hex')
  hashed(sha256, size)
  if (ask.known.includes(sha256)) return alone({ kind: 'same', sha256, size })
  const name = (ask.member?.name ?? ask.path).replace(ask.opened ? /\.age$/i : /$^/, '')
  const plain = ask.opened ? ask.opened.plain : ok(bytes.value)
  if (!plain.ok) return alone({ kind: 'quarantined', sha256, size, problem: plain.problem })
  if (ask.member !== null && isArchive(name, bytes.value)) return alone({ kind: 'quarantined', sha256, size, problem: problem('intake-zip-nested') })
  return judged(at, { sha256, size }, { seen: examineWorkbook(plain.value, name, () => 'unknown'), ask })
}

function judged({ shelf, now }: At, bytes: { readonly sha256: string; readonly size: number }, { seen, ask }: { readonly seen: Examined; readonly ask: FileAsk }): Outcome {
  const { verification, sealed, contents } = seen
  if (verification.verdict === null) return { read: { ...bytes, kind: 'read', verification, submission: null, hand: null }, payload: null }
  if (verification.verdict === 'foreign' && !ask.named && contents !== null && looksLikeRegister(contents)) return { read: { ...bytes, kind: 'skipped', problem: problem('intake-register') }, payload: null }
  const hand = verification.verdict === 'unsealed' && contents !== null ? readHand({ shelf, now }, contents) : null
  if (sealed === null) return { read: { ...bytes, kind: 'read', verification, submission: null, hand }, payload: null }
  const unsound = unsoundPart(sealed.payload)
  if (unsound) return { read: { ...bytes, kind: 'read', verification: { ...verification, verdict: 'damaged', unit: null, signer: null, submitNo: null, changed: [], problem: problemSentence(unsound) }, submission: null, hand: null }, payload: null }
  const verdict = verification.verdict === 'altered' || verification.verdict === 'resaved' ? verification.verdict : 'sealed'
  const submission = examined(shelf, sealed, { verdict, changed: verification.changed.length })
  return { read: { ...bytes, kind: 'read', verification, submission, hand: null }, payload: submission.packKnown ? sealed.payload : null }
}

/** The bytes of a file or member within its limits; an archive's members instead, or that it is left out. */
function bytesOf(ask: FileAsk): Result<Uint8Array | FileRead> {
  try {
    if (ask.member) return ask.named || sheetName(ask.member.name) || /\.zip$/i.test(ask.member.name) ? readMember(ask.path, ask.member) : memberIfSheet(ask)
    const { size } = statSync(ask.path)
    const head = headOf(ask.path)
    const zip = head.length === 4 && head.readUInt32LE(0) === 0x04034b50
    const ole = head.length === 4 && head.readUInt32BE(0) === 0xd0cf11e0
    if (!sheetName(ask.path)) {
      if (zip) {
        const bundle = openBundle(ask.path)
        if (bundle.ok && !bundle.value.workbook) return ok(bundle.value.members.length > 0 ? { kind: 'members', members: bundle.value.members } : skipped(size, 'intake-zip-empty'))
        if (!bundle.ok && (bundle.problem.code !== 'xlsx-zip-broken' || size > limits.file)) return bundle
      } else if (!ole && !ask.named) return ok(skipped(size, 'intake-skipped'))
    }
    return size > limits.file ? no(tooBig(size)) : ok(new Uint8Array(readFileSync(ask.path)))
  } catch (error) {
    return no(fileProblem(error, ask.path))
  }
}

function memberIfSheet(ask: FileAsk): Result<Uint8Array | FileRead> {
  const { member, path } = ask
  if (!member || member.locked || member.size > limits.file) return ok(skipped(member?.size ?? 0, 'intake-skipped'))
  const bytes = readMember(path, member)
  if (!bytes.ok) return bytes
  const magic = Buffer.from(bytes.value.buffer, bytes.value.byteOffset, Math.min(4, bytes.value.length))
  return magic.length === 4 && (magic.readUInt32LE(0) === 0x04034b50 || magic.readUInt32BE(0) === 0xd0cf11e0) ? bytes : ok(skipped(bytes.value.length, 'intake-skipped'))
}

const skipped = (size: number, code: 'intake-skipped' | 'intake-zip-empty'): FileRead => ({ kind: 'skipped', sha256: '', size, problem: problem(code) })
const sheetName = (name: string): boolean => sheets.has(extname(name).toLowerCase())
const tooBig = (size: number): Problem => problem('xlsx-too-big', { size: `${Math.round(size / (1 << 20))} MB`, limit: `${limits.file >> 20} MB` })

/** Whether a member is an archive again and no workbook. */
function isArchive(name: string, bytes: Uint8Array): boolean {
  const zip = bytes.length > 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  return zip && !sheetName(name) && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('[Content_Types].xml')
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(4)
    return head.subarray(0, readSync(file, head, 0, 4, 0))
  } finally { closeSync(file) }
}

function sizeOf({ path, member }: FileAsk): number {
  if (member) return member.size
  try { return statSync(path).size } catch { return 0 }
}
