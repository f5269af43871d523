import { join } from 'node:path'
import type { Answer, Request } from '../../core/contract.ts'
import { may } from '../../core/filing/state.ts'
import type { Printed, PrintSeal } from '../../core/print/input.ts'
import { pageCount, printFindings, printForm, printSet } from '../../core/print/print.ts'
import type { PrintWanted } from '../../core/contract/printing.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { qrText, submissionFileName } from '../../core/submission/receipt.ts'
import { beijing } from '../clock.ts'
import { newestSubmission, submissionByNo, type SubmissionRow } from '../db/submission.ts'
import { safeName, stage, writeOver } from '../files.ts'
import { fingerprint } from '../keys.ts'
import { found, type Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { answersShown } from './letter/correspondence.ts'
import { sharedNotes } from './notes.ts'
import { openFiling } from './openFiling.ts'
import { printInputOf } from './printInput.ts'
import { qrSvg } from './qr.ts'

interface Made extends Printed { readonly sealed: boolean; readonly name: string }

/** The pages that are asked for, as HTML to be looked at. */
export function printPreview(desk: Desk, args: Request<'print.preview'>): Result<Answer<'print.preview'>> {
  const made = makePages(desk, args)
  return made.ok ? ok({ html: made.value.html, pages: made.value.pages, sealed: made.value.sealed, name: made.value.name }) : made
}

/** Prints the pages that are asked for into a PDF file. */
export async function printMake(desk: Desk, args: Request<'print.make'>): Promise<Result<Answer<'print.make'>>> {
  const made = makePages(desk, args)
  if (!made.ok) return made
  const bytes = await pdfOf(desk, made.value.html)
  if (!bytes) return no(problem('pdf-failed'))
  const written = args.path === undefined ? placeIn(args.folder ?? '', made.value.name, bytes) : writeOver(args.path, bytes)
  return written.ok ? ok({ path: written.value, pages: made.value.pages }) : written
}

async function pdfOf(desk: Desk, html: string): Promise<Uint8Array | null> {
  try {
    return (await desk.host.pdf?.(html)) ?? null
  } catch (error) {
    desk.log.write('pdf-failed', error)
    return null
  }
}

function placeIn(folder: string, name: string, bytes: Uint8Array): Result<string> {
  const staged = stage(folder, bytes)
  return staged.ok ? staged.value.place(join(folder, name)) : staged
}

function makePages(desk: Desk, wanted: PrintWanted): Result<Made> {
  const open = openFiling(desk, wanted.filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const db = store.value.read
  const newest = newestSubmission(db, wanted.filing)
  const sealed = newest && !may(open.value.filing.state, 'edit') ? newest : null
  const printed = wanted.what === 'set' && sealed ? storedSet(submissionByNo(db, wanted.filing, sealed.submit_no)) : null
  if (printed) return ok({ ...printed, sealed: true, name: nameOf(open.value, '盖章件') })
  const seal = sealed && sealOf(open.value, sealed)
  const input = printInputOf(open.value, { submitNo: sealed?.submit_no ?? (newest?.submit_no ?? 0) + 1, ...(sealed ? { unitId: sealed.unit_id } : {}), seal, notes: sharedNotes(db, open.value), answers: answersShown(db, open.value, sealed?.submit_no ?? null) })
  if (wanted.what === 'set') return ok({ ...printSet(input), sealed: seal !== null, name: nameOf(open.value, seal ? '盖章件' : '核对稿') })
  if (wanted.what === 'findings') return ok({ ...printFindings(input, wanted.order ?? 'severity'), sealed: seal !== null, name: nameOf(open.value, '审核结果') })
  const form = found(open.value.loaded.pack.forms.find(each => each.no === wanted.form), `${wanted.form ?? ''} 表`)
  if (!form.ok) return form
  const blank = wanted.blank === true
  return ok({ ...printForm(input, form.value, blank), sealed: seal !== null && !blank, name: nameOf(open.value, `${form.value.no}表${blank ? '_空白' : ''}`) })
}

/** The pages as they were when the filing was sealed. */
function storedSet(row: SubmissionRow | undefined): Printed | null {
  return row?.print ? { html: row.print, pages: pageCount(row.print) } : null
}

function sealOf(open: OpenFiling, row: Pick<SubmissionRow, 'submit_no' | 'unit_id' | 'digest' | 'receipt' | 'public_key' | 'sealed_at'>): PrintSeal {
  const { year } = open.filing
  const of = { unitId: row.unit_id, year, submitNo: row.submit_no }
  return {
    receipt: row.receipt, digest: row.digest, qrSvg: qrSvg(qrText({ ...of, digest: row.digest })), signer: fingerprint(Buffer.from(row.public_key, 'hex')),
    fileName: submissionFileName({ orgName: open.data.values.org_name ?? '', ...of }), sealedAt: beijing(new Date(row.sealed_at)),
  }
}

const nameOf = (open: OpenFiling, what: string): string => `${safeName(`${open.data.values.org_name || open.unit.name}_${open.filing.year}_${what}`)}.pdf`
