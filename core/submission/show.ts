import { formatAmount, normaliseTyped, parseAmount } from '../amount.ts'
import { lookup } from '../pack/lookup.ts'
import type { Item, Pack } from '../pack/schema.ts'
import { xmlSafe } from './canonical.ts'
import { figureLook, type LookName } from './looks.ts'

/** What a cell of the workbook shows of a value: a canonical decimal, or text; codes with their names. */
export interface Shown { readonly text: string; readonly numeric: boolean; readonly look: LookName }

/** Whether the item is a number. */
export const isFigure = (item: Item): boolean => item.type === 'integer' || item.type === 'decimal'

/** Decimals that a figure is printed with. */
export const decimalsOf = (item: Item): number => (item.type === 'decimal' ? (item.decimals ?? 2) : 0)

/** The look of an item's value cell. */
export function valueLook(item: Item): LookName {
  return isFigure(item) ? figureLook(decimalsOf(item)) : item.type === 'text' && !item.pick ? 'text' : 'choice'
}

/** A typed text as its cell shows it; a number that cannot be read stays text. */
export function shown(pack: Pack, item: Item, typed: string): Shown {
  const look = valueLook(item)
  const text = xmlSafe(typed).trim()
  if (text === '') return { text: '', numeric: false, look }
  if (isFigure(item)) {
    const scaled = parseAmount(normaliseTyped(text), decimalsOf(item))
    return scaled === null ? { text, numeric: false, look: 'text' } : { text: formatAmount(scaled, decimalsOf(item)), numeric: true, look }
  }
  const name = nameOf(pack, item, text)
  return { text: name === null ? text : `${text} ${name}`, numeric: false, look }
}

function nameOf(pack: Pack, item: Item, code: string): string | null {
  if (item.type === 'code') return lookup(pack).enumOf(item).find((entry) => entry.code === code)?.name ?? null
  if (item.pick === 'region') return pack.regions.find(([region]) => region === code)?.[1] ?? null
  if (item.pick === 'industry') return pack.industries.find(([industry]) => industry === code)?.[1] ?? null
  return null
}

/** The choices of a code item, `1 是`; null where none are listed. */
export function choicesOf(pack: Pack, item: Item): readonly string[] | null {
  if (item.type !== 'code') return null
  const list = lookup(pack).enumOf(item).map((entry) => `${entry.code} ${entry.name}`)
  return list.length > 0 ? list : null
}

/** What a choice cell says, back to its code: `1 是` is `1`. */
export function codeOf(item: Item, text: string): string {
  const cut = text.indexOf(' ')
  return (item.type === 'code' || item.pick) && cut > 0 ? text.slice(0, cut) : text
}

/** A date as a person writes it: 2027年3月8日. */
export function longDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : iso
}
