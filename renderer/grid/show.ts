import { formatAmount, normaliseTyped, parseAmount } from '../../core/amount.ts'
import type { Item, Pack } from '../../core/pack/schema.ts'
import { tidyDate, tidyMonth } from './dates.ts'
import { optionText } from './match.ts'
import type { Option } from './match.ts'

/** Whether a cell holds a number. */
export const isNumeric = (item: Item): boolean => item.type === 'integer' || item.type === 'decimal'

/** Decimals of a numeric cell. */
export const decimalsOf = (item: Item): number => (item.type === 'integer' ? 0 : (item.decimals ?? 2))

/** The number in a text, in the item's smallest unit; null when it is blank or not a number. */
export const amountOf = (item: Item, text: string): bigint | null => (isNumeric(item) ? parseAmount(normaliseTyped(text), decimalsOf(item)) : null)

/** A number as people read it: grouped, true minus, the item's decimals. */
export const grouped = (amount: bigint, decimals: number): string => formatAmount(amount, decimals, { grouped: true })

const lists = new WeakMap<Item, readonly Option[]>()
const build = (pack: Pack, item: Item): readonly Option[] => {
  if (item.enum) return item.enum
  if (item.enumRef) return (pack.codes[item.enumRef] ?? []).filter((o) => !item.enumExcept?.includes(o.code))
  if (item.pick === 'region') return pack.regions.map(([code, name]) => ({ code, name }))
  if (item.pick === 'industry') return pack.industries.map(([code, name]) => ({ code, name }))
  return []
}
/** The code list of a cell; empty when it has none. */
export const optionsOf = (pack: Pack, item: Item): readonly Option[] => {
  const have = lists.get(item)
  if (have) return have
  const made = build(pack, item)
  lists.set(item, made)
  return made
}

const names = new WeakMap<readonly Option[], ReadonlyMap<string, string>>()
/** The name of a code in a list, or null. */
export const nameIn = (options: readonly Option[], code: string): string | null => {
  const have = names.get(options) ?? new Map([...options].reverse().map((o) => [o.code, o.name]))
  names.set(options, have)
  return have.get(code) ?? null
}

/** A stored text as the cell shows it at rest. */
export const shownText = (pack: Pack, item: Item, text: string): string => {
  if (isNumeric(item)) {
    const amount = amountOf(item, text)
    return amount === null ? text : grouped(amount, decimalsOf(item))
  }
  const name = nameIn(optionsOf(pack, item), text)
  return name === null ? text : optionText({ code: text, name })
}

/** A stored text as it stands in the cell while the caret is there. */
export const editText = (pack: Pack, item: Item, text: string): string => (isNumeric(item) ? text : shownText(pack, item, text))

/** A typed text as it goes to the file: numbers, dates and months tidied, anything else as typed. */
export const tidied = (item: Item, typed: string): string => {
  if (isNumeric(item)) return normaliseTyped(typed)
  if (item.type === 'date') return tidyDate(typed)
  if (item.type === 'month') return tidyMonth(typed)
  return typed.trim()
}

/** 万元 amounts read back in 元: 8,637,000. */
export const inYuan = (item: Item, text: string): string | null => {
  const amount = item.unit === '万元' ? amountOf(item, text) : null
  return amount === null ? null : grouped((amount * 10_000n) / 10n ** BigInt(decimalsOf(item)), 0)
}

/** Change to last year in per cent with one decimal and its sign; null when there is nothing to compare. */
export const changePercent = (now: bigint | null, before: bigint | null): string | null => {
  if (now === null || before === null || before === 0n) return null
  const size = before < 0n ? -before : before
  const raw = (now - before) * 2000n
  const tenth = (raw + (raw < 0n ? -size : size)) / (2n * size)
  const text = grouped(tenth, 1)
  return tenth > 0n ? `+${text}` : text
}
