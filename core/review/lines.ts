import type { ReviewLine } from '../contract/regulator/review.ts'
import type { Row } from '../filing/filing.ts'
import { lookup, type Entry, type TableEntry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { cellName, forPeople, type Cells } from './cells.ts'
import { deltaOf, yoyOf } from './change.ts'

type Mark = ReviewLine['marks'][number]
type Tables = Readonly<Record<string, readonly Row[]>>
/** A filing laid out for comparing: its cells, and the rows of its tables in order. */
export interface Laid { readonly cells: Cells; readonly tables: Tables }
/** What the lines of a submission are made of: this one, the one before, last year's. */
export interface LinesInput { readonly pack: Pack; readonly now: Laid; readonly before: Laid | null; readonly prior: Laid | null; readonly marks: ReadonlyMap<string, ReadonlySet<Mark>> }

const order: readonly Mark[] = ['error', 'warning', 'explained', 'query', 'answered', 'altered', 'outlier', 'adjusted']

/** Every item and row cell of a submission that holds anything now, before or last year, in the pack's order. */
export function reviewLines(input: LinesInput): readonly ReviewLine[] {
  const { pack } = input
  const index = lookup(pack)
  const lines: ReviewLine[] = []
  for (const [at, form] of pack.forms.entries()) {
    for (const entry of index.scalars) if (entry.formAt === at) lines.push(lineOf(input, entry, null))
    for (const table of index.tables) if (table.form === form) lines.push(...rowLines(input, table))
  }
  for (const entry of index.scalars) if (entry.formAt < 0) lines.push(lineOf(input, entry, null))
  const standing = new Set(lines.filter((line) => line.now !== '' || line.before !== '' || line.prior !== '').map((line) => line.form))
  return lines.filter((line) => standing.has(line.form) || line.marks.length > 0)
}

interface AtRow { readonly id: number; readonly key: string; readonly priorId: number | null }

/** Rows of now by their ids, then those that were taken out since; last year's row is the one with the same key. */
function rowLines(input: LinesInput, table: TableEntry): readonly ReviewLine[] {
  const rowsIn = (laid: Laid | null): readonly Row[] => laid?.tables[table.table.key] ?? []
  const keyOf = (row: Row): string => row.cells[table.rowKey.item.key] ?? ''
  const now = rowsIn(input.now)
  const here = new Set(now.map((row) => row.id))
  const priors = new Map(rowsIn(input.prior).toReversed().map((row) => [keyOf(row), row.id]))
  const rows = [...now, ...rowsIn(input.before).filter((row) => !here.has(row.id))]
  return rows.flatMap((row) => {
    const key = keyOf(row)
    const at: AtRow = { id: row.id, key, priorId: key === '' ? null : (priors.get(key) ?? null) }
    return table.columns.map((column) => lineOf(input, column, at))
  })
}

function lineOf(input: LinesInput, entry: Entry, row: AtRow | null): ReviewLine {
  const { pack, marks } = input
  const { item } = entry
  const name = cellName(item.key, row?.id ?? null)
  const priorName = row === null ? name : cellName(item.key, row.priorId)
  const now = input.now.cells.get(name) ?? ''
  const before = input.before?.cells.get(name) ?? ''
  const prior = row !== null && row.priorId === null ? '' : (input.prior?.cells.get(priorName) ?? '')
  const own = marks.get(name) ?? new Set<Mark>()
  const differs = input.before !== null && before !== now
  return {
    form: entry.formNo, code: item.no, item: item.key, row: row?.id ?? null, rowKey: row?.key ?? null, name: item.name, unit: item.unit,
    prior: forPeople(pack, item, prior), before: forPeople(pack, item, before), now: forPeople(pack, item, now),
    delta: input.before === null ? '' : deltaOf(item, before, now), yoy: yoyOf(item, prior, now),
    numeric: entry.numeric, computed: entry.computed, differs, notable: differs || own.size > 0, marks: order.filter((mark) => own.has(mark)),
  }
}
