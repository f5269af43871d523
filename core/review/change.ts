import { formatAmount, parseAmount } from '../amount.ts'
import type { Item } from '../pack/schema.ts'
import { decimalsOf, isFigure } from '../submission/show.ts'
import { rounded } from './fraction.ts'

const sign = (value: bigint): string => (value > 0n ? '+' : '')

/** now − before as shown, `未变` where nothing changed; '' where they cannot be compared. */
export function deltaOf(item: Item, before: string, now: string): string {
  if (before === '' && now === '') return ''
  if (before === now) return '未变'
  const [a, b] = [scaledOf(item, before), scaledOf(item, now)]
  if (a === null || b === null) return ''
  return a === b ? '未变' : `${sign(b - a)}${formatAmount(b - a, decimalsOf(item), { grouped: true })}`
}

/** Change on last year in percent with one decimal; '' where there is nothing to compare with. */
export function yoyOf(item: Item, prior: string, now: string): string {
  const [a, b] = [scaledOf(item, prior), scaledOf(item, now)]
  if (a === null || b === null || a === 0n) return ''
  const percent = rounded({ of: (b - a) * 100n, by: a < 0n ? -a : a }, 1)
  return `${sign(percent)}${formatAmount(percent, 1, { grouped: true })}`
}

const scaledOf = (item: Item, text: string): bigint | null => (isFigure(item) && text !== '' ? parseAmount(text, decimalsOf(item)) : null)
