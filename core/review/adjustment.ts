import { normaliseTyped, parseAmount } from '../amount.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { problem } from '../problem.ts'
import { no, ok, type Result } from '../result.ts'
import { canonicalJson } from '../submission/canonical.ts'
import { codeOf } from '../submission/show.ts'
import { plainOf } from './cells.ts'

/** What of an adjustment is signed. */
export interface SignedAdjustment { readonly unit_id: string; readonly year: number; readonly item: string; readonly row_no: number | null; readonly txt: string; readonly old: string; readonly imputed: number; readonly reason: string; readonly by_name: string; readonly at: string }

/** What the regulator's key signs of an adjustment: these characters as UTF-8. */
export function adjustmentMessage(a: SignedAdjustment): string {
  const { unit_id, year, item, row_no, txt, old, imputed, reason, by_name, at } = a
  return `jianbao-adjustment-1:${canonicalJson({ unit_id, year, item, row_no, txt, old, imputed, reason, by_name, at })}`
}

/** A typed value as an adjustment keeps it: its text, and the scaled number of a figure. Computed items and what does not fit are refused. */
export function adjustedValue(pack: Pack, key: string, typed: string): Result<{ readonly txt: string; readonly num: bigint | null }> {
  const entry = lookup(pack).item(key)
  if (!entry || entry.computed || entry.form === null) return no(problem('adjust-cell', { item: entry?.item.name ?? key }))
  const { item } = entry
  const text = codeOf(item, typed.trim())
  const num = entry.numeric ? parseAmount(normaliseTyped(text), entry.decimals) : null
  const fits = text !== '' && (entry.numeric ? num !== null : entry.codes === null || entry.codes.has(text))
  return fits ? ok({ txt: plainOf(item, text), num }) : no(problem('adjust-value', { text: typed.trim(), item: item.name }))
}
