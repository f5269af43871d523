import { formatAmount } from '../amount.ts'
import { figureText, scaledTo, times, unitParts, type Figure } from '../import/figure.ts'
import { say, type PasteWords } from '../text/paste.ts'

/** What a pasted text means for a cell: nothing; a text to store and how it was got; a text that stays as it is and is marked; or none. */
export type Read =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly text: string; readonly how: PasteWords | null }
  | { readonly kind: 'text'; readonly text: string; readonly why: PasteWords; readonly suggest: string | null }
  | { readonly kind: 'refused'; readonly why: PasteWords }
/** What a number is read for; `yuan`: numbers without a unit of their own are 元 although the item is in 万元. */
export interface AmountSpec { readonly decimals: number; readonly unit: string | null; readonly yuan: boolean }

/** One more than the largest whole part of a figure. */
const MOST = 10n ** 12n
const wide = /[！-～]/g
/** Full-width signs as ASCII, all blanks alike, ends trimmed. */
export const narrowed = (text: string): string =>
  text.replace(wide, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/g, ' ').replace(/[−–﹣]/g, '-').replaceAll('￥', '¥').trim()

/** Nothing there: blank, or a dash that accountants put for nothing. */
export const isNothing = (narrow: string): boolean => narrow === '' || /^[-—─－]{1,4}$/.test(narrow)
/** A refusal that holds for any cell: an error value, a column too narrow. */
export function broken(narrow: string): PasteWords | null {
  if (/^#{2,}$/.test(narrow)) return say('narrow')
  return /^#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!)$/i.test(narrow) ? say('excel-error') : null
}
/** A number with an exponent, as Excel shows long ones. */
export const isScientific = (narrow: string): boolean => /^[+-]?\d(?:\.\d+)?E[+-]?\d{1,3}$/i.test(narrow)

interface Parts { readonly figure: Figure; readonly power: number | null; readonly word: string; readonly bracketed: boolean; readonly marked: boolean }
const multiples: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10 }
const shape = /^([+-]?)\s*(¥|RMB|CNY|人民币)?\s*([+-]?)\s*([\d., ]*\d[\d., ]*)\s*(百亿|十亿|亿|千万|百万|十万|万|千|百)?\s*([^\d\s.,+-][^\d+-]*)?(-?)$/i

/** Reads a pasted number for an item. */
export function readAmount(raw: string, spec: AmountSpec): Read {
  const text = narrowed(raw).replace(/(?<=\d)。(?=\d)/g, '.')
  if (isNothing(text)) return { kind: 'blank' }
  const bad = broken(text)
  if (bad) return { kind: 'refused', why: bad }
  if (isScientific(text)) return { kind: 'refused', why: say('scientific') }
  const kept = (why: PasteWords, suggest: string | null = null): Read => ({ kind: 'text', text: raw.trim(), why, suggest })
  if (/(?:^|\s|-|\()(?:US\$|HK\$|\$|USD|EUR|HKD|JPY|€|£)|(?:美元|欧元|港元|港币|日元|英镑)$/i.test(text)) return kept(say('foreign'))
  const parts = text.length > 60 ? null : partsOf(text)
  if (!parts) return kept(say('not-number'), onlyNumber(text, spec))
  return inUnit(text, parts, spec, kept)
}

function partsOf(text: string): Parts | null {
  const inner = /^\((.+)\)$/.exec(text)?.[1]
  const found = shape.exec((inner ?? text).trim())
  if (!found) return null
  const [, before = '', mark, between = '', digits = '', multiple, word = '', behind = ''] = found
  const plain = plainDigits(digits.trim())
  const signs = `${before}${between}${behind}`
  if (plain === null || signs.length > 1 || (inner !== undefined && signs !== '')) return null
  const [whole = '', part = ''] = plain.split('.')
  const n = BigInt(whole + part)
  const figure = { n: inner !== undefined || signs === '-' ? -n : n, scale: part.length }
  return { figure, power: multiple === undefined ? null : (multiples[multiple] ?? null), word: word.trim(), bracketed: inner !== undefined, marked: mark !== undefined }
}

/** Digits without their separators; null when these stand wrong. */
function plainDigits(text: string): string | null {
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(text)) return text
  return /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) || /^\d{1,3}(?: \d{3})+(?:\.\d*)?$/.test(text) ? text.replace(/[, ]/g, '') : null
}

function inUnit(text: string, parts: Parts, spec: AmountSpec, kept: (why: PasteWords, suggest?: string | null) => Read): Read {
  const unit = unitParts(spec.unit ?? '')
  const money = unit.base === '元'
  const word = parts.word === '圆' ? '元' : parts.word
  if (word === '%') return spec.unit === '%' ? settled(text, parts, { ...spec, shift: 0 }, kept) : kept(say('percent'))
  if (word !== '' && !(money ? word === '元' : unitWords(spec.unit).includes(word))) return kept(word === '元' || unitLike.test(word) ? say('other-unit', { unit: parts.word }) : say('not-number'), onlyNumber(text, spec))
  const own = parts.power !== null || word !== ''
  const shift = own ? (parts.power ?? 0) - unit.power : money && spec.yuan ? -unit.power : 0
  return settled(text, parts, { ...spec, shift }, kept)
}

const unitLike = /^(?:份|人|家|张|台|套|个|件|项|次|批次|平方米|㎡|元|万元)$/
/** How an item's unit may be written behind a number: 台（套） as 台, 套. */
function unitWords(unit: string | null): readonly string[] {
  if (unit === null) return []
  const parts = /^(.+)[（(](.+)[)）]$/.exec(unit)
  const area = unit === '平方米' ? ['㎡', 'm2', 'm²', '平米'] : []
  return [unit, narrowed(unit), unitParts(unit).base, ...(parts ? [parts[1] ?? '', parts[2] ?? ''] : []), ...area]
}

function settled(text: string, parts: Parts, to: AmountSpec & { readonly shift: number }, kept: (why: PasteWords, suggest?: string | null) => Read): Read {
  const { scaled, rounded } = scaledTo(times(parts.figure, to.shift), to.decimals)
  const value = formatAmount(scaled, to.decimals)
  if (scaled >= MOST * 10n ** BigInt(to.decimals) || -scaled >= MOST * 10n ** BigInt(to.decimals)) return { kind: 'refused', why: say('too-large') }
  if (rounded && to.decimals === 0) return kept(say('not-whole', { unit: to.unit ?? '' }), value)
  if (rounded && to.shift === 0) return kept(say('too-fine', { decimals: to.decimals }), value)
  return { kind: 'value', text: value, how: howOf(text, parts, to, rounded) }
}

function howOf(text: string, parts: Parts, to: AmountSpec & { readonly shift: number }, rounded: boolean): PasteWords | null {
  const end = rounded ? '-rounded' as const : '' as const
  const bare = parts.power === null && parts.word === ''
  if (to.shift !== 0) return bare || (parts.power === null && parts.word === '元') ? say(`from-yuan${end}`, { from: figureText(parts.figure), decimals: to.decimals }) : say(`from-unit${end}`, { from: text, decimals: to.decimals })
  if (parts.word === '%') return say('percent-off')
  if (parts.bracketed) return say('negative')
  return parts.marked || !bare ? say('plain', { from: text }) : null
}

/** The one number in a text of words, for 改为 3. */
function onlyNumber(text: string, spec: AmountSpec): string | null {
  if (text.length > 60) return null
  const found = text.match(/-?\d[\d,]*(?:\.\d+)?/g) ?? []
  const plain = found.length === 1 ? plainDigits((found[0] ?? '').replace('-', '')) : null
  if (plain === null || /\d[-/.年]\d/.test(text.replace(found[0] ?? '', ''))) return null
  const read = readAmount(plain, spec)
  return read.kind === 'value' ? read.text : null
}
