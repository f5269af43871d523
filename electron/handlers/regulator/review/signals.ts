import type { Outlier } from '../../../../core/contract/regulator/review.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { outliersOf, ratioItems, type Member } from '../../../../core/review/outlier.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { LedgerSql } from '../../../ledger/sql.ts'
import { copiedWords, emptyWords, itemNumbers, standingFigures, yearStamp } from '../../../ledger/store/reviewed.ts'
import type { Desk } from '../../desk.ts'

/** What only all submissions of a year together show of one: empty and copied explanations, ratios outside their class. */
export interface Signals {
  readonly empty: ReadonlyMap<number, number>
  readonly copied: ReadonlyMap<number, { readonly copied: number; readonly sharers: number }>
  readonly outliers: ReadonlyMap<number, readonly Outlier[]>
}

const held = new WeakMap<LedgerSql, { readonly stamp: string; readonly signals: Signals }>()

/** The signals of a year; worked out again when submissions came in or left. */
export async function signalsOf(desk: Desk, ledger: Ledger, year: number): Promise<Signals> {
  const { sql } = ledger
  const stamp = await yearStamp(sql, year)
  const known = held.get(sql)
  if (known?.stamp === stamp) return known.signals
  const pack = packOfYear(desk, ledger, year)
  const signals: Signals = { empty: await emptyWords(sql, year), copied: await copiedWords(sql, year), outliers: pack ? outliersOf(pack, await membersOf(sql, pack)) : new Map() }
  held.set(sql, { stamp, signals })
  return signals
}

/** The pack of a year: the one in use, or the one on the shelf. */
export function packOfYear(desk: Desk, ledger: Ledger, year: number): Pack | null {
  const id = ledger.info.year === year && ledger.info.pack !== '' ? ledger.info.pack : desk.packs.summaries().find(pack => pack.year === year)?.id
  const loaded = id === undefined ? null : desk.packs.get(id)
  return loaded?.ok ? loaded.value.pack : null
}

/** The newest standing submission of every unit as its class sees it. */
export async function membersOf(sql: LedgerSql, pack: Pack): Promise<readonly Member[]> {
  const { size, main } = pack.ratios
  const wanted = await itemNumbers(sql, pack.id, [...ratioItems(pack.ratios), size, main.flag, main.code])
  const names = new Map([...wanted].map(([item, id]) => [id, item]))
  const members = new Map<number, { size: string; mainRow: number; domains: Map<number, string>; figures: Map<string, bigint> }>()
  for (const { submission, item, row_no: row, num, txt } of await standingFigures(sql, pack.year, [...names.keys()])) {
    const member = members.get(submission) ?? { size: '', mainRow: 0, domains: new Map(), figures: new Map() }
    members.set(submission, member)
    const name = names.get(item) ?? ''
    if (name === size) member.size = txt ?? ''
    else if (name === main.flag) { if (txt === main.is) member.mainRow = row }
    else if (name === main.code) member.domains.set(row, txt ?? '')
    else if (num !== null) member.figures.set(name, BigInt(num))
  }
  return [...members].map(([id, { size: kind, mainRow, domains, figures }]) => ({ id, size: kind, domain: domains.get(mainRow) ?? '', figures }))
}
