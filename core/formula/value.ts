import type { Num, Ratio } from './number.ts'

/** The types of the rule language. `blank` fits every type: an item that is switched off. */
export type Basic = 'num' | 'text' | 'month' | 'date' | 'bool' | 'blank'
/** A set's type names what it holds; `cell` is `this`, taken as a number or a text by what it meets. */
export type Type = Basic | 'cell' | 'set:num' | 'set:text' | 'set:month' | 'set:date'

/** A scalar at run time. */
export type Scalar = Num | string | boolean
/** Anything a formula may give; null is blank. */
export type Value = Scalar | Ratio | readonly Scalar[] | null

/** What a type is called in a message. */
export const typeNames: Readonly<Record<Type, string>> = {
  'num': '数', 'text': '文字', 'month': '年月', 'date': '日期', 'bool': '真假', 'blank': '空', 'cell': '本单元格',
  'set:num': '数的集合', 'set:text': '文字的集合', 'set:month': '年月的集合', 'set:date': '日期的集合',
}

/** Order of two texts by code point. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    if (x >= 0xd800 && y >= 0xd800) return weight(x) - weight(y)
    return x - y
  }
  return a.length - b.length
}

/** Surrogates come after the other units, as their code points do. */
function weight(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000
}

/** The length in characters, not units. */
export function lengthOf(text: string): number {
  let n = text.length
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xd800) n--
  return n
}
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the text is a month YYYY-MM that exists. */
export function isMonth(text: string): boolean {
  return /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text) && text >= '0001'
}

/** Whether the text is a date YYYY-MM-DD that exists. */
export function isDate(text: string): boolean {
  if (!/^[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}$/.test(text) || text < '0001') return false
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  const last = month === 2 && leap(Number(text.slice(0, 4))) ? 29 : (days[month - 1] ?? 0)
  return day >= 1 && day <= last
}
