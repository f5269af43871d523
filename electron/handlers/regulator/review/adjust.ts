import type { Request } from '../../../../core/contract.ts'
import type { Adjustment } from '../../../../core/contract/regulator/review.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { adjustedValue, adjustmentMessage } from '../../../../core/review/adjustment.ts'
import { laidOut } from '../../../../core/review/audited.ts'
import { cellName } from '../../../../core/review/cells.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { boundKey } from '../../../ledger/regulatorKey.ts'
import { addAdjustment, withdrawAdjustments, type AdjustedCell, type NewAdjustment } from '../../../ledger/store/adjustment.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import { reviewedOf } from '../../../ledger/store/reviewed.ts'
import { standingStates } from '../../../ledger/store/standing.ts'
import type { Desk } from '../../desk.ts'
import { adjustmentsOf } from './adjustments.ts'
import { reviewing } from './decide.ts'
import { readSealed } from './gather.ts'
import { packOfYear } from './signals.ts'

/** Corrects or imputes a value in its own signed layer; without a text what stands there is withdrawn. The submission stays as it is. */
export async function reviewAdjust(desk: Desk, args: Request<'review.adjust'>): Promise<Result<readonly Adjustment[]>> {
  const at = await reviewing(desk)
  if (!at.ok) return at
  const ledger = at.value
  const pack = packOfYear(desk, ledger, args.year)
  if (!pack) return no(problem('pack-unknown', { pack: String(args.year) }))
  const done = args.text === null ? await withdraw(ledger, args) : await put(desk, ledger, { args, text: args.text, pack })
  return done.ok ? ok(await adjustmentsOf(desk, ledger, args.unit)) : done
}

type Args = Request<'review.adjust'>
const cellOf = (args: Args): AdjustedCell => ({ unit_id: args.unit, year: args.year, item: args.item, row_no: args.row })

async function withdraw(ledger: Ledger, args: Args): Promise<Result<null>> {
  const hand = ledger.hand()
  await ledger.sql.write(async sql => {
    if (await withdrawAdjustments(sql, cellOf(args), { ...hand, reason: args.reason }) === 0) throw new LedgerFailure(problem('adjust-none', { item: args.item }))
    await addDecision(sql, { submission: null, unit_id: args.unit, year: args.year, kind: 'adjust-withdraw', by_name: hand.name, at: hand.at, reason: args.reason, detail: JSON.stringify({ item: args.item, row: args.row }) })
  })
  return ok(null)
}

async function put(desk: Desk, ledger: Ledger, { args, text, pack }: { readonly args: Args; readonly text: string; readonly pack: Pack }): Promise<Result<null>> {
  const value = adjustedValue(pack, args.item, text)
  if (!value.ok) return value
  const old = await standingValue(desk, ledger, { args, pack })
  if (!old.ok) return old
  const key = await boundKey(desk, ledger)
  if (!key.ok) return key
  const hand = ledger.hand()
  const signed = { ...cellOf(args), txt: value.value.txt, old: old.value.text, imputed: old.value.text === '' ? 1 : 0, reason: args.reason, by_name: hand.name, at: hand.at }
  const signature = Buffer.from(key.value.sign(Buffer.from(adjustmentMessage(signed)))).toString('base64')
  const row: NewAdjustment = { ...signed, num: value.value.num === null ? null : Number(value.value.num), signer: key.value.signer, public_key: Buffer.from(key.value.publicKey).toString('hex'), signature }
  await ledger.sql.write(async sql => {
    await withdrawAdjustments(sql, cellOf(args), { ...hand, reason: `改为 ${row.txt}` })
    const id = await addAdjustment(sql, row)
    await addDecision(sql, { submission: old.value.submission, unit_id: args.unit, year: args.year, kind: 'adjust', by_name: hand.name, at: hand.at, reason: args.reason, detail: JSON.stringify({ adjustment: id, item: args.item, row: args.row, old: row.old, now: row.txt }) })
  })
  return ok(null)
}

/** What the unit itself says in its newest standing submission; blank where it sent none. */
async function standingValue(desk: Desk, ledger: Ledger, { args, pack }: { readonly args: Args; readonly pack: Pack }): Promise<Result<{ readonly text: string; readonly submission: number | null }>> {
  const entry = lookup(pack).item(args.item)
  const newest = (await reviewedOf(ledger.sql, args.unit, args.year)).findLast(row => (standingStates as readonly string[]).includes(row.state))
  const sealed = newest ? await readSealed(desk, ledger, newest.id) : null
  if (sealed && !sealed.ok) return sealed
  const payload = sealed?.value.payload
  const rowThere = args.row !== null && payload?.tables[entry?.table?.key ?? '']?.rows.some(row => row.id === args.row) === true
  if ((entry?.table ?? null) === null ? args.row !== null : !rowThere) return no(problem('adjust-row', { item: entry?.item.name ?? args.item }))
  return ok({ text: payload ? (laidOut(pack, payload).cells.get(cellName(args.item, args.row)) ?? '') : '', submission: newest?.id ?? null })
}
