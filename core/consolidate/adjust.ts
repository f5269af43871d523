import type { PackIndex } from '../pack/lookup.ts'
import { readScaled } from '../amount.ts'
import type { Aggregate } from './formula.ts'
import { rowNumber, type AggregateFigure, type BaseScope, type Held, type HeldCells, type HeldSubmission } from './ledgerData.ts'
import { sumOne } from './sum.ts'

/** A corrected or imputed value of a unit, beside its submission. */
export interface Adjusting { readonly unitId: string; readonly year: number; readonly item: string; /** null for the unit's own items. */ readonly row: number | null; readonly num: bigint | null; readonly text: string }
/** Units that adjustments touch, as they reported and as adjusted; a unit that did not report is only in `after`. */
export interface Touched { readonly before: readonly HeldSubmission[]; readonly after: readonly HeldSubmission[] }

/** Lays adjustments over the submissions they belong to. `regionOf` places a unit that did not report. */
export function layOver(before: readonly HeldSubmission[], adjustments: readonly Adjusting[], index: PackIndex, regionOf: (unit: string) => string): Touched {
  const after = new Map<string, HeldSubmission>(before.map((s) => [`${s.unitId} ${s.year}`, s]))
  for (const a of adjustments) {
    const key = `${a.unitId} ${a.year}`
    const now = after.get(key) ?? { id: -1, unitId: a.unitId, year: a.year, submitNo: 0, state: 'accepted', items: new Map<string, Held>([['biz_region', regionOf(a.unitId)]]), tables: new Map<string, readonly HeldCells[]>() }
    after.set(key, adjusted(now, a, index))
  }
  return { before, after: [...after.values()] }
}

function adjusted(s: HeldSubmission, a: Adjusting, index: PackIndex): HeldSubmission {
  const entry = index.item(index.keyOf(a.item) ?? a.item)
  if (!entry) return s
  const held: Held | null = entry.numeric ? (a.num ?? toBig(readScaled(a.text, entry.decimals))) : a.text === '' ? null : a.text
  if (entry.table === null) return { ...s, items: put(s.items, entry.item.key, held) }
  const rows = s.tables.get(entry.table.key) ?? []
  const no = BigInt(a.row ?? 1)
  const known = rows.some((r) => r.get(rowNumber) === no)
  const own: readonly HeldCells[] = known ? rows : [...rows, new Map<string, Held>([[rowNumber, no]])]
  return { ...s, tables: new Map([...s.tables, [entry.table.key, own.map((r) => (r.get(rowNumber) === no ? put(r, entry.item.key, held) : r))]]) }
}

const toBig = (n: number | bigint | null): bigint | null => (n === null ? null : BigInt(n))

function put(cells: HeldCells, key: string, held: Held | null): HeldCells {
  const now = new Map(cells)
  if (held === null) now.delete(key)
  else now.set(key, held)
  return now
}

/** The figures with adjustments: every unit adds to them by itself, so what the touched units gave is exchanged for what they give now. */
export function exchange(aggregates: readonly Aggregate[], raw: ReadonlyMap<string, AggregateFigure>, touched: Touched, of: { readonly index: PackIndex; readonly scope: BaseScope }): ReadonlyMap<string, AggregateFigure> {
  const sum = (a: Aggregate, submissions: readonly HeldSubmission[]): bigint => sumOne(a, { ...of, ledger: { submissions, reporting: [] } }).value ?? 0n
  return new Map(aggregates.map((a) => {
    const was = raw.get(a.key) ?? { value: 0n, units: 0, largest: 0n }
    if (a.over === 'R' || a.kind === 'distinct' || was.value === null) return [a.key, was] as const
    return [a.key, { ...was, value: was.value - sum(a, touched.before) + sum(a, touched.after) }] as const
  }))
}
