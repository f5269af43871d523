import { constants, inflateRawSync } from 'node:zlib'
import type { Verdict, Verification } from '../../core/contract.ts'
import type { Problem, ProblemCode } from '../../core/problem.ts'
import { changedCells } from '../../core/submission/verdict.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { contentsOf, readCells, type Contents } from './book.ts'
import { envelopes, payloadSheetName } from './frame.ts'
import { openArchive } from './guard.ts'
import { bytesAsWritten } from './seal.ts'
import { markedContent, mayBeOurs, notASubmission, verifiedPayload, type Marked, type Sealed } from './sealedContent.ts'
import { signerOf } from './submission.ts'

/** Says how far a signer is known for a unit. */
export type Trust = (unit: string, signer: string) => Verification['trust']

/** Limits that were hit: the file is put aside, not judged (D3). */
const quarantine: ReadonlySet<ProblemCode> = new Set(['xlsx-too-big', 'xlsx-bomb', 'xlsx-too-many-entries', 'xlsx-too-many-cells', 'xlsx-timeout'])

/** A workbook opened once: its verdict, and its content where one is as sealed or hand-filled. */
export interface Examined { readonly verification: Verification; readonly sealed: Sealed | null; readonly contents: Contents | null }

/** The verdict of a workbook's bytes (D3). Reads nothing but them, runs nothing, and stops at the guard's limits. */
export const verifyWorkbook = (bytes: Uint8Array, file: string, trust: Trust): Verification => examineWorkbook(bytes, file, trust).verification

/** The verdict together with the verified payload, which an intact, resaved or altered workbook has; `contents` of any that could be opened. */
export function examineWorkbook(bytes: Uint8Array, file: string, trust: Trust): Examined {
  const archive = openArchive(bytes)
  if (!archive.ok) return without(null, refused(file, archive.problem, bytes))
  const contents = contentsOf(archive.value)
  if (!contents.ok) return without(null, refused(file, contents.problem, bytes))
  if (!mayBeOurs(contents.value)) return without(contents.value, answer(file, 'foreign', null))
  const hidden = readCells(contents.value, new Set([payloadSheetName]))
  if (!hidden.ok) return without(null, refused(file, hidden.problem, bytes))
  const marked = markedContent(contents.value, hidden.value)
  if (!marked.ok) return without(null, refused(file, marked.problem, bytes))
  if (marked.value === null) return without(contents.value, answer(file, 'foreign', null))
  return judge(bytes, file, { contents: contents.value, marked: marked.value, trust })
}

const without = (contents: Contents | null, verification: Verification): Examined => ({ verification, sealed: null, contents })

interface Case { readonly contents: Contents; readonly marked: Marked; readonly trust: Trust }

function judge(bytes: Uint8Array, file: string, { contents, marked, trust }: Case): Examined {
  if (marked.template) return without(contents, { ...answer(file, 'unsealed', null), pack: marked.marks[0]?.get('jianbao.pack') ?? null })
  if (marked.letter !== null) return without(contents, answer(file, 'foreign', notASubmission(marked.letter)))
  const sealed = verifiedPayload(marked)
  if (!sealed.ok) return without(contents, answer(file, 'damaged', sealed.problem))
  const cells = readCells(contents, new Set(sealed.value.payload.sheets.map((sheet) => sheet.name)))
  if (!cells.ok) return without(contents, { ...answer(file, quarantine.has(cells.problem.code) ? null : 'damaged', cells.problem), ...identity(sealed.value, trust) })
  const signer = signerOf(sealed.value.payload.signer.public_key)
  const changed = changedCells(sealed.value.payload, sealed.value.digest, { signer, sheets: cells.value })
  const verdict: Verdict = changed.length > 0 ? 'altered' : bytesAsWritten(bytes) ? 'sealed' : 'resaved'
  return { verification: { ...answer(file, verdict, null), ...identity(sealed.value, trust), changed }, sealed: sealed.value, contents }
}

function identity({ payload }: Sealed, trust: Trust): Pick<Verification, 'unit' | 'pack' | 'submitNo' | 'signer' | 'trust'> {
  const signer = signerOf(payload.signer.public_key)
  return { unit: payload.unit_id, pack: `${payload.pack.id}@${payload.pack.version}`, submitNo: payload.submit_no, signer, trust: trust(payload.unit_id, signer) }
}

function answer(file: string, verdict: Verdict | null, problem: Problem | null): Verification {
  return { file, verdict, unit: null, pack: null, submitNo: null, signer: null, trust: 'unknown', changed: [], problem: problem && problemSentence(problem) }
}

/** A file that could not be read: put aside, damaged if it bears our mark, else not ours. */
function refused(file: string, problem: Problem, bytes: Uint8Array): Verification {
  if (quarantine.has(problem.code)) return answer(file, null, problem)
  return answer(file, bearsMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) ? 'damaged' : 'foreign', problem)
}

const markedParts = [['xl/workbook.xml', payloadSheetName], ['docProps/custom.xml', 'jianbao.format'], ['customXml/item', envelopes.submission.namespace], ['customXml/item', envelopes.letter.namespace], ['xl/sharedStrings.xml', 'jianbao.format']] as const

/** Whether a broken archive still shows our mark: our own files store it near the front, others deflate it somewhere. */
function bearsMark(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return false
  return markedParts.some(([name, mark]) => bytes.includes(mark) || partBears(bytes, Buffer.from(name), mark))
}

/** Looks into the parts of that name, as far as they can still be inflated. */
function partBears(bytes: Buffer, name: Buffer, mark: string): boolean {
  for (let at = bytes.indexOf(name), tries = 0; at >= 30 && tries < 8; at = bytes.indexOf(name, at + 1), tries++) {
    if (bytes.readUInt32LE(at - 30) !== 0x04034b50 || bytes.readUInt16LE(at - 22) !== 8) continue
    const data = bytes.subarray(at + bytes.readUInt16LE(at - 4) + bytes.readUInt16LE(at - 2))
    try {
      if (inflateRawSync(data, { maxOutputLength: 4 << 20, finishFlush: constants.Z_SYNC_FLUSH }).includes(mark)) return true
    } catch { continue }
  }
  return false
}
