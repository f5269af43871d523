import type { Item, Pack } from '../../core/pack/schema.ts'
import { t } from '../text/texts.ts'
import type { Hint } from './hint.ts'
import { amountOf, changePercent, isNumeric, shownText } from './show.ts'

/** From how many per cent on a figure differs strongly from last year's. */
const STRONG = 50n

/** What is to be said of a cell beside last year's: taken over as it was, or far from it; null for anything between. */
export function pastHint(item: Item, text: string, before: string): Hint | null {
  if (item.prior === null || before.trim() === '' || text.trim() === '') return null
  if (item.prior === 'carry') return text === before ? { icon: 'carried', tone: 'quiet', text: t.form.carried } : null
  const [now, then] = [amountOf(item, text), amountOf(item, before)]
  const change = changePercent(now, then)
  return now !== null && then !== null && change !== null && isFar(now, then) ? { icon: 'leap', tone: 'accent', text: t.form.leap(change) } : null
}

const size = (n: bigint): bigint => (n < 0n ? -n : n)
const isFar = (now: bigint, then: bigint): boolean => size(now - then) * 100n >= size(then) * STRONG

/** What a cell is called: its code, name, unit and last year's value, in a table its row first. */
export function cellName(pack: Pack, item: Item, at: { readonly form: string; readonly row: number | null; readonly before: string }): string {
  const code = at.row === null ? `${at.form}.${item.no}` : item.no
  const before = at.before.trim() === '' ? '' : t.panel.before(shownText(pack, item, at.before))
  const named = [`${code} ${item.name}`.trim(), isNumeric(item) ? item.unit : '', before].filter(Boolean).join('，')
  return at.row === null ? named : `${t.safety.row(at.row + 1)}，${named}`
}
