import { lookup, type Entry, type PackIndex } from '../pack/lookup.ts'
import { say, type PasteWords } from '../text/paste.ts'
import type { PasteInput } from './plan.ts'

/** Where one cell of the copy goes, or why it goes nowhere (`refused` if it would have meant something). */
export interface Placed { readonly r: number; readonly c: number; readonly entry: Entry | null; readonly row: number | null; readonly added: number | null; readonly skip: PasteWords | null; readonly refused: boolean }
/** The whole copy laid over the grid. */
export interface Layout { readonly table: string | null; readonly columns: readonly (Entry | null)[]; readonly headings: readonly string[] | null; readonly match: 'position' | 'key' | 'label'; readonly added: number; readonly cells: readonly Placed[] }

const totals = /^(?:本页|本期|本月|本年|全年|全部|各项)?(?:合计|总计|小计|累计|共计|总和|汇总|total|subtotal|sum)[:：]?$/i
const headWords = /^(?:本年|本期|上年|上期|本年数|本期数|本年累计|本期金额|金额|数值|数量|期末|期末数|期末余额|年末数|填报数|数据|计量单位|单位[:：].*|(?:单位)?[（(]?(?:元|千元|万元|亿元|份|人)[）)]?|20\d\d年?度?数?)$/

/** Whether a row is the total of the rows above: one of its first texts says so. */
export const isTotal = (row: readonly string[]): boolean => row.filter(text => text.trim() !== '').slice(0, 2).some(text => totals.test(text.replace(/\s/g, '')))
/** Whether a text stands above figures: 本年, 金额, 万元. */
export const isHeadWord = (text: string): boolean => headWords.test(text.replace(/\s/g, '')) || headWords.test(text.replace(/\s|[（(].*[)）]/g, ''))
/** Whether nothing stands in a row. */
export const isEmptyRow = (row: readonly string[]): boolean => row.every(text => text.trim() === '')

/** A cell that is passed over. */
export const passed = (r: number, c: number, code: Parameters<typeof say>[0]): Placed => ({ r, c, entry: null, row: null, added: null, skip: say(code), refused: false })
/** A cell for which there is no place. */
export const outside = (r: number, c: number, text: string): Placed => ({ ...passed(r, c, text.trim() === '' ? 'column-off' : 'outside'), refused: text.trim() !== '' })

/** The entries of the target's form or table in the order of the screen. */
export function entriesFrom(index: PackIndex, input: PasteInput, start: Entry): readonly Entry[] {
  const all = start.table ? (index.tables[start.tableAt]?.columns ?? []) : index.scalars.filter(e => e.formNo === start.formNo)
  const { order } = input.target
  const listed = order?.flatMap(key => all.find(e => e.item.key === key) ?? [])
  return listed && listed.includes(start) ? listed : all
}

/** The entry a paste starts at, if there is one. */
export const startOf = (input: PasteInput): Entry | undefined => lookup(input.pack).item(input.target.item)
