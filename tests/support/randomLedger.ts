import type { HeldCells, Held, HeldLedger, HeldSubmission } from '../../core/consolidate/ledgerData.ts'
import { lookup, type Entry, type PackIndex } from '../../core/pack/lookup.ts'
import type { Pack } from '../../core/pack/schema.ts'
import type { Ledger } from '../../electron/ledger/ledger.ts'
import type { LedgerParam, SqlWriter } from '../../electron/ledger/sql.ts'
import { ensureItemIds } from '../../electron/ledger/store/itemKey.ts'

/** A stream of numbers that a seed alone decides. */
export interface Dice { readonly below: (n: number) => number; readonly chance: (percent: number) => boolean; readonly one: <T>(list: readonly T[]) => T }

/** Dice thrown from a seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const below = (n: number): number => next() % n
  return { below, chance: percent => below(100) < percent, one: list => list[below(list.length)] as (typeof list)[number] }
}

const regions = ['500106', '500107', '500112', '510104', '110101']
const states = ['accepted', 'accepted', 'accepted', 'accepted', 'in_review', 'received', 'returned', 'superseded', 'conflict', 'other_region']

/** Submissions of a few units over years, in memory, with blanks, unreadable numbers, stray codes, odd rows and every state. */
export function randomLedger(seed: number, units: number, years: readonly { readonly pack: Pack; readonly like: Pack }[]): HeldLedger {
  const d = dice(seed)
  const submissions: HeldSubmission[] = []
  for (const { pack, like } of years) for (let u = 0; u < units; u++) {
    if (d.chance(15)) continue
    const times = d.chance(25) ? 2 + d.below(2) : 1
    for (let n = 0; n < times; n++) submissions.push(submission(d, { id: submissions.length + 1, unit: u, year: pack.year, submitNo: d.chance(10) ? 1 : n + 1 }, lookup(like)))
  }
  return { submissions, reporting: [] }
}

interface Born { readonly id: number; readonly unit: number; readonly year: number; readonly submitNo: number }

function submission(d: Dice, { id, unit, year, submitNo }: Born, index: PackIndex): HeldSubmission {
  const items = new Map<string, Held>()
  const filled = 30 + d.below(70)
  for (const entry of index.scalars) {
    const value = d.chance(filled) ? held(d, entry) : null
    if (value !== null) items.set(entry.item.key, value)
  }
  if (d.chance(90)) items.set('biz_region', d.one(regions))
  const tables = new Map(index.tables.map(t => [t.table.key, Array.from({ length: d.below(5) }, () => row(d, t.columns)).filter(cells => cells.size > 0)] as const))
  return { id, unitId: `示例${unit}`, year, submitNo, state: d.one(states), items, tables }
}

function row(d: Dice, columns: readonly Entry[]): HeldCells {
  return new Map(columns.flatMap(entry => {
    const value = d.chance(75) ? held(d, entry) : null
    return value === null ? [] : [[entry.item.key, value] as const]
  }))
}

/** A value, or null for an unreadable number. */
function held(d: Dice, entry: Entry): Held | null {
  if (entry.numeric) return d.chance(3) ? null : BigInt(d.one([0, 1, d.below(300), d.below(5_000_000), -d.below(1000)])) * (d.chance(2) ? 1_000_003n : 1n)
  if (entry.codes) return d.chance(2) ? '乱' : d.one([...entry.codes.keys()])
  if (entry.item.type === 'date') return `20${20 + d.below(12)}-0${1 + d.below(9)}-1${d.below(10)}`
  if (entry.item.type === 'month') return `20${10 + d.below(20)}-0${1 + d.below(9)}`
  return d.one(['甲', '乙', '丙集团', '丁😀', '500106', '5', 'a'])
}

/** A pack of a poured ledger and what it called each item. */
export interface Poured { readonly pack: Pack; readonly keyOf: (key: string) => string | null }

/** Writes a ledger in memory into a real one; an older year's items go under the keys its pack had. */
export async function pour(ledger: Ledger, held: HeldLedger, packs: readonly Poured[]): Promise<void> {
  await ledger.sql.write(async sql => {
    const ids = new Map<number, { readonly ids: ReadonlyMap<string, number>; readonly pack: Pack; readonly keyOf: (key: string) => string | null }>()
    for (const { pack, keyOf } of packs) ids.set(pack.year, { ids: (await ensureItemIds(sql, pack)).ids, pack, keyOf })
    for (const s of held.submissions) {
      const year = ids.get(s.year)
      if (year) await pourOne(sql, s, year)
    }
  })
}

const columns = ['id', 'unit_id', 'year', 'submit_no', 'pack', 'pack_version', 'pack_digest', 'digest', 'receipt', 'signer', 'verdict', 'state', 'org_name', 'region', 'today', 'sealed_at', 'received_at', 'late', 'errors', 'warnings', 'unexplained', 'changed', 'mismatches', 'state_at', 'state_by']

async function pourOne(sql: SqlWriter, s: HeldSubmission, { ids, pack, keyOf }: { readonly ids: ReadonlyMap<string, number>; readonly pack: Pack; readonly keyOf: (key: string) => string | null }): Promise<void> {
  await sql.insertMany('submission', columns, [[s.id, s.unitId, s.year, s.submitNo, pack.id, '1.0', 'd', `digest${s.id}`, 'r', 's', 'sealed', s.state, `机构${s.unitId}`, String(s.items.get('biz_region') ?? ''), '2027-03-10', 't', '2027-03-10T00:00:00Z', 0, 0, 0, 0, 0, 0, 't', '示例']])
  const lines: LedgerParam[][] = []
  const put = (key: string, row: number, value: Held): void => {
    const old = keyOf(key)
    const id = old === null ? undefined : ids.get(old)
    if (id !== undefined) lines.push([id, s.id, row, typeof value === 'bigint' ? value : null, typeof value === 'string' ? value : null])
  }
  for (const [key, value] of s.items) put(key, 0, value)
  for (const rows of s.tables.values()) for (const [i, cells] of rows.entries()) for (const [key, value] of cells) put(key, i + 1, value)
  await sql.insertMany('value', ['item', 'submission', 'row_no', 'num', 'txt'], lines)
}
