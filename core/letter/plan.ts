import { xmlSafe } from '../submission/canonical.ts'
import type { LookName } from '../submission/looks.ts'
import { done, draft, frame, heightOf, linesOf, put, refOf, type Draft, type Proof, type SheetPlan, type Span } from '../submission/sheet.ts'
import { longDate } from '../submission/show.ts'
import { letterNames, type FindingsLetter, type Letter, type ReturnLetter } from './letter.ts'

/** The sheets of a letter, and the open cells for replies by the query they reply to. */
export interface LetterPlan { readonly sheets: readonly SheetPlan[]; readonly open: readonly (readonly [query: string, cell: string])[] }

type Fact = readonly [label: string, text: string]
const cover = [16, 84]
const LAST = 1

/** Name of the sheet with a return slip's queries (D17). */
export const querySheetName = '查询'
const queryHeads = ['表', '代码', '指标', '填报值', '问题', '期限', '答复'] as const
const queryWidths = [8, 8, 30, 16, 46, 13, 40]
const REPLY = 6

/** A letter as sheets that people read in a spreadsheet program. */
export function planLetter(letter: Letter): LetterPlan {
  const first = firstSheet(letter)
  if (letter.kind === 'return') return { sheets: [first, querySheet(letter)], open: letter.queries.map((query, i) => [query.query, refOf(2 + i, REPLY)]) }
  return { sheets: letter.kind === 'findings' ? [first, findingSheet(letter)] : [first], open: [] }
}

/** Puts a text that differs from letter to letter. */
const say = (sheet: Draft, span: Span, look: LookName, text: string): void => put(sheet, span, look, { text: xmlSafe(text), vary: true })

function firstSheet(letter: Letter): SheetPlan {
  const sheet = draft(cover)
  const name = letterNames[letter.kind]
  put(sheet, [0, 0, LAST], 'big', { text: name })
  sheet.heights[0] = 42
  say(sheet, [1, 0, LAST], 'sub', `${letter.survey_year} 年度检验检测统计调查`)
  sheet.heights[1] = 30
  const facts = factsOf(letter)
  facts.forEach(([label, text], i) => {
    const r = 3 + i
    say(sheet, [r, 0, 0], 'label', label)
    say(sheet, [r, 1, LAST], 'text', text)
    sheet.heights[r] = heightOf(linesOf(text, 80), 22.5)
  })
  const end = 3 + facts.length
  frame(sheet, [3, end - 1], [0, LAST])
  const advice = adviceOf(letter)
  advice.forEach((line, i) => {
    say(sheet, [end + 1 + i, 0, LAST], 'note', line)
    sheet.heights[end + 1 + i] = heightOf(linesOf(line, 112), 16)
  })
  proofs(sheet, end + advice.length + 2)
  return done(sheet, { name, key: `letter:${letter.kind}`, form: null, landscape: false, head: null })
}

function proofs(sheet: Draft, top: number): void {
  const lines: readonly (readonly [string, Proof])[] = [['内容摘要', 'digest'], ['签名指纹', 'signer']]
  lines.forEach(([label, proof], i) => {
    put(sheet, [top + i, 0, 0], 'plain', { text: label })
    put(sheet, [top + i, 1, 1], 'mono', { text: '', vary: true, proof })
    sheet.heights[top + i] = 18
  })
}

function factsOf(letter: Letter): readonly Fact[] {
  const unit: readonly Fact[] = [['填报单位', letter.org_name], ['单位代码', letter.unit_id]]
  const from: readonly Fact[] = [['监管部门', letter.regulator.name], ['签发时间', letter.issued_at], ['编号', letter.letter_id]]
  return [...unit, ...bodyOf(letter), ...from]
}

const dayOr = (day: string | null): string => (day === null ? '' : longDate(day))

function bodyOf(letter: Letter): readonly Fact[] {
  switch (letter.kind) {
    case 'return': return [['报送件', `第 ${letter.submit_no} 次报送　${letter.submission_id}`], ['退回原因', letter.reason], ['查询', `${letter.queries.length} 条`], ['期限', dayOr(letter.due)]]
    case 'task': return [['调查表', letter.forms.length === 0 ? '按任务包' : letter.forms.join('、')], ['任务包', `${letter.pack.id}@${letter.pack.version}`], ['报送期限', longDate(letter.deadline)]]
    case 'acceptance': return [['报送件', `第 ${letter.submit_no} 次报送　${letter.submission_id}`], ['回执码', letter.receipt], ['受理时间', letter.accepted_at]]
    case 'findings': return [['文件', letter.file], ['意见', `强制性 ${countOf(letter, 'error')} 条，核实性 ${countOf(letter, 'warning')} 条`], ['期限', dayOr(letter.due)]]
  }
}

const countOf = (letter: FindingsLetter, severity: 'error' | 'warning'): number => letter.findings.filter((finding) => finding.severity === severity).length

function adviceOf(letter: Letter): readonly string[] {
  switch (letter.kind) {
    case 'return': return ['用检报打开：在首页点“打开退回单”，或把本文件拖进窗口。各条查询会标在对应的格上，答复或改正后重新封存报送。', '没有检报时：在“查询”表的“答复”一栏写好，保存后再用检报打开，答复会带进去。其他各栏不要改。']
    case 'task': return ['用检报打开：在首页点“建立填报单位”，再点“打开任务书”，或把本文件拖进窗口。单位和年度会按本任务书建好。']
    case 'acceptance': return ['用检报打开（在首页点“打开退回单”，或把本文件拖进窗口）后，本年度标为“已受理”，下一年填报时作为上年数。请与报送件一起存档。']
    case 'findings': return ['不需要检报：对照“审核意见”表，在原来的填报表里逐条改正或补写说明。强制性的必须改，核实性的改正，或在“说明”表写明原因。改好后把填报表重新交来。']
  }
}

function titleRows(sheet: Draft, title: string, heads: readonly string[]): void {
  put(sheet, [0, 0, heads.length - 1], 'title', { text: title })
  sheet.heights[0] = 36
  heads.forEach((text, c) => put(sheet, [1, c, c], 'headGrey', { text }))
  sheet.heights[1] = 20
}

/** The queries, a row each; the last column is open for replies. */
function querySheet(letter: ReturnLetter): SheetPlan {
  const sheet = draft(queryWidths)
  titleRows(sheet, '查询', queryHeads)
  letter.queries.forEach((query, i) => {
    const named = query.row_key === null || query.row_key === '' ? query.name : `${query.name}（${query.row_key} 行）`
    tableRow(sheet, 2 + i, [query.form, query.code, named, query.value === '' ? '（空白）' : query.value, query.question, query.due ?? letter.due ?? ''], ['unit', 'unit', 'text', 'choice', 'text', 'unit'])
    put(sheet, [2 + i, REPLY, REPLY], 'text', { text: '', vary: true, input: true })
    sheet.heights[2 + i] = Math.max(sheet.heights[2 + i] ?? 0, 36)
  })
  if (letter.queries.length === 0) put(sheet, [2, 0, REPLY], 'text', { text: '没有逐格的查询，请看退回原因。' })
  frame(sheet, [1, 1 + Math.max(1, letter.queries.length)], [0, REPLY])
  return done(sheet, { name: querySheetName, key: `letter:queries:${letter.queries.length}`, form: null, landscape: true, head: [1, 1] })
}

const findingHeads = ['序号', '性质', '表', '代码', '指标', '行', '填报值', '问题', '怎么改', '审核关系']
const findingWidths = [6, 9, 8, 8, 24, 12, 14, 42, 34, 10]
const findingLooks: readonly LookName[] = ['unit', 'unit', 'unit', 'unit', 'text', 'choice', 'choice', 'text', 'text', 'unit']

/** The findings of a hand-filled template, a row each. */
function findingSheet(letter: FindingsLetter): SheetPlan {
  const sheet = draft(findingWidths)
  titleRows(sheet, '审核意见', findingHeads)
  letter.findings.forEach((finding, i) => tableRow(sheet, 2 + i, [
    String(i + 1), finding.severity === 'error' ? '强制性' : '核实性', finding.form ?? '', finding.code ?? '', finding.name ?? '', finding.row_key ?? '', finding.value ?? '', finding.detail, finding.todo, finding.rule,
  ], findingLooks))
  if (letter.findings.length === 0) put(sheet, [2, 0, findingHeads.length - 1], 'text', { text: '没有审核意见。' })
  frame(sheet, [1, 1 + Math.max(1, letter.findings.length)], [0, findingHeads.length - 1])
  return done(sheet, { name: '审核意见', key: `letter:findings:${letter.findings.length}`, form: null, landscape: true, head: [1, 1] })
}

function tableRow(sheet: Draft, r: number, texts: readonly string[], looks: readonly LookName[]): void {
  texts.forEach((text, c) => say(sheet, [r, c, c], looks[c] ?? 'text', text))
  sheet.heights[r] = heightOf(Math.max(...texts.map((text, c) => linesOf(text, sheet.widths[c] ?? 10))), 20)
}
