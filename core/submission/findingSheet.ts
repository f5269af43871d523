import { xmlSafe } from './canonical.ts'
import { lookup } from '../pack/lookup.ts'
import type { PlanFinding, PlanInput } from './input.ts'
import type { Paper } from './paper.ts'
import { signoffLine } from './paper.ts'
import { done, draft, frame, heightOf, linesOf, put, sheetName, type Draft, type SheetPlan } from './sheet.ts'

const widths = [6, 10, 10, 16, 54, 46]
const heads = ['序号', '审核关系', '性质', '行', '审核结果', '说明']

/** A text about a cell that goes with the submission: a note, or the answer to a query. */
interface Said { readonly item: string; readonly row: number | null; readonly text: string; readonly query?: string }

/** The findings with the explanations given, the notes that go along, and the answers to queries. */
export function findingSheet(paper: Paper, { findings, notes = [], answers = [], data }: Pick<PlanInput, 'findings' | 'notes' | 'answers' | 'data'>): SheetPlan {
  const sheet = draft(widths)
  titleRows(sheet, '审核结果及说明', heads)
  findings.forEach((finding, i) => findingRow(sheet, finding, i))
  if (findings.length === 0) put(sheet, [2, 0, 5], 'text', { text: '没有审核提示。' })
  const end = 2 + Math.max(1, findings.length)
  frame(sheet, [1, end - 1], [0, 5])
  const noted = notes.length > 0 ? saidRows(sheet, paper, { title: '附注', said: notes, data, from: end }) : end
  const answered = answers.length > 0 ? saidRows(sheet, paper, { title: '对查询的答复', said: answers, data, from: noted }) : noted
  signoffLine(sheet, paper, answered)
  return done(sheet, { name: '审核结果', key: `findings:${findings.length}:${notes.length}:${answers.length}`, form: null, landscape: true, head: [1, 1] })
}

function titleRows(sheet: Draft, title: string, names: readonly string[]): void {
  put(sheet, [0, 0, names.length - 1], 'title', { text: title })
  sheet.heights[0] = 36
  names.forEach((text, c) => put(sheet, [1, c, c], 'headGrey', { text }))
  sheet.heights[1] = 20
}

function findingRow(sheet: Draft, finding: PlanFinding, i: number): void {
  const r = 2 + i
  const detail = xmlSafe(finding.detail)
  const why = xmlSafe(finding.explanation ?? '')
  put(sheet, [r, 0, 0], 'num0', { text: String(i + 1), numeric: true })
  put(sheet, [r, 1, 1], 'unit', { text: finding.rule, vary: true })
  put(sheet, [r, 2, 2], 'unit', { text: finding.severity === 'error' ? '强制性' : '核实性', vary: true })
  put(sheet, [r, 3, 3], 'choice', { text: xmlSafe(finding.rowKey ?? ''), vary: true })
  put(sheet, [r, 4, 4], 'text', { text: detail, vary: true })
  put(sheet, [r, 5, 5], 'text', { text: why, vary: true })
  sheet.heights[r] = heightOf(Math.max(linesOf(detail, widths[4] ?? 54), linesOf(why, widths[5] ?? 46)), 18)
}

/** Texts about cells below the findings, with a heading of their own; gives the next row. */
function saidRows(sheet: Draft, paper: Paper, { title, said, data, from }: { readonly title: string; readonly said: readonly Said[]; readonly data: PlanInput['data']; readonly from: number }): number {
  const names = ['序号', '表', '代码', '行', '指标', title]
  names.forEach((text, c) => put(sheet, [from, c, c], 'headGrey', { text }))
  sheet.heights[from] = 20
  said.forEach((one, i) => saidRow(sheet, { paper, data, one }, [from + 1 + i, i]))
  frame(sheet, [from, from + said.length], [0, 5])
  return from + 1 + said.length
}

function saidRow(sheet: Draft, { paper, data, one }: { readonly paper: Paper; readonly data: PlanInput['data']; readonly one: Said }, [r, i]: readonly [number, number]): void {
  const entry = lookup(paper.pack.pack).item(one.item)
  const cells = entry?.table ? data.tables[entry.table.key]?.find((row) => row.id === one.row)?.cells : undefined
  const text = xmlSafe(one.text)
  put(sheet, [r, 0, 0], 'num0', { text: String(i + 1), numeric: true })
  put(sheet, [r, 1, 1], 'unit', { text: entry?.table?.no ?? entry?.form?.no ?? '签署栏', vary: true })
  put(sheet, [r, 2, 2], 'unit', { text: entry?.item.no ?? '', vary: true })
  put(sheet, [r, 3, 3], 'choice', { text: xmlSafe(cells?.[entry?.table?.rowKey ?? ''] ?? ''), vary: true })
  put(sheet, [r, 4, 4], 'text', { text: `${entry?.item.name ?? one.item}${one.query === undefined ? '' : `（查询 ${xmlSafe(one.query)}）`}`, vary: true })
  put(sheet, [r, 5, 5], 'text', { text, vary: true })
  sheet.heights[r] = heightOf(linesOf(text, widths[5] ?? 46), 18)
}

/** Rows of the template's sheet for explanations (D18). */
export const explanationRows = 40

/** The template's open sheet for explanations: rule, row, text. */
export function explanationSheet(): SheetPlan {
  const sheet = draft([14, 22, 70])
  titleRows(sheet, '说明（核实性审核关系的原因）', ['审核关系编号', '行（没有则不填）', '说明'])
  for (let i = 0; i < explanationRows; i++) {
    const r = 2 + i
    put(sheet, [r, 0, 0], 'unit', { text: '', input: true, item: 'rule', row: i })
    put(sheet, [r, 1, 1], 'unit', { text: '', input: true, item: 'row', row: i })
    put(sheet, [r, 2, 2], 'text', { text: '', input: true, item: 'text', row: i })
    sheet.heights[r] = 24
  }
  frame(sheet, [1, 1 + explanationRows], [0, 2])
  return done(sheet, { name: sheetName('说明'), key: 'explanations', form: null, landscape: false, head: [1, 1] })
}
