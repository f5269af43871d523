import { readFileSync } from 'node:fs'
import XLSX from 'xlsx'

/** What another program finds in the cells of a workbook. */
export function readCells(path: string): { readonly texts: readonly string[]; readonly numbers: readonly number[]; readonly formulas: number; readonly sheets: readonly string[] } {
  const book = XLSX.read(readFileSync(path), { cellFormula: true })
  const texts: string[] = []
  const numbers: number[] = []
  let formulas = 0
  for (const name of book.SheetNames) {
    for (const [address, cell] of Object.entries(book.Sheets[name] ?? {})) {
      if (address.startsWith('!')) continue
      const { t: type, v: value, f: formula } = cell as XLSX.CellObject
      if (formula !== undefined) formulas += 1
      if (type === 's') texts.push(String(value))
      if (type === 'n') numbers.push(Number(value))
    }
  }
  return { texts, numbers, formulas, sheets: book.SheetNames }
}
