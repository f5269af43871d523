import { lookup } from '../pack/lookup.ts'
import type { Item, LoadedPack, Pack } from '../pack/schema.ts'
import type { PlanInput } from './input.ts'
import { longDate, shown } from './show.ts'
import { frame, heightOf, linesOf, put, type Draft, type Extra } from './sheet.ts'

/** What the sheets are drawn from: a filing, or null for the blank template of the pack. */
export interface Paper { readonly pack: LoadedPack; readonly filing: PlanInput | null }

/** The typed or computed text of an item; blank in a template. */
export function typedOf({ filing }: Paper, item: Pick<Item, 'key' | 'required'>): string {
  if (!filing) return ''
  return (item.required === 'computed' ? filing.computed[item.key] : filing.data.values[item.key]) ?? ''
}

/** A key's text as shown, '' when the pack has no such item. */
export function shownOf(paper: Paper, key: string): string {
  const item = lookup(paper.pack.pack).item(key)?.item
  return item ? shown(paper.pack.pack, item, typedOf(paper, item)).text : ''
}

/** The columns that the page's head uses: label, box, marks from `marks` to the last. */
interface Columns { readonly label: number; readonly box: number; readonly marks: number; readonly last: number }

function columnsOf(widths: readonly number[]): Columns {
  const last = widths.length - 1
  const upTo = (from: number, least: number): number => {
    let sum = 0
    for (let c = from; c < last; c++) if ((sum += widths[c] ?? 0) >= least) return c
    return last
  }
  let marks = last
  for (let sum = widths[last] ?? 0; sum < 30 && marks > 2; marks--) sum += widths[marks - 1] ?? 0
  const label = upTo(0, 17)
  return { label, box: Math.min(upTo(label + 1, 20), marks - 1), marks, last }
}

/** Title, unit, marks and legal note at the top of a form (forms.md 1.3); gives the next row. */
export function pageHead(sheet: Draft, paper: Paper, { title, no }: { readonly title: string; readonly no: string }): number {
  const { pack } = paper.pack
  const { label, box, marks, last } = columnsOf(sheet.widths)
  put(sheet, [0, 0, last], 'title', { text: title })
  sheet.heights[0] = 33
  const side = [`表　　号：${pack.marks.prefix}${no}表${markOf(pack)}`, `制定机关：${pack.marks.maker}`, `批准机关：${pack.marks.approver}`, `批准文号：${pack.marks.approvalNo}`, `有效期至：${pack.marks.validUntil}`]
  side.forEach((text, i) => put(sheet, [1 + i, marks, last], 'plain', { text }))
  const unit = (r: number, name: string, key: string, boxed: boolean): void => {
    put(sheet, [r, 0, label], 'plain', { text: `${name}：` })
    put(sheet, [r, label + 1, boxed ? box : marks - 1], boxed ? 'code' : 'shrunk', { text: shownOf(paper, key), vary: true, item: paper.filing ? key : null })
    sheet.heights[r] = 16.5
  }
  unit(2, '机构名称', 'org_name', false)
  unit(3, '统一社会信用代码', 'uscc', true)
  unit(4, '单位序号', 'unit_seq', true)
  put(sheet, [5, 0, marks - 1], 'right', { text: `${[...String(pack.year)].join(' ')} 年　` })
  put(sheet, [6, 0, last], 'legal', { text: pack.legalNote })
  frame(sheet, [6, 6], [0, last])
  sheet.heights[6] = heightOf(linesOf(pack.legalNote, sheet.widths.reduce((a, b) => a + b, 0) * 0.95), 18)
  return 7
}

const markOf = (pack: Pack): string => (pack.sample ? '「示例」' : '')

/** The sign-off line below a form. */
export function signoffLine(sheet: Draft, paper: Paper, r: number): number {
  const parts = paper.pack.pack.signoff.map((item) => {
    const typed = typedOf(paper, item)
    const text = item.type === 'date' ? longDate(typed) : shown(paper.pack.pack, item, typed).text
    return `${shortName(item.name)}：${text === '' ? '　　　　' : text}`
  })
  put(sheet, [r, 0, sheet.widths.length - 1], 'shrunk', { text: parts.join('　　'), vary: true })
  sheet.heights[r] = 24
  return r + 1
}

const shortName = (name: string): string => (name === '填表人联系电话' ? '联系电话' : name)

/** Notes below the sign-off line, one row each. */
export function notesBelow(sheet: Draft, notes: readonly string[], r: number): number {
  const width = sheet.widths.reduce((a, b) => a + b, 0)
  notes.forEach((note, i) => {
    put(sheet, [r + i, 0, sheet.widths.length - 1], 'note', { text: `${i === 0 ? '说明：' : '　　　'}${notes.length > 1 ? `${i + 1}. ` : ''}${note}` })
    sheet.heights[r + i] = heightOf(linesOf(note, width * 1.15 - 6), 14)
  })
  return r + notes.length
}

/** An item's value cell: shown text, kind and marks for the verdict. */
export function valueCell(paper: Paper, item: Item, typed: string, row: number | null): { readonly look: ReturnType<typeof shown>['look']; readonly content: Extra & { readonly text: string } } {
  const { text, numeric, look } = shown(paper.pack.pack, item, typed)
  return { look, content: { text, numeric, vary: true, item: item.key, row } }
}
