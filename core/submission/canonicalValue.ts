import { formatAmount, normaliseTyped, parseAmount } from '../amount.ts'
import type { PackIndex } from '../pack/lookup.ts'
import { decimalsOf, isFigure } from './show.ts'

/** A typed text as a payload holds it: a canonical decimal where it can be read as the item's amount, else as it is. */
export function canonicalValue(index: PackIndex, name: string, text: string): string {
  const item = index.item(name)?.item
  if (!item || !isFigure(item)) return text
  const scaled = parseAmount(normaliseTyped(text), decimalsOf(item))
  return scaled === null ? text : formatAmount(scaled, decimalsOf(item))
}
