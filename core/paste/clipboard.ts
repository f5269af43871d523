import type { Result } from '../result.ts'
import { parseHtmlTables } from './html.ts'
import { squared, type Matrix } from './matrix.ts'
import { parseTsv } from './tsv.ts'

/** Reads what a spreadsheet copied: its table when the HTML has one, else its text; refuses nothing and too much. */
export const readClipboard = (given: { readonly html: string | null; readonly text: string }): Result<Matrix> =>
  squared((given.html === null ? null : parseHtmlTables(given.html)) ?? parseTsv(given.text))
