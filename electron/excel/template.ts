import { utils, write, type CellObject, type WorkBook, type WorkSheet } from 'xlsx'
import { columnName, refOf, type SheetPlan } from '../../core/submission/sheet.ts'
import { readParts } from './plainZip.ts'

const author = '检报'

/** What SheetJS makes of one planned sheet: rows, widths, merges, protection and comments; the decorator adds the rest. */
export interface RawSheet { readonly sheet: string; readonly comments: string | null; readonly drawing: string | null }

/** Builds one sheet with SheetJS. Cells only hold places here: their content is written later. */
export function rawSheet(plan: SheetPlan): RawSheet {
  const parts = build({ SheetNames: ['x'], Sheets: { x: worksheet(plan) } })
  return { sheet: parts.get('xl/worksheets/sheet1.xml') ?? '', comments: parts.get('xl/comments1.xml') ?? null, drawing: parts.get('xl/drawings/vmlDrawing1.vml') ?? null }
}

function worksheet(plan: SheetPlan): WorkSheet {
  const sheet: WorkSheet = {}
  for (const cell of plan.cells) {
    const place: CellObject = { t: 's', v: 'x' }
    if (cell.note !== null && cell.note !== '') place.c = Object.assign([{ a: author, t: cell.note }], { hidden: true })
    sheet[refOf(cell.r, cell.c)] = place
  }
  sheet['!ref'] = `A1:${refOf(plan.heights.length - 1, plan.widths.length - 1)}`
  sheet['!merges'] = plan.merges.map(([r, c, r2, c2]) => ({ s: { r, c }, e: { r: r2, c: c2 } }))
  sheet['!cols'] = plan.widths.map((wch) => ({ wch }))
  sheet['!rows'] = plan.heights.map((hpt) => ({ hpt }))
  sheet['!protect'] = { objects: true, scenarios: true }
  return sheet
}

/** A sheet of the frame: its name, whether people see it, whether it has comments, its printed area and head rows. */
export interface FrameSheet { readonly name: string; readonly hidden: 0 | 1 | 2; readonly noted: boolean; readonly area: string | null; readonly head: SheetPlan['head'] }

/** What the frame needs to know of a planned sheet. */
export function frameSheet(plan: SheetPlan): FrameSheet {
  return { name: plan.name, hidden: 0, noted: plan.cells.some((cell) => cell.note !== null && cell.note !== ''), area: `$A$1:$${columnName(plan.widths.length - 1)}$${plan.heights.length}`, head: plan.head }
}

/** The parts around the sheets: workbook, relations, content types, theme, names, properties. */
export function rawFrame(sheets: readonly FrameSheet[], title: string): ReadonlyMap<string, string> {
  const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`
  const names = sheets.flatMap((sheet, i) => [
    ...(sheet.area ? [{ Name: '_xlnm.Print_Area', Sheet: i, Ref: `${quoted(sheet.name)}!${sheet.area}` }] : []),
    ...(sheet.head ? [{ Name: '_xlnm.Print_Titles', Sheet: i, Ref: `${quoted(sheet.name)}!$${sheet.head[0] + 1}:$${sheet.head[1] + 1}` }] : []),
  ])
  const book: WorkBook = {
    SheetNames: sheets.map((sheet) => sheet.name),
    Sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sample(sheet.noted)])),
    Workbook: { Sheets: sheets.map((sheet) => ({ Hidden: sheet.hidden })), Names: names },
    Props: { Title: title, Application: author },
    Custprops: { 'jianbao.format': '1' },
  }
  return build(book)
}

function sample(noted: boolean): WorkSheet {
  const sheet = utils.aoa_to_sheet([['x']])
  const cell = sheet['A1'] as CellObject
  if (noted) cell.c = Object.assign([{ a: author, t: 'x' }], { hidden: true })
  return sheet
}

function build(book: WorkBook): ReadonlyMap<string, string> {
  return readParts(write(book, { type: 'buffer', bookType: 'xlsx', compression: false, bookSST: false }) as Uint8Array)
}
