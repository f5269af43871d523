import { countingStates, rowNumber, type Held, type HeldCells, type HeldSubmission } from '../../../core/consolidate/ledgerData.ts'
import type { Entry } from '../../../core/pack/lookup.ts'
import type { LedgerParam } from '../sql.ts'
import type { Ground } from './run.ts'

/** Which part of the ledger is wanted in memory. */
export interface Wanted {
  readonly years: readonly number[]
  /** Only these items, by this pack's keys; all when left out. */
  readonly items?: ReadonlySet<string>
  /** Only these units; all when left out. */
  readonly units?: readonly string[]
}

/** Counting submissions with their values in memory, for the slow computation and for adjustments. */
export async function heldSubmissions({ sql, sources, scope }: Ground, { years, items, units }: Wanted): Promise<readonly HeldSubmission[]> {
  const held: HeldSubmission[] = []
  for (const year of years) {
    const states = countingStates(scope.basis).map((s) => `'${s}'`).join(', ')
    const some = units === undefined ? '' : ` and unit_id in (${units.map(() => '?').join(', ')})`
    const heads = await sql.all<{ id: number; unitId: string; submitNo: number; state: string }>(
      `select id, unit_id as "unitId", submit_no as "submitNo", state from submission where year = ${year} and state in (${states})${some}`, units)
    const known = sources.byId(year)
    const ids = [...known].filter(([, { entry }]) => items === undefined || items.has(entry.item.key)).map(([id]) => id)
    const only = units === undefined ? null : heads.map((h) => h.id)
    held.push(...(await filled(heads.map((h) => ({ ...h, year })), { sql, ids, only, known })))
  }
  return held
}

type Head = Pick<HeldSubmission, 'id' | 'unitId' | 'submitNo' | 'state' | 'year'>
interface Line { readonly item: number; readonly submission: number; readonly row_no: number; readonly num: number | bigint | null; readonly txt: string | null }
interface Filling { readonly sql: Ground['sql']; readonly ids: readonly number[]; readonly only: readonly number[] | null; readonly known: ReadonlyMap<number, { readonly entry: Entry; readonly widen: number }> }

async function filled(heads: readonly Head[], { sql, ids, only, known }: Filling): Promise<readonly HeldSubmission[]> {
  const drafts = new Map(heads.map((h) => [h.id, { ...h, items: new Map<string, Held>(), rows: new Map<string, Map<number, Map<string, Held>>>() }] as const))
  for (const id of ids) {
    if (only?.length === 0) break
    const entry = known.get(id)?.entry
    if (!entry) continue
    const params: LedgerParam[] = [id, ...(only ?? [])]
    const some = only === null ? '' : ` and submission in (${only.map(() => '?').join(', ')})`
    for (const line of await sql.all<Line>(`select item, submission, row_no, num, txt from value where item = ?${some}`, params)) {
      const draft = drafts.get(line.submission)
      if (!draft) continue
      const value = valueOf(line, entry, known.get(id)?.widen ?? 0)
      const cells = entry.table === null ? draft.items : rowIn(draft.rows, entry.table.key, line.row_no)
      if (value !== null) cells.set(entry.item.key, value)
    }
  }
  return [...drafts.values()].map(({ rows, ...head }) => ({ ...head, tables: new Map([...rows].map(([table, byNo]) => [table, inOrder(byNo)] as const)) }))
}

const inOrder = (byNo: ReadonlyMap<number, HeldCells>): readonly HeldCells[] => [...byNo].toSorted(([a], [b]) => a - b).map(([, cells]) => cells)

function rowIn(rows: Map<string, Map<number, Map<string, Held>>>, table: string, no: number): Map<string, Held> {
  const byNo = rows.get(table) ?? new Map<number, Map<string, Held>>()
  rows.set(table, byNo)
  const cells = byNo.get(no) ?? new Map<string, Held>([[rowNumber, BigInt(no)]])
  byNo.set(no, cells)
  return cells
}

function valueOf({ num, txt }: Line, entry: Entry, widen: number): Held | null {
  if (!entry.numeric) return txt
  return num === null ? null : BigInt(num) * 10n ** BigInt(widen)
}
