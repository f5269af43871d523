import { join } from 'node:path'
import type { Answer, Request } from '../../../core/contract.ts'
import type { TableResult } from '../../../core/contract/regulator/tables.ts'
import { no, ok, type Result } from '../../../core/result.ts'
import { problem } from '../../../core/problem.ts'
import { tablesWorkbook } from '../../excel/tablesBook.ts'
import { safeName, stage } from '../../files.ts'
import type { Desk } from '../desk.ts'
import { dictionaryCsv, longCsv, tableCsv } from './tablesCsv.ts'

type Make = (args: Request<'tables.make'>) => Promise<Result<TableResult>>

/** Writes tables (all of the pack where none is named) as one workbook, a CSV each, or one long CSV with its dictionary; nothing is overwritten. */
export async function tablesExport(desk: Desk, args: Request<'tables.export'>, make: Make): Promise<Result<Answer<'tables.export'>>> {
  const ids = args.tables.length > 0 ? ok(args.tables) : await allTables(desk)
  if (!ids.ok) return ids
  const tables: TableResult[] = []
  for (const table of ids.value) {
    const made = await make({ table, scope: args.scope })
    if (!made.ok) return made
    tables.push(made.value)
  }
  return writeTables(tables, args)
}

/** Every table of the ledger's pack. */
async function allTables(desk: Desk): Promise<Result<readonly string[]>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const loaded = desk.packs.get(ledger.value.info.pack)
  return loaded.ok ? ok(loaded.value.pack.tables.map(t => t.id)) : loaded
}

/** Writes tables that have been made. */
export function writeTables(tables: readonly TableResult[], args: Pick<Request<'tables.export'>, 'format' | 'folder'>): Result<Answer<'tables.export'>> {
  const [first] = tables
  if (!first) return no(problem('usage', { what: '没有选汇总表' }))
  const files: string[] = []
  for (const [name, bytes] of contentsOf(tables, args.format, editionName(first))) {
    const staged = stage(args.folder, bytes)
    const written = staged.ok ? staged.value.place(join(args.folder, safeName(name))) : staged
    if (!written.ok) return written
    files.push(written.value)
  }
  return ok({ files, cells: tables.reduce((sum, t) => sum + t.rows.length * t.columns.length, 0) })
}

const editionName = ({ caption, edition }: TableResult): string => `${caption.year}_${(caption.region.split(' ').at(-1) ?? '') || '全部'}_${edition === 'public' ? '公开版' : '内部版'}`

/** The files of an export one by one, so that only one stands in memory. */
function* contentsOf(tables: readonly TableResult[], format: Request<'tables.export'>['format'], edition: string): Generator<readonly [string, Uint8Array]> {
  if (format === 'xlsx') yield [`汇总表_${edition}.xlsx`, tablesWorkbook(tables)]
  else if (format === 'data') {
    yield [`汇总数据_${edition}.csv`, longCsv(tables)]
    yield [`数据字典_${edition}.csv`, dictionaryCsv(tables)]
  } else for (const table of tables) yield [`${table.id.replace(':', '-')}_${edition}.csv`, tableCsv(table)]
}
