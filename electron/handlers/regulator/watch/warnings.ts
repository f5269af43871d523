import type { TableResult } from '../../../../core/contract/regulator/tables.ts'
import type { Indicator, Warning } from '../../../../core/contract/regulator/watch.ts'
import type { WatchRule } from '../../../../core/watch/schema.ts'
import { concentration, expiring, jumps, warning } from '../../../../core/watch/warn.ts'
import { outliersOf } from '../../../../core/review/outlier.ts'
import { registerMissing } from '../register/missing.ts'
import { membersOf } from '../review/signals.ts'
import type { Desk } from '../../desk.ts'
import { certificatesOf, pairsOf, type Watched } from './pairs.ts'

/** What warnings are told from. */
export interface WarnGround { readonly desk: Desk; readonly watched: Watched; readonly today: string; readonly indicators: readonly Indicator[]; readonly tables: ReadonlyMap<string, TableResult> }

/** Every warning of the pack's rules, in their order. */
export async function warningsOf(ground: WarnGround): Promise<readonly Warning[]> {
  const all: Warning[] = []
  for (const rule of ground.watched.pack.watch.rules) all.push(...await warningsBy(rule, ground))
  return all
}

async function warningsBy(rule: WatchRule, ground: WarnGround): Promise<readonly Warning[]> {
  const { watched } = ground
  switch (rule.kind) {
    case 'jump': return jumps(watched.pack, rule, await pairsOf(watched, rule.item, rule.explainedBy ?? null))
    case 'concentration': return concentration(watched.pack, rule, await pairsOf(watched, rule.item, null))
    case 'certificate': return expiring(rule, ground.today, await certificatesOf(watched, rule))
    case 'outlier': return outlierWarnings(rule, watched)
    case 'late': return lateWarnings(rule, ground)
    case 'target': return ground.indicators.filter(i => i.lamp === 'behind').map(i => warning(rule, { id: `${rule.id}:${i.table}:${i.key}`, severity: 'high', up: null, item: null, unit: null, name: null, submission: null, title: i.corrected, sentence: i.sentence }))
    case 'share': return rule.tables.flatMap(id => (ground.tables.get(id)?.warnings ?? []).map((w, at) => warning(rule, { id: `${rule.id}:${id}:${w.row}.${w.column}.${at}`, severity: 'low', up: null, item: null, unit: null, name: null, submission: null, title: `${id} ${ground.tables.get(id)?.rows.find(r => r.key === w.row)?.labels.at(-1) ?? ''}`, sentence: w.text })))
  }
}

async function outlierWarnings(rule: WatchRule, { pack, ledger, units }: Watched): Promise<readonly Warning[]> {
  const counting = new Map(units.map(u => [u.id, u]))
  const found = outliersOf(pack, (await membersOf(ledger.sql, pack)).filter(m => counting.has(m.id)))
  return [...found].flatMap(([id, list]) => list.map(o => {
    const unit = counting.get(id)
    return warning(rule, { id: `${rule.id}:${unit?.unit_id ?? ''}:${o.ratio}`, severity: 'low', up: null, item: o.item, unit: unit?.unit_id ?? null, name: unit?.org_name ?? null, submission: id, title: `${unit?.org_name ?? ''}　${o.name} ${o.value}`, sentence: o.sentence })
  }))
}

async function lateWarnings(rule: WatchRule, { desk, watched }: WarnGround): Promise<readonly Warning[]> {
  const missing = await registerMissing(desk, { region: watched.scope.region })
  if (!missing.ok) return []
  return missing.value.units.filter(u => u.daysLate > 0).toSorted((a, b) => b.daysLate - a.daysLate || (a.unit < b.unit ? -1 : 1)).map(u => warning(rule, {
    id: `${rule.id}:${u.unit}`, severity: u.daysLate > 15 ? 'high' : 'low', up: null, item: null, unit: u.unit, name: u.name, submission: null, title: u.name,
    sentence: `${u.state === 'returned' ? '退回后还没有重报' : '还没有报'}，截止 ${u.deadline}，已过 ${u.daysLate} 天${u.contact ? `。联系人 ${u.contact} ${u.phone}` : ''}`,
  }))
}
