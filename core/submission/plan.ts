import type { Form } from '../pack/schema.ts'
import { coverSheet, headBlock, signBlock, type IndexLine } from './coverSheet.ts'
import { explanationSheet, findingSheet } from './findingSheet.ts'
import { formSheet } from './formSheet.ts'
import type { PlanInput } from './input.ts'
import type { Paper } from './paper.ts'
import { done, draft, put, type SheetPlan } from './sheet.ts'
import { tableSheet } from './tableSheet.ts'
import type { LoadedPack } from '../pack/schema.ts'

/** The sheets of a sealed workbook: cover, applicable forms with their tables, findings. */
export function planSheets(input: PlanInput): readonly SheetPlan[] {
  const paper: Paper = { pack: input.pack, filing: input }
  const states = new Map(input.forms.map((state) => [state.form, state]))
  const forms = input.pack.pack.forms.filter((form) => states.get(form.no)?.applies)
  const index: IndexLine[] = []
  const sheets = forms.flatMap((form) => {
    const own = sheetsOf(paper, form)
    const state = states.get(form.no)
    index.push({ no: `${input.pack.pack.marks.prefix}${form.no}表`, name: nameOf(form, input), done: `${state?.filled ?? 0} / ${state?.required ?? 0}`, sheet: own[0]?.name ?? '' })
    return own
  })
  const findings = findingSheet(paper, input)
  const soft = input.findings.filter((finding) => finding.severity === 'warning')
  index.push({ no: '审核结果', name: `核实性 ${soft.length} 项及说明`, done: `${soft.filter((finding) => (finding.explanation ?? '') !== '').length} / ${soft.length}`, sheet: findings.name })
  return [coverSheet(paper, input, index), ...sheets, findings]
}

/** The sheets of one form: the form, then its tables. */
function sheetsOf(paper: Paper, form: Form): readonly SheetPlan[] {
  const tables = form.tables.map((table) => tableSheet(paper, form, table))
  return form.items.length > 0 ? [formSheet(paper, form), ...tables] : tables
}

/** 分专业领域业务情况（6 行）. */
function nameOf(form: Form, input: PlanInput): string {
  const parts = form.tables.map((table) => {
    const rows = input.data.tables[table.key]?.length ?? 0
    return form.items.length > 0 ? `${table.no} ${rows} 行` : `${rows} 行`
  })
  return parts.length > 0 ? `${form.name}（${parts.join('，')}）` : form.name
}

/** The sheets of the blank fill-in template of a pack, all forms of it, with the sheet 说明 (D18). */
export function planTemplate(pack: LoadedPack): readonly SheetPlan[] {
  const paper: Paper = { pack, filing: null }
  const forms = pack.pack.forms.flatMap((form) => sheetsOf(paper, form))
  const sheets = [templateCover(paper), ...forms, explanationSheet()]
  return sheets.map((sheet) => ({ ...sheet, key: `blank:${sheet.key}` }))
}

const advice = [
  '1. 只填白色可编辑的格；代码、日期、电话按文本填写，金额以万元为单位，保留两位小数。',
  '2. 没有的数填 0，没有调查到的留空；有下拉选项的格请从选项里选。',
  '3. 日期写成 2026-05-21，年月写成 2026-05。自动计算的指标不用填。',
  '4. 三张财务表（201-1、201-2、201-3）只填适用的一张，其余留空。',
  '5. 核实性审核关系的原因写在“说明”表里：编号、行、说明，说明至少 6 个字。',
  '6. 填好后把本文件交给监管部门，或在检报里打开后封存。',
]

function templateCover(paper: Paper): SheetPlan {
  const sheet = draft([8, 16, 40, 16, 24])
  let r = headBlock(sheet, paper, { title: '检验检测统计调查填报表', sub: `${paper.pack.pack.year} 年度　空白表` })
  put(sheet, [r, 0, 4], 'bold', { text: '填写说明' })
  advice.forEach((text, i) => put(sheet, [r + 1 + i, 0, 4], 'note', { text }))
  r = signBlock(sheet, paper, r + advice.length + 2)
  put(sheet, [r + 1, 0, 4], 'note', { text: `任务包 ${paper.pack.pack.id}@${paper.pack.pack.version}` })
  return done(sheet, { name: '填写说明', key: 'cover', form: null, landscape: false, head: null })
}
