import type { Adjustment, Outlier, ReviewFinding, ReviewLine, ReviewQuery } from '../../../../core/contract/regulator/review.ts'
import type { FilingData } from '../../../../core/filing/filing.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { cellName } from '../../../../core/review/cells.ts'

type Mark = ReviewLine['marks'][number]
interface Changed { readonly item: string | null; readonly row: string | null }
/** What leaves a mark on a cell. */
export interface Marking {
  readonly findings: readonly ReviewFinding[]; readonly queries: readonly ReviewQuery[]; readonly outliers: readonly Outlier[]; readonly changes: readonly Changed[]
  readonly adjustments: readonly Adjustment[]; readonly tables: FilingData['tables']
}

/** The marks of every cell that has one. */
export function marksOf(pack: Pack, of: Marking): ReadonlyMap<string, ReadonlySet<Mark>> {
  const marks = new Map<string, Set<Mark>>()
  const put = (item: string, row: number | null, mark: Mark): void => {
    const name = cellName(item, row)
    marks.set(name, (marks.get(name) ?? new Set()).add(mark))
  }
  for (const finding of of.findings) {
    // The first cell is the one to look at; the others are only read.
    const [cell] = finding.cells
    if (cell) put(cell.item, cell.row, finding.severity === 'error' ? 'error' : finding.explained ? 'explained' : 'warning')
  }
  for (const query of of.queries) if (query.item !== null && query.state !== 'closed') put(query.item, query.row, query.state === 'answered' ? 'answered' : 'query')
  for (const outlier of of.outliers) {
    const spec = pack.ratios.list.find(one => one.key === outlier.ratio)
    for (const item of spec ? [spec.of, spec.by] : [outlier.item]) put(item, null, 'outlier')
  }
  for (const { item, row } of of.changes) if (item !== null) put(item, row === null ? null : rowNumber(pack, of.tables, { item, row }), 'altered')
  for (const { item, row } of of.adjustments) put(item, row, 'adjusted')
  return marks
}

/** The row that a changed cell names by its key, or by its number where the key is blank. */
function rowNumber(pack: Pack, tables: FilingData['tables'], { item, row }: { readonly item: string; readonly row: string }): number | null {
  const table = lookup(pack).item(item)?.table
  const rows = table ? (tables[table.key] ?? []) : []
  return (rows.find(one => one.cells[table?.rowKey ?? ''] === row) ?? rows.find(one => String(one.id) === row))?.id ?? null
}
