import { lookup } from '../pack/lookup.ts'
import { xmlSafe } from './canonical.ts'
import type { PlanInput } from './input.ts'
import { shownOf, typedOf, type Paper } from './paper.ts'
import { done, draft, frame, heightOf, linesOf, put, type Draft, type Proof, type SheetPlan } from './sheet.ts'
import { longDate, shown } from './show.ts'

/** Name of the first sheet. */
export const coverName = '封面'
/** A line of the index. */
export interface IndexLine { readonly no: string; readonly name: string; readonly done: string; readonly sheet: string }

const widths = [8, 16, 40, 16, 24]
const LAST = 4

/** The stamped cover: unit, index, findings, sign-off, receipt code, fingerprint and 盖章处. */
export function coverSheet(paper: Paper, filing: PlanInput, index: readonly IndexLine[]): SheetPlan {
  const sheet = draft(widths)
  let r = headBlock(sheet, paper, { title: '检验检测统计调查报送件', sub: `${paper.pack.pack.year} 年度　第 ${filing.meta.submitNo} 次报送` })
  r = factBlock(sheet, factsOf(paper, filing), r)
  r = indexBlock(sheet, index, r + 1)
  r = countBlock(sheet, paper, { filing, r: r + 1 })
  r = signBlock(sheet, paper, r + 1)
  put(sheet, [r + 1, 0, LAST], 'note', { text: '本工作簿已封存，各表受保护，不含公式、宏和外部链接。用 Excel、WPS 打开查看、打印均可；\n改动任何一格，收件时都会逐格列出封存值与现值。请勿在表中改数，需要改正时请在检报中重新打开。' })
  sheet.heights[r + 1] = 31
  proofBlock(sheet, r + 3)
  const ways = filing.meta.reason === null ? '' : ':reopened'
  return done(sheet, { name: coverName, key: `cover:${index.length}${ways}`, form: null, landscape: false, head: null })
}

/** Marks, title and subtitle; gives the next row. */
export function headBlock(sheet: Draft, paper: Paper, text: { readonly title: string; readonly sub: string }): number {
  const { marks } = paper.pack.pack
  const lines = [`制定机关：${marks.maker}`, `批准机关：${marks.approver}`, `批准文号：${marks.approvalNo}`, `有效期至：${marks.validUntil}`]
  lines.forEach((line, i) => put(sheet, [i, 3, LAST], 'plain', { text: line }))
  put(sheet, [5, 0, LAST], 'big', { text: text.title })
  sheet.heights[5] = 42
  put(sheet, [6, 0, LAST], 'sub', { text: text.sub, vary: true })
  sheet.heights[6] = 30
  return 8
}

type Fact = readonly [label: string, text: string, item?: string]

function factsOf(paper: Paper, filing: PlanInput): readonly (readonly Fact[])[] {
  const { pack } = paper.pack
  const fact = (key: string, label?: string): Fact => [label ?? lookup(pack).item(key)?.item.name ?? key, shownOf(paper, key), key]
  const variant = filing.forms.filter((state) => state.applies && pack.forms.some((form) => form.no === state.form && form.variantOf !== undefined))
  const rows: (readonly Fact[])[] = [
    [fact('org_name')],
    [fact('uscc'), fact('unit_seq')],
    [fact('biz_region', '主要场所所在地'), fact('legal_form')],
    [fact('acct_std', '执行会计标准'), ['财务表', variant.map((state) => `${pack.marks.prefix}${state.form}表`).join('、')]],
    [['上年依据', originText(filing)]],
    [['封存时间', filing.meta.sealedAt], ['任务包', `${pack.id}@${pack.version}${pack.sample ? '「示例」' : ''}`]],
    [['审核日期', longDate(filing.meta.today)], ['程序版本', filing.meta.appVersion]],
  ]
  return filing.meta.reason === null ? rows : [...rows, [['重新打开原因', xmlSafe(filing.meta.reason)]]]
}

function originText({ prior }: PlanInput): string {
  if (!prior || prior.origin === 'none') return '无上年数据'
  if (prior.origin === 'own') return `本机 ${prior.year} 年度填报`
  if (prior.origin === 'typed') return `${prior.year} 年度数据，手工录入`
  return `${prior.year} 年度报送件，内容摘要 ${prior.origin.slice('workbook:'.length, 'workbook:'.length + 16)}`
}

/** Label and value pairs, one or two a row, framed. */
function factBlock(sheet: Draft, rows: readonly (readonly Fact[])[], top: number): number {
  rows.forEach(([left, right], i) => {
    const r = top + i
    if (!left) return
    put(sheet, [r, 0, 1], 'label', { text: left[0] })
    put(sheet, [r, 2, right ? 2 : LAST], 'text', { text: left[1], vary: true, item: left[2] ?? null })
    if (right) {
      put(sheet, [r, 3, 3], 'label', { text: right[0] })
      put(sheet, [r, 4, 4], 'text', { text: right[1], vary: true, item: right[2] ?? null })
    }
    sheet.heights[r] = heightOf(Math.max(linesOf(left[1], right ? 40 : 80), right ? linesOf(right[1], 24) : 1), 22.5)
  })
  frame(sheet, [top, top + rows.length - 1], [0, LAST])
  return top + rows.length
}

function indexBlock(sheet: Draft, index: readonly IndexLine[], top: number): number {
  put(sheet, [top, 0, LAST], 'bold', { text: '目录' })
  sheet.heights[top] = 20
  const row = (r: number, texts: readonly string[], look: 'headGrey' | 'unit', vary: boolean): void =>
    texts.forEach((text, c) => put(sheet, [r, c, c], look === 'unit' && c === 2 ? 'text' : look, { text, vary }))
  row(top + 1, ['序号', '表号', '表名', '已填 / 应填', '工作表'], 'headGrey', false)
  index.forEach((line, i) => row(top + 2 + i, [String(i + 1), line.no, line.name, line.done, line.sheet], 'unit', true))
  const end = top + 1 + index.length
  for (let r = top + 1; r <= end; r++) sheet.heights[r] = 18
  frame(sheet, [top + 1, end], [0, LAST])
  return end + 1
}

function countBlock(sheet: Draft, paper: Paper, { filing, r }: { readonly filing: PlanInput; readonly r: number }): number {
  put(sheet, [r, 0, LAST], 'bold', { text: '审核结果' })
  sheet.heights[r] = 20
  const soft = filing.findings.filter((finding) => finding.severity === 'warning')
  const cells: readonly (readonly [from: number, to: number, head: string, text: string])[] = [
    [0, 1, '审核关系', `${paper.pack.pack.rules.length} 条`],
    [2, 2, '强制性', `${filing.findings.length - soft.length} 项`],
    [3, 3, '核实性', `${soft.length} 项`],
    [4, 4, '已写说明', `${soft.filter((finding) => (finding.explanation ?? '') !== '').length} 项`],
  ]
  for (const [from, to, head, text] of cells) {
    put(sheet, [r + 1, from, to], 'headGrey', { text: head })
    put(sheet, [r + 2, from, to], 'unit', { text, vary: true })
  }
  sheet.heights[r + 1] = sheet.heights[r + 2] = 18
  frame(sheet, [r + 1, r + 2], [0, LAST])
  return r + 3
}

/** The sign-off fields, two a row; open in a template. */
export function signBlock(sheet: Draft, paper: Paper, top: number): number {
  const { pack } = paper.pack
  put(sheet, [top, 0, LAST], 'bold', { text: '签署' })
  sheet.heights[top] = 20
  pack.signoff.forEach((item, i) => {
    const [r, left] = [top + 1 + Math.floor(i / 2), i % 2 === 0]
    const alone = left && i === pack.signoff.length - 1
    const typed = typedOf(paper, item)
    const text = item.type === 'date' && paper.filing ? longDate(typed) : shown(pack, item, typed).text
    put(sheet, left ? [r, 0, 1] : [r, 3, 3], 'label', { text: item.name })
    put(sheet, left ? [r, 2, alone ? LAST : 2] : [r, 4, 4], 'text', { text, vary: true, item: item.key, input: !paper.filing })
    sheet.heights[r] = 22.5
  })
  const end = top + Math.ceil(pack.signoff.length / 2)
  frame(sheet, [top + 1, end], [0, LAST])
  return end + 1
}

function proofBlock(sheet: Draft, top: number): void {
  const lines: readonly (readonly [string, Proof])[] = [['回执码', 'receipt'], ['内容摘要', 'digest'], ['签名指纹', 'signer']]
  lines.forEach(([label, proof], i) => {
    const r = top + 2 + i
    put(sheet, [r, 0, 0], 'plain', { text: label })
    put(sheet, [r, 1, 2], 'mono', { text: '', vary: true, proof })
  })
  sheet.cells.push(...stamp(top))
  sheet.merges.push([top, 3, top + 6, LAST])
  for (let r = top; r <= top + 6; r++) sheet.heights[r] = 18
}

/** The dashed place for the stamp. */
function stamp(top: number): SheetPlan['cells'][number][] {
  const inside = draft(widths)
  for (let r = top; r <= top + 6; r++) for (let c = 3; c <= LAST; c++) put(inside, [r, c, c], 'seal', { text: r === top && c === 3 ? '盖章处' : '' })
  return inside.cells
}
