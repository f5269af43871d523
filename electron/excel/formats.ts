import type { Archive } from './guard.ts'
import { partText } from './guard.ts'
import { ok, type Result } from '../../core/result.ts'
import { attributesOf } from './xml.ts'

/** How a number is shown, as far as its meaning changes: a day, a time of day, or a percentage. */
export type Shown = 'date' | 'percent' | 'plain'

const builtIn: Readonly<Record<number, Shown>> = { 9: 'percent', 10: 'percent', 14: 'date', 15: 'date', 16: 'date', 17: 'date', 22: 'date' }

/** What a number format makes of a number. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return builtIn[id] ?? (id >= 27 && id <= 31 || id >= 50 && id <= 58 || id === 36 ? 'date' : 'plain')
  const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';')[0] ?? ''
  if (/[yY]|d|D/.test(plain) && !/general/i.test(plain)) return 'date'
  return plain.includes('%') ? 'percent' : 'plain'
}

/** How each cell style of a workbook shows numbers, in the order of their numbers. */
export function stylesOf(archive: Archive): Result<readonly Shown[]> {
  if (!archive.entries.has('xl/styles.xml')) return ok([])
  const xml = partText(archive, 'xl/styles.xml')
  if (!xml.ok) return xml
  const codes = new Map([...xml.value.matchAll(/<(?:[\w.-]+:)?numFmt(?=\s)([^<>]*)>/g)].map((tag) => {
    const attributes = attributesOf(tag[1] ?? '')
    return [Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? ''] as const
  }))
  const open = /<(?:[\w.-]+:)?cellXfs(?=[\s>])[^<>]*>/.exec(xml.value)
  if (!open) return ok([])
  const end = xml.value.indexOf('cellXfs>', open.index + open[0].length)
  const list = xml.value.slice(open.index + open[0].length, end < 0 ? undefined : end)
  return ok([...list.matchAll(/<(?:[\w.-]+:)?xf(?=[\s/>])([^<>]*)>/g)].map((tag) => {
    const id = Number(attributesOf(tag[1] ?? '').get('numFmtId') ?? '0')
    return shownBy(id, codes.get(id))
  }))
}

/** How the cells of a sheet are shown that are not shown plainly. */
export function styledCells(xml: string, styles: readonly Shown[]): ReadonlyMap<string, Shown> {
  const cells = new Map<string, Shown>()
  if (styles.every((shown) => shown === 'plain')) return cells
  for (const tag of xml.matchAll(/<(?:[\w.-]+:)?c(?=\s)([^<>]*)>/g)) {
    const attributes = attributesOf(tag[1] ?? '')
    const [ref, shown] = [attributes.get('r'), styles[Number(attributes.get('s') ?? 0)] ?? 'plain']
    if (ref !== undefined && shown !== 'plain') cells.set(ref, shown)
  }
  return cells
}

/** Whether days count from 1904. */
export function from1904(archive: Archive): boolean {
  const workbook = partText(archive, 'xl/workbook.xml')
  return workbook.ok && /<(?:[\w.-]+:)?workbookPr(?=\s)[^<>]*date1904\s*=\s*["'](?:1|true)["']/.test(workbook.value)
}

/** A serial day as ISO text, with the time when there is one; null outside the calendar. */
export function serialDay(serial: number, since1904: boolean): string | null {
  const days = since1904 ? serial + 1462 : serial
  if (!Number.isFinite(days) || days < 1 || days >= 2958466 || Math.floor(days) === 60) return null
  const at = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.round(days * 86400) * 1000)
  const text = at.toISOString()
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19)
}
