import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { planSheets, planTemplate } from '../../core/submission/plan.ts'
import { refOf, type SheetPlan } from '../../core/submission/sheet.ts'
import { loadedPack } from '../core/samples.ts'
import { planInput } from './filings.ts'

const folder = join(import.meta.dirname, '../golden')

/** A plan as lines that a person can compare: a heading per sheet, then a line per cell with content or an item. */
function lines(sheets: readonly SheetPlan[]): string {
  return sheets.flatMap((sheet) => [
    `# ${sheet.name} ${sheet.landscape ? '横' : '纵'} 列宽 ${sheet.widths.join(' ')} 行 ${sheet.heights.length} 合并 ${sheet.merges.length} 表头 ${sheet.head?.join('-') ?? '无'}`,
    ...sheet.cells.filter((cell) => cell.text !== '' || cell.item !== null || cell.proof !== null).map((cell) =>
      [refOf(cell.r, cell.c), cell.look, cell.numeric ? '#' : '', cell.item ?? '', cell.row ?? '', cell.proof ?? '', cell.input ? '可填' : '', cell.choices ? `${cell.choices.length}项` : '', JSON.stringify(cell.text)].filter((part) => part !== '').join(' ')),
  ]).join('\n') + '\n'
}

/** Compares with the file; GOLDEN=write makes it anew. */
function golden(name: string, text: string): void {
  const path = join(folder, name)
  if (process.env['GOLDEN'] === 'write' || !existsSync(path)) writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}

for (const kind of ['enterprise', 'institution', 'government'] as const) {
  it(`the export plan of the ${kind} is the golden one`, () => golden(`plan-${kind}.txt`, lines(planSheets(planInput(kind)))))
}
it('the plan of the blank template is the golden one', () => golden('plan-template.txt', lines(planTemplate(loadedPack('annual-2026')))))
