import { join } from 'node:path'
import { letterFileName } from '../../../../core/letter/fileName.ts'
import type { AcceptanceLetter, Letter, ReturnLetter } from '../../../../core/letter/letter.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { cellName, type Cells } from '../../../../core/review/cells.ts'
import { beijing } from '../../../clock.ts'
import { writeLetter } from '../../../excel/letter.ts'
import { stage, type Staged } from '../../../files.ts'
import type { UnitKey } from '../../../keys.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { boundKey } from '../../../ledger/regulatorKey.ts'
import { letterCount, type LetterRow } from '../../../ledger/store/letter.ts'
import type { QueryRow } from '../../../ledger/store/query.ts'
import type { ReviewedRow } from '../../../ledger/store/reviewed.ts'
import type { Desk } from '../../desk.ts'

/** A letter ready to go: what the ledger keeps, and the file safe beside its place where one is wanted. */
export interface ReadyLetter { readonly kept: Omit<LetterRow, 'id'>; readonly place: () => Result<string>; readonly discard: () => void }

/** Signs a return slip over a submission with its queries; a question on the whole goes with the reason. */
export async function returnSlip(desk: Desk, ledger: Ledger, of: { readonly row: ReviewedRow; readonly pack: Pack; readonly cells: Cells; readonly queries: readonly QueryRow[]; readonly reason: string; readonly due: string; readonly folder: string }): Promise<Result<ReadyLetter>> {
  const key = await boundKey(desk, ledger)
  if (!key.ok) return key
  const whole = of.queries.filter(query => query.item === null).map(query => query.body)
  const letter: ReturnLetter = {
    ...await headOf(desk, ledger, { row: of.row, kind: 'return', key: key.value }), kind: 'return',
    reason: [of.reason, ...whole].join('\n').slice(0, 2000), due: of.due, queries: of.queries.flatMap(query => queryOf(of.pack, of.cells, query)),
  }
  return ready(ledger, { letter, row: of.row, key: key.value, folder: of.folder })
}

function queryOf(pack: Pack, cells: Cells, query: QueryRow): readonly ReturnLetter['queries'][number][] {
  const entry = query.item === null ? undefined : lookup(pack).item(query.item)
  if (!entry) return []
  const { item } = entry
  return [{ query: query.id, form: entry.formNo, code: item.no, item: item.key, row: query.row_no, row_key: query.row_key, name: item.name, value: cells.get(cellName(item.key, query.row_no)) ?? '', question: query.body, due: query.due }]
}

/** Signs the acceptance receipt of a submission. */
export async function acceptanceReceipt(desk: Desk, ledger: Ledger, of: { readonly row: ReviewedRow; readonly folder: string }): Promise<Result<ReadyLetter>> {
  const key = await boundKey(desk, ledger)
  if (!key.ok) return key
  const head = await headOf(desk, ledger, { row: of.row, kind: 'acceptance', key: key.value })
  const letter: AcceptanceLetter = { ...head, kind: 'acceptance', receipt: of.row.receipt, accepted_at: head.issued_at }
  return ready(ledger, { letter, row: of.row, key: key.value, folder: of.folder })
}

type About = Omit<AcceptanceLetter, 'kind' | 'receipt' | 'accepted_at'>

async function headOf(desk: Desk, ledger: Ledger, { row, kind, key }: { readonly row: ReviewedRow; readonly kind: 'return' | 'acceptance'; readonly key: UnitKey }): Promise<About> {
  const n = await letterCount(ledger.sql, kind, row.id) + 1
  const id = `${row.unit_id}/${row.year}/${row.submit_no}`
  return {
    format: 'jianbao-letter', format_version: 1, letter_id: `${kind}:${id}/${row.id}.${n}`, unit_id: row.unit_id, org_name: row.org_name, survey_year: row.year,
    pack: { id: row.pack, version: row.pack_version, digest: row.pack_digest }, issued_at: beijing(desk.host.now()),
    regulator: { name: ledger.info.bureau || '监管部门', region: ledger.info.region },
    signer: { algorithm: 'Ed25519', public_key: Buffer.from(key.publicKey).toString('hex') },
    submission_id: id, submit_no: row.submit_no, digest: row.digest,
  }
}

function ready(ledger: Ledger, of: { readonly letter: Letter; readonly row: ReviewedRow; readonly key: UnitKey; readonly folder: string }): Result<ReadyLetter> {
  const written = writeLetter(of.letter, of.key.sign)
  const name = letterFileName(of.letter)
  const hand = ledger.hand()
  const staged: Result<Staged> = stage(of.folder, written.bytes)
  if (!staged.ok) return no(staged.problem)
  return ok({
    kept: { kind: of.letter.kind, unit_id: of.row.unit_id, submission: of.row.id, at: hand.at, by_name: hand.name, digest: written.digest, name, body: written.bytes },
    place: () => staged.value.place(join(of.folder, name)), discard: staged.value.discard,
  })
}
