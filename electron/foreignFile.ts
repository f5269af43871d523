import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { ForeignSheet } from '../core/import/sheet.ts'
import { problem } from '../core/problem.ts'
import { no, ok, type Result } from '../core/result.ts'
import { csvSheet, decodeCsv, type CsvEncoding } from './csv.ts'
import { limits } from './excel/guard.ts'
import { readSheets } from './excel/readSheets.ts'
import { fileProblem } from './files.ts'
import { sha256 } from './packs.ts'

/** Another program's file, read: its digest, its sheets, and how a CSV was encoded. */
export interface ForeignFile { readonly digest: string; readonly encoding: CsvEncoding | null; readonly sheets: readonly ForeignSheet[] }

/** Reads an .xlsx or a CSV by what is in it, whatever it is called; `most` is how many cells it may have. */
export function readForeign(path: string, most: number = limits.cells): Result<ForeignFile> {
  let bytes: Uint8Array
  try {
    const { size } = statSync(path)
    if (size > limits.file) return no(problem('xlsx-too-big', { size: `${Math.round(size / (1 << 20))} MB`, limit: `${Math.round(limits.file / (1 << 20))} MB` }))
    bytes = new Uint8Array(readFileSync(path))
  } catch (error) {
    return no(fileProblem(error, path))
  }
  const digest = sha256(bytes)
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (start === '504b0304') {
    const sheets = readSheets(bytes, most)
    return sheets.ok ? ok({ digest, encoding: null, sheets: sheets.value }) : sheets
  }
  if (start === 'd0cf11e0') return no(Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? problem('xlsx-encrypted') : problem('import-old-format', { path }))
  return readCsv(path, bytes, { digest, most })
}

function readCsv(path: string, bytes: Uint8Array, { digest, most }: { readonly digest: string; readonly most: number }): Result<ForeignFile> {
  const text = ['.csv', '.txt', '.tsv', '.tab', '.xls', ''].includes(extname(path).toLowerCase())
  if (!text || bytes[0] === 0x3c) return no(problem('import-file-kind', { path }))
  const read = decodeCsv(bytes)
  if (!read) return no(problem('import-encoding', { path }))
  const sheet = csvSheet(read.text, basename(path, extname(path)))
  const cells = sheet.rows.reduce((sum, row) => sum + row.cells.size, 0)
  if (cells > most) return no(problem('xlsx-too-many-cells', { limit: most }))
  return ok({ digest, encoding: read.encoding, sheets: [sheet] })
}
