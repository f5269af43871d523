import type { CellRef } from '../filing/filing.ts'
import type { RuleProgram } from '../formula/program.ts'
import type { Reads, Scope } from '../formula/scope.ts'
import { rowsOf, type SheetRow } from '../formula/sheet.ts'
import type { Entry } from '../pack/lookup.ts'

/** A cell of a finding before it is named. */
export interface Marked { readonly entry: Entry; readonly row: SheetRow | null }

/** Cells a failed rule reads, the best one to mark first: the failing part before the rest, entered numbers before computed ones, codes last. */
export function cellsOf(rule: RuleProgram, scope: Scope): readonly Marked[] {
  const cells = new Map<string, Marked>()
  const put = (entry: Entry, row: SheetRow | null): void => {
    const key = `${entry.order}.${row?.id ?? 0}`
    if (!cells.has(key)) cells.set(key, { entry, row })
  }
  const failing = rule.parts.filter((p) => p.run(scope) === false)
  for (const part of [...failing, ...rule.parts]) putReads(part.reads, scope, put)
  putReads(rule.whenReads, scope, put)
  return [...cells.values()]
}

function putReads(reads: Reads, scope: Scope, put: (entry: Entry, row: SheetRow | null) => void): void {
  const single: Marked[] = [...reads.scalars].map((entry) => ({ entry, row: null }))
  for (const entry of reads.own) single.push({ entry, row: scope.row })
  single.sort((a, b) => rank(a.entry) - rank(b.entry))
  for (const { entry, row } of single) put(entry, row)
  for (const entry of reads.across) {
    const rows = rowsOf(scope.sheet, entry.tableAt)
    for (const row of rows) put(entry, row)
    if (rows.length === 0) put(entry, null)
  }
  for (const table of reads.tables) {
    const { rowKey } = scope.sheet.index.tables[table] as { rowKey: Entry }
    if ([...reads.across].some((e) => e.tableAt === table)) continue
    const rows = rowsOf(scope.sheet, table)
    for (const row of rows) put(rowKey, row)
    if (rows.length === 0) put(rowKey, null)
  }
}

function rank(entry: Entry): number {
  if (entry.numeric) return entry.computed ? 1 : 0
  if (entry.computed) return 4
  return entry.codes ? 3 : 2
}

/** A cell as findings name it. */
export function cellRef({ entry, row }: Marked): CellRef {
  return { form: entry.formNo, item: entry.item.key, row: row?.id ?? null }
}
