import { createHash } from 'node:crypto'
import { letterMessage, letterNames, letterSchema, type Letter, type LetterContent } from '../../core/letter/letter.ts'
import { planLetter } from '../../core/letter/plan.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { canonicalJson } from '../../core/submission/canonical.ts'
import { plannedSheet } from '../../core/submission/payload.ts'
import { printedDigest, receiptCode } from '../../core/submission/receipt.ts'
import { changedCells } from '../../core/submission/verdict.ts'
import { readCells, type Cells } from './book.ts'
import { envelopes } from './frame.ts'
import { openMarked } from './openMarked.ts'
import { verifiedLetter } from './sealedContent.ts'
import { signerOf } from './submission.ts'
import { marksOf, writeBook } from './write.ts'

/** A written letter: the workbook, and what stands under its signature (base64). */
export interface WrittenLetter { readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: string; readonly signature: string }
/** A letter as read: whole and as signed. `replies` are what somebody typed into the open cells. */
export interface ReadLetter { readonly letter: Letter; readonly digest: string; readonly signer: string; readonly replies: readonly LetterReply[] }
export interface LetterReply { readonly query: string; readonly text: string }

/** Writes a letter as a workbook, signed by the regulator's key. The same letter and key give the same bytes. */
export function writeLetter(letter: Letter, sign: (message: Uint8Array) => Uint8Array): WrittenLetter {
  const checked = letterSchema.parse(letter)
  const { sheets, open } = planLetter(checked)
  const payload = canonicalJson({ letter: checked, sheets: sheets.map(plannedSheet), open })
  const digest = createHash('sha256').update(payload).digest('hex')
  const signature = Buffer.from(sign(Buffer.from(letterMessage(digest)))).toString('base64')
  const signer = signerOf(checked.signer.public_key)
  const proofs = { receipt: receiptCode(digest), digest: printedDigest(digest), signer }
  const marks = [
    ...marksOf(checked.pack, 'letter'), ['jianbao.letter', checked.kind],
    ['jianbao.digest', digest], ['jianbao.signature', signature], ['jianbao.publicKey', checked.signer.public_key],
  ] as const
  const name = letterNames[checked.kind]
  const bytes = writeBook({ pack: null, envelope: envelopes.letter, title: name, sheets, proofs, footer: `${name}　内容摘要 ${proofs.digest}`, payload, marks })
  return { bytes, digest, signature }
}

/** Reads a letter behind the guard; one that is not whole, not as signed or not a letter is refused. */
export function readLetter(bytes: Uint8Array): Result<ReadLetter> {
  const opened = openMarked(bytes)
  if (!opened.ok) return opened
  const { contents, marked } = opened.value
  if (marked === null || marked.letter === null) return no(problem('letter-none', marked ? { what: marked.template ? '空白填报表' : '报送件' } : {}))
  const sealed = verifiedLetter(marked)
  if (!sealed.ok) return no(problem(sealed.problem.code === 'payload-unreadable' ? 'letter-newer' : 'letter-damaged'))
  const cells = readCells(contents, new Set(sealed.value.content.sheets.map((sheet) => sheet.name)))
  return cells.ok ? judged(sealed.value, cells.value) : cells
}

function judged({ content, digest }: { readonly content: LetterContent; readonly digest: string }, cells: Cells): Result<ReadLetter> {
  const signer = signerOf(content.letter.signer.public_key)
  const open = new Map(content.open.map(([query, ref]) => [ref, query]))
  const replySheet = content.sheets.at(-1)?.name ?? ''
  const changed = changedCells({ sheets: [...content.sheets], tables: {} }, digest, { signer, sheets: cells })
  const edited = changed.filter((cell) => cell.sheet !== replySheet || !open.has(cell.cell))
  const [first] = edited
  if (first) return no(problem('letter-edited', { sheet: first.sheet, cell: first.cell, count: edited.length }))
  const found = cells.get(replySheet)
  const replies = content.open.flatMap(([query, ref]) => {
    const text = found?.get(ref)?.text.trim() ?? ''
    return text === '' ? [] : [{ query, text }]
  })
  return ok({ letter: content.letter, digest, signer, replies })
}
