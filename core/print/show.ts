import { formatAmount, parseAmount } from '../amount.ts'
import type { Item, Pack } from '../pack/schema.ts'
import { isFigure, shown } from '../submission/show.ts'

/** A cell as paper shows it: blank stays blank, 0 prints 0, codes with their names, figures grouped. */
export function show(pack: Pack, item: Item, text: string): string {
  const seen = shown(pack, item, text)
  const scaled = isFigure(item) && seen.numeric ? parseAmount(seen.text, item.decimals ?? 0) : null
  return scaled === null ? seen.text : formatAmount(scaled, item.decimals ?? 0, { grouped: true })
}
