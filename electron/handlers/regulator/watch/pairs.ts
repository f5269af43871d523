import type { BaseScope } from '../../../../core/consolidate/ledgerData.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import type { WatchRule } from '../../../../core/watch/schema.ts'
import type { Certificate, Pair } from '../../../../core/watch/warn.ts'
import { itemSources, type ItemSources } from '../../../ledger/consolidate/sources.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { countingFigures, countingUnits, explainedBy, type Counting } from '../../../ledger/store/watched.ts'
import type { Desk } from '../../desk.ts'

/** What the units of a scope say, this year and last. */
export interface Watched { readonly pack: Pack; readonly scope: BaseScope; readonly ledger: Ledger; readonly units: readonly Counting[]; readonly sources: ItemSources }

/** Gathers who counts and where their figures are kept. */
export async function watchedOf(desk: Desk, ledger: Ledger, { pack, scope }: { readonly pack: Pack; readonly scope: BaseScope }): Promise<Watched> {
  return { pack, scope, ledger, units: await countingUnits(ledger.sql, scope), sources: await itemSources(ledger.sql, desk.packs, pack) }
}

/** An item of every unit this year and last, with the explanation it gave of a rule. */
export async function pairsOf(watched: Watched, item: string, rule: string | null): Promise<readonly Pair[]> {
  const { ledger, scope, units } = watched
  const now = await figuresOf(watched, item, 0)
  const before = new Map((await countingUnits(ledger.sql, { ...scope, year: scope.year - 1 })).map(u => [u.unit_id, u.id]))
  const last = await figuresOf(watched, item, -1)
  const said = rule === null ? new Map<number, string>() : await explainedBy(ledger.sql, scope, rule)
  return units.map(u => ({ unit: u.unit_id, name: u.org_name, submission: u.id, now: now.get(u.id) ?? null, before: last.get(before.get(u.unit_id) ?? -1) ?? null, explained: said.get(u.id) ?? null }))
}

/** A figure by submission, in this pack's smallest unit. */
async function figuresOf({ ledger, scope, pack, sources }: Watched, item: string, offset: number): Promise<ReadonlyMap<number, bigint>> {
  const entry = lookup(pack).item(item)
  if (!entry) return new Map()
  const year = scope.year + offset
  const kept = sources.of(entry, year)
  const rows = await countingFigures(ledger.sql, { ...scope, year }, kept.map(s => s.id))
  const widen = new Map(kept.map(s => [s.id, 10n ** BigInt(s.widen)]))
  return new Map(rows.flatMap(r => (r.num === null ? [] : [[r.submission, BigInt(r.num) * (widen.get(r.item) ?? 1n)] as const])))
}

/** The certificates in force of every unit. */
export async function certificatesOf({ ledger, scope, pack, sources, units }: Watched, rule: Extract<WatchRule, { kind: 'certificate' }>): Promise<readonly Certificate[]> {
  const index = lookup(pack)
  const idsOf = (key: string): readonly number[] => { const entry = index.item(key); return entry ? sources.of(entry, scope.year).map(s => s.id) : [] }
  const [until, number, status] = [idsOf(rule.until), idsOf(rule.number), idsOf(rule.status)]
  const rows = new Map<string, { readonly submission: number; until: string; number: string; status: string }>()
  for (const { submission, item, row_no: row, txt } of await countingFigures(ledger.sql, scope, [...until, ...number, ...status])) {
    const key = `${submission}/${row}`
    const at = rows.get(key) ?? { submission, until: '', number: '', status: '' }
    rows.set(key, at)
    if (until.includes(item)) at.until = txt ?? ''
    else if (number.includes(item)) at.number = txt ?? ''
    else at.status = txt ?? ''
  }
  const names = new Map(units.map(u => [u.id, u]))
  return [...rows.values()].filter(r => r.status === rule.valid && r.until !== '').map(r => ({ unit: names.get(r.submission)?.unit_id ?? '', name: names.get(r.submission)?.org_name ?? '', submission: r.submission, number: r.number, until: r.until }))
}
