import { formatAmount } from '../../../../core/amount.ts'
import type { Answer, Request } from '../../../../core/contract.ts'
import type { Evidence, Warning } from '../../../../core/contract/regulator/watch.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { fraction, rounded } from '../../../../core/review/fraction.ts'
import type { WatchRule } from '../../../../core/watch/schema.ts'
import { found, type Desk } from '../../desk.ts'
import { monitorOf, type Monitored } from './monitor.ts'
import { pairsOf, watchedOf } from './pairs.ts'

type Rows = Pick<Evidence, 'heads' | 'rows'>

/** What stands behind one warning: the figures it was told from, and the rule in words. */
export async function monitorEvidence(desk: Desk, args: Request<'monitor.evidence'>): Promise<Result<Answer<'monitor.evidence'>>> {
  const seen = await monitorOf(desk, args.scope)
  if (!seen.ok) return seen
  const warning = found(seen.value.warnings.find((one) => one.id === args.warning), `预警 ${args.warning}`)
  if (!warning.ok) return warning
  const rule = found(seen.value.work.pack.watch.rules.find((one) => one.id === warning.value.rule), `规则 ${warning.value.rule}`)
  if (!rule.ok) return rule
  return ok({ warning: warning.value, ...await rowsFor(desk, seen.value, { warning: warning.value, rule: rule.value }), rule: `${rule.value.id} ${ruleWords(rule.value)}` })
}

async function rowsFor(desk: Desk, seen: Monitored, { warning, rule }: { readonly warning: Warning; readonly rule: WatchRule }): Promise<Rows> {
  if (rule.kind === 'jump' || rule.kind === 'concentration') return figureRows(desk, seen, { warning, rule })
  if (rule.kind === 'target') return targetRows(seen, warning)
  return { heads: ['事项', '说明'], rows: [{ label: warning.name ?? warning.title, values: [warning.sentence], unit: warning.unit, submission: warning.submission }] }
}

/** The unit's figures of both years; of a concentration the largest units with their shares. */
async function figureRows(desk: Desk, { work }: Monitored, { warning, rule }: { readonly warning: Warning; readonly rule: Extract<WatchRule, { kind: 'jump' | 'concentration' }> }): Promise<Rows> {
  const watched = await watchedOf(desk, work.ledger, { pack: work.pack, scope: work.scope })
  const pairs = await pairsOf(watched, rule.item, rule.kind === 'jump' ? (rule.explainedBy ?? null) : null)
  const entry = lookup(work.pack).item(rule.item)
  const show = (value: bigint | null): string => (value === null ? '—' : formatAmount(value, entry?.decimals ?? 0, { grouped: true }))
  const percent = (of: bigint, by: bigint): string => (by === 0n ? '—' : `${formatAmount(rounded(fraction(of * 100n, by), 1), 1)}%`)
  const head = `${entry?.item.name ?? rule.item}${entry?.item.unit ? `（${entry.item.unit}）` : ''}`
  if (rule.kind === 'jump') {
    const rows = pairs.filter((p) => p.unit === warning.unit).map((p) => ({ label: p.name, values: [show(p.before), show(p.now), p.before === null || p.now === null ? '—' : percent(p.now - p.before, p.before), p.explained ?? '没有说明'], unit: p.unit, submission: p.submission }))
    return { heads: [head, `${work.scope.year - 1}年`, `${work.scope.year}年`, '增减', '机构的说明'], rows }
  }
  const all = pairs.reduce((sum, p) => sum + (p.now ?? 0n), 0n)
  const sorted = pairs.filter((p) => (p.now ?? 0n) > 0n).toSorted((a, b) => ((b.now ?? 0n) > (a.now ?? 0n) ? 1 : -1)).slice(0, 20)
  return { heads: [head, `${work.scope.year}年`, '占比'], rows: sorted.map((p) => ({ label: p.name, values: [show(p.now), percent(p.now ?? 0n, all)], unit: p.unit, submission: p.submission })) }
}

function targetRows({ indicators, themes }: Monitored, warning: Warning): Rows {
  const one = [...indicators, ...themes].find((i) => warning.id.endsWith(`:${i.table}:${i.key}`))
  const series = (one?.series ?? []).map((p) => ({ label: `${p.year}年${p.kind === 'target' ? '目标' : p.kind === 'input' ? '（录入）' : ''}`, values: [p.value ?? '—'], unit: null, submission: null }))
  return { heads: ['年份', one?.corrected ?? ''], rows: series }
}

function ruleWords(rule: WatchRule): string {
  switch (rule.kind) {
    case 'jump': return `${rule.title}：比上年增加超过 ${rule.up}% 或减少超过 ${rule.down}%，两年都小于 ${rule.least} 的不看。`
    case 'outlier': return `${rule.title}：机构的比率离开同规模、同主营机构的中位数太远（按中位数绝对偏差）。`
    case 'concentration': return `${rule.title}：最大的 ${rule.top} 家合计超过 ${rule.share}%，机构少于 ${rule.least} 家的不看。`
    case 'certificate': return `${rule.title}：有效的证书在 ${rule.months} 个月内到期。`
    case 'late': return `${rule.title}：过了截止日还没有报，或退回后没有重报。`
    case 'target': return `${rule.title}：时序进度不到应达进度的下限。`
    case 'share': return `${rule.title}：汇总表自带的核对没有通过。`
  }
}
