import type { Form, Item } from '../pack/schema.ts'
import { besides, type LookName } from './looks.ts'
import { notesBelow, pageHead, signoffLine, typedOf, valueCell, type Paper } from './paper.ts'
import { done, draft, frame, heightOf, linesOf, put, sheetName, type Draft, type SheetPlan } from './sheet.ts'
import { choicesOf, isFigure, shown } from './show.ts'

const NAME = 0, UNIT = 2, CODE = 3, NOW = 4, PRIOR = 5
const figures = [19, 23, 10, 7, 20, 20]
const texts = [19, 17, 9, 6, 26, 24]

/** The sheet of a form whose items stand once, laid out like the official table. */
export function formSheet(paper: Paper, form: Form): SheetPlan {
  const numbers = form.items.filter(isFigure).length
  const sheet = draft(numbers * 2 >= form.items.length ? figures : texts)
  const head = pageHead(sheet, paper, { title: form.name, no: form.no })
  headRows(sheet, head)
  form.items.forEach((item, i) => itemRow(sheet, paper, item, head + 2 + i))
  const end = head + 2 + form.items.length
  frame(sheet, [head, end - 1], [0, PRIOR])
  const below = signoffLine(sheet, paper, end)
  notesBelow(sheet, form.notes, below)
  return done(sheet, { name: sheetName(`${form.no} ${form.short}`), key: `form:${form.no}`, form: form.no, landscape: false, head: [head, head + 1] })
}

function headRows(sheet: Draft, r: number): void {
  const row = (at: number, look: LookName, texts: readonly string[]): void => {
    put(sheet, [at, NAME, NAME + 1], look, { text: texts[0] ?? '' })
    texts.slice(1).forEach((text, i) => put(sheet, [at, UNIT + i, UNIT + i], look, { text }))
  }
  row(r, 'head', ['指标名称', '计量单位', '代码', '本年', '上年'])
  row(r + 1, 'letter', ['甲', '乙', '丙', '1', '2'])
  sheet.heights[r] = 20
  sheet.heights[r + 1] = 14
}

function itemRow(sheet: Draft, paper: Paper, item: Item, r: number): void {
  const indent = Math.min(3, item.indent ?? 0)
  put(sheet, [r, NAME, NAME + 1], `name${indent}` as LookName, { text: item.name, note: noteOf(item) })
  put(sheet, [r, UNIT, UNIT], 'unit', { text: item.unit ?? '—' })
  put(sheet, [r, CODE, CODE], 'unit', { text: item.no })
  const now = valueCell(paper, item, typedOf(paper, item), null)
  const open = !paper.filing && item.required !== 'computed'
  put(sheet, [r, NOW, NOW], now.look, { ...now.content, choices: choicesOf(paper.pack.pack, item), input: open })
  const prior = priorText(paper, item)
  put(sheet, [r, PRIOR, PRIOR], besides(prior.look), { text: prior.text, numeric: prior.numeric, vary: true })
  const width = (c: number): number => sheet.widths[c] ?? 10
  const lines = Math.max(linesOf(item.name, width(0) + width(1) - 2 * indent), linesOf(now.content.numeric ? '' : now.content.text, width(NOW)), linesOf(prior.numeric ? '' : prior.text, width(PRIOR)))
  sheet.heights[r] = heightOf(lines)
}

/** 指标解释 with what the item's form asks. */
export function noteOf(item: Item): string {
  return [item.explanation, item.format ? `格式：${item.format}` : '', item.formulaHint ? `自动计算：${item.formulaHint}` : ''].filter((part) => part !== '').join('\n')
}

function priorText(paper: Paper, item: Item): { readonly text: string; readonly numeric: boolean; readonly look: LookName } {
  if (!paper.filing) return { text: '', numeric: false, look: 'dash' }
  const typed = item.prior === null ? '' : (paper.filing.prior?.data.values[item.key] ?? '')
  const cell = shown(paper.pack.pack, item, typed)
  if (cell.text !== '') return cell
  return { text: '—', numeric: false, look: isFigure(item) ? 'dash' : 'choice' }
}
