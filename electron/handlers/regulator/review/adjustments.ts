import type { Request } from '../../../../core/contract.ts'
import type { Adjustment } from '../../../../core/contract/regulator/review.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { forPeople } from '../../../../core/review/cells.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { isSound } from '../../../ledger/soundAdjustment.ts'
import { adjustmentRows, type AdjustmentRow } from '../../../ledger/store/adjustment.ts'
import type { Desk } from '../../desk.ts'
import { contactOf } from '../../../ledger/store/reviewed.ts'
import { packOfYear } from './signals.ts'

/** Every adjustment, of one unit or of all, newest first. */
export async function reviewAdjustments(desk: Desk, args: Request<'review.adjustments'>): Promise<Result<readonly Adjustment[]>> {
  const at = await desk.ledger()
  return at.ok ? ok(await adjustmentsOf(desk, at.value, args.unit ?? null)) : at
}

/** Adjustments as shown; one whose signature does not hold says so. */
export async function adjustmentsOf(desk: Desk, ledger: Ledger, unit: string | null): Promise<readonly Adjustment[]> {
  const names = new Map<string, string>()
  const lines: Adjustment[] = []
  for (const row of await adjustmentRows(ledger.sql, unit)) {
    if (!names.has(row.unit_id)) names.set(row.unit_id, (await contactOf(ledger.sql, row.unit_id))?.name ?? row.unit_id)
    lines.push(lineOf(desk, ledger, { row, name: names.get(row.unit_id) ?? row.unit_id }))
  }
  return lines
}

function lineOf(desk: Desk, ledger: Ledger, { row, name }: { readonly row: AdjustmentRow; readonly name: string }): Adjustment {
  const pack = packOfYear(desk, ledger, row.year)
  const item = pack ? lookup(pack).item(row.item)?.item : undefined
  const show = (text: string): string => (pack && item ? forPeople(pack, item, text) : text)
  return {
    id: row.id, unit: row.unit_id, name, year: row.year, item: row.item, itemName: item?.name ?? row.item, row: row.row_no, old: show(row.old), now: show(row.txt), imputed: row.imputed !== 0,
    reason: row.reason, by: row.by_name, at: row.at, signer: row.signer, sound: isSound(row), withdrawn: row.withdrawn_at === null ? null : `${row.withdrawn_at} ${row.withdrawn_by ?? ''} ${row.withdrawn_reason ?? ''}`.trim(),
  }
}
