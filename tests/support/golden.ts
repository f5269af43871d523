import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { refOf, type SheetPlan } from '../../core/submission/sheet.ts'

const folder = join(import.meta.dirname, '../golden')

/** A plan as lines that a person can compare: a heading per sheet, then a line per cell with content or an item. */
export function planLines(sheets: readonly SheetPlan[]): string {
  return sheets.flatMap((sheet) => [
    `# ${sheet.name} ${sheet.landscape ? '横' : '纵'} 列宽 ${sheet.widths.join(' ')} 行 ${sheet.heights.length} 合并 ${sheet.merges.length} 表头 ${sheet.head?.join('-') ?? '无'}`,
    ...sheet.cells.filter((cell) => cell.text !== '' || cell.item !== null || cell.proof !== null || cell.input).map((cell) =>
      [refOf(cell.r, cell.c), cell.look, cell.numeric ? '#' : '', cell.item ?? '', cell.row ?? '', cell.proof ?? '', cell.input ? '可填' : '', cell.choices ? `${cell.choices.length}项` : '', JSON.stringify(cell.text)].filter((part) => part !== '').join(' ')),
  ]).join('\n') + '\n'
}

/** Compares with the file; GOLDEN=write makes it anew. */
export function golden(name: string, text: string): void {
  const path = join(folder, name)
  if (process.env['GOLDEN'] === 'write' || !existsSync(path)) writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}
