import type { LoadedPack, Pack } from '../../core/pack/schema.ts'
import { refOf, type PlanCell, type SheetPlan } from '../../core/submission/sheet.ts'
import { listFormula } from './lists.ts'
import { sharedStrings } from './strings.ts'
import { styleOf } from './styles.ts'
import { rawSheet } from './template.ts'
import { escapeText } from './xml.ts'
import { packed, type Part } from './zip.ts'

/** A sheet with everything that does not vary: `chunks` stand around the varying cells, the footer is the last slot. */
export interface SheetTemplate { readonly chunks: readonly string[]; readonly comments: Part | null; readonly drawing: Part | null }

/** Makes the template of a planned sheet that stands `index`th (from 1) in its workbook. */
export function sheetTemplate(pack: LoadedPack | null, plan: SheetPlan, index: number): SheetTemplate {
  const raw = rawSheet(plan)
  const { numbers } = sharedStrings(pack)
  const [before, after] = split(raw.sheet)
  const chunks: string[] = []
  let text = headOf(before, plan)
  for (const [open, cells] of rowsOf(raw.sheet, plan)) {
    text += open
    for (const cell of cells) {
      if (cell.vary) { chunks.push(text); text = '' } else text += sharedXml(cell, numbers) ?? cellXml(cell, cell.text)
    }
    text += '</row>'
  }
  const [top, bottom] = tailOf(after, pack?.pack ?? null, plan)
  chunks.push(text + top, bottom)
  return {
    chunks,
    comments: raw.comments === null ? null : packed(`xl/comments${index}.xml`, Buffer.from(raw.comments)),
    drawing: raw.drawing === null ? null : packed(`xl/drawings/vmlDrawing${index}.vml`, Buffer.from(numbered(raw.drawing, index))),
  }
}

/** One cell's XML. */
export function cellXml(cell: PlanCell, text: string): string {
  const start = `<c r="${refOf(cell.r, cell.c)}" s="${styleOf(cell.look, cell.edges, cell.input)}"`
  if (text === '') return `${start}/>`
  if (cell.numeric) return `${start}><v>${text}</v></c>`
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  return `${start} t="inlineStr"><is><t${space}>${escapeText(text)}</t></is></c>`
}

/** A fixed text by its number among the shared strings, where it has one. */
function sharedXml(cell: PlanCell, numbers: ReadonlyMap<string, number>): string | null {
  const number = cell.numeric ? undefined : numbers.get(cell.text)
  return number === undefined ? null : `<c r="${refOf(cell.r, cell.c)}" s="${styleOf(cell.look, cell.edges, cell.input)}" t="s"><v>${number}</v></c>`
}

function split(xml: string): readonly [string, string] {
  const from = xml.indexOf('<sheetData>')
  const to = xml.indexOf('</sheetData>')
  return [xml.slice(0, from), xml.slice(to + '</sheetData>'.length)]
}

/** Each row's opening tag as SheetJS wrote it, with the planned cells. */
function rowsOf(xml: string, plan: SheetPlan): readonly (readonly [string, readonly PlanCell[]])[] {
  const opens = new Map([...xml.matchAll(/<row r="(\d+)"[^>]*?(?=\/?>)/g)].map((match) => [Number(match[1]) - 1, match[0]]))
  const byRow = new Map<number, PlanCell[]>()
  for (const cell of plan.cells) byRow.set(cell.r, [...(byRow.get(cell.r) ?? []), cell])
  return plan.heights.map((_, r) => [`${opens.get(r) ?? `<row r="${r + 1}"`}>`, byRow.get(r) ?? []] as const)
}

function headOf(before: string, plan: SheetPlan): string {
  const frozen = plan.head ? plan.head[1] + 1 : 0
  const pane = frozen > 0 ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozen + 1}" sqref="A${frozen + 1}"/>` : ''
  const selected = plan.head === null ? ' tabSelected="1"' : ''
  return before
    .replace('<dimension', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension')
    .replace(/<sheetViews>.*<\/sheetViews>/s, `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`) + '<sheetData>'
}

/** What follows the cells, before and after the footer's changing text. */
function tailOf(after: string, pack: Pack | null, plan: SheetPlan): readonly [string, string] {
  const at = after.search(/<(ignoredErrors|legacyDrawing)|<\/worksheet>/)
  const page = '<printOptions horizontalCentered="1"/><pageMargins left="0.59" right="0.59" top="0.59" bottom="0.71" header="0.3" footer="0.35"/>'
    + `<pageSetup paperSize="9" orientation="${plan.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
  return [
    `</sheetData>${after.slice(0, at)}${pack ? validations(pack, plan) : ''}${page}<headerFooter><oddFooter>&amp;L&amp;9`,
    `&amp;R&amp;9第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter>${after.slice(at)}`,
  ]
}

function validations(pack: Pack, plan: SheetPlan): string {
  const groups = new Map<string, string[]>()
  for (const cell of plan.cells) {
    const rule = cell.choices ? listRule(pack, cell.choices) : cell.input && /^(num|alt)\d/.test(cell.look) ? numberRule(cell.look.endsWith('0')) : null
    if (rule) groups.set(rule, [...(groups.get(rule) ?? []), refOf(cell.r, cell.c)])
  }
  if (groups.size === 0) return ''
  const list = [...groups].map(([rule, refs]) => rule.replace('SQREF', refs.join(' ')))
  return `<dataValidations count="${list.length}">${list.join('')}</dataValidations>`
}

const listRule = (pack: Pack, choices: readonly string[]): string =>
  `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="请从列表中选" error="这一格只能填列表中的代码。" sqref="SQREF"><formula1>${listFormula(pack, choices)}</formula1></dataValidation>`

const numberRule = (whole: boolean): string =>
  `<dataValidation type="${whole ? 'whole' : 'decimal'}" allowBlank="1" showErrorMessage="1" errorTitle="请填数字" error="${whole ? '这一格填整数。' : '这一格填数字，金额以万元为单位。'}" sqref="SQREF"><formula1>-999999999999</formula1><formula2>999999999999</formula2></dataValidation>`

/** Shape numbers that differ from sheet to sheet, as spreadsheet programs write them. */
const numbered = (drawing: string, index: number): string =>
  drawing.replace(/data="1"/, `data="${index}"`).replace(/_x0000_s(\d+)/g, (_, id: string) => `_x0000_s${Number(id) + (index - 1) * 65536}`)
