import type { Answer, Request } from '../../../../core/contract.ts'
import type { TableResult, TableScope } from '../../../../core/contract/regulator/tables.ts'
import type { Indicator, Warning } from '../../../../core/contract/regulator/watch.ts'
import { formatAmount } from '../../../../core/amount.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { fraction, rounded } from '../../../../core/review/fraction.ts'
import { indicatorsOf, lampCounts } from '../../../../core/watch/indicator.ts'
import type { Watch } from '../../../../core/watch/schema.ts'
import { beijing } from '../../../clock.ts'
import { inputRows } from '../../../ledger/store/inputFigure.ts'
import type { Desk } from '../../desk.ts'
import { captionOf, makeTable, specOf } from '../tables/make.ts'
import { prepareTables, type TableWork } from '../tables/work.ts'
import { watchedOf } from './pairs.ts'
import { warningsOf } from './warnings.ts'

/** What monitoring says of a scope: indicators and themes with lamps, and warnings, each of which opens its evidence. */
export interface Monitored { readonly work: TableWork; readonly indicators: readonly Indicator[]; readonly themes: readonly Indicator[]; readonly warnings: readonly Warning[] }

/** Computes monitoring anew. */
export async function monitorOf(desk: Desk, scope: TableScope): Promise<Result<Monitored>> {
  const prepared = await prepareTables(desk, scope)
  if (!prepared.ok) return prepared
  const work = prepared.value
  const { watch } = work.pack
  const indicators = await indicatorsIn(work, 'indicators')
  if (!indicators.ok) return indicators
  const themes = await indicatorsIn(work, 'themes')
  if (!themes.ok) return themes
  const tables = new Map<string, TableResult>()
  for (const id of new Set(watch.rules.flatMap((rule) => (rule.kind === 'share' ? rule.tables : [])))) {
    const made = await makeTable(work, id)
    if (made.ok) tables.set(id, made.value)
  }
  const watched = await watchedOf(desk, work.ledger, { pack: work.pack, scope: work.scope })
  const warnings = await warningsOf({ desk, watched, today: beijing(desk.host.now()).slice(0, 10), indicators: [...indicators.value, ...themes.value], tables })
  return ok({ work, indicators: indicators.value, themes: themes.value, warnings })
}

async function indicatorsIn(work: TableWork, which: 'indicators' | 'themes'): Promise<Result<readonly Indicator[]>> {
  const { watch, tables } = work.pack
  if (watch[which].points.length === 0) return ok([])
  const table = await makeTable(work, watch[which].table)
  if (!table.ok) return table
  const labelled = tables.find((t) => t.id === watch[which].table)?.switches.some((s) => s.key === 'labels') ?? false
  const corrected = labelled ? await makeTable({ ...work, asked: { ...work.asked, switches: { ...work.asked.switches, labels: 'corrected' } } }, watch[which].table) : null
  if (corrected && !corrected.ok) return corrected
  return ok(indicatorsOf(watch, which, { table: table.value, corrected: corrected?.value ?? null }))
}

/** 监测: lamps, warnings, and how they were told. */
export async function monitorLook(desk: Desk, args: Request<'monitor.look'>): Promise<Result<Answer<'monitor.look'>>> {
  const seen = await monitorOf(desk, args.scope)
  if (!seen.ok) return seen
  const { work, indicators, themes, warnings } = seen.value
  return ok({ indicators, themes, warnings, lamps: lampCounts(indicators), formula: formulaOf(work.pack.watch, work.scope.year), caption: await captionWords(work) })
}

const counted = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const words = (n: number): string => counted[n] ?? String(n)

/** How lamps are told, with the bounds of this year. */
function formulaOf({ baseYear, targetYear, slow, indicators }: Watch, year: number): readonly string[] {
  if (indicators.points.length === 0) return []
  const [passed, span] = [Math.max(0, Math.min(year, targetYear) - baseYear), targetYear - baseYear]
  const percent = (of: number, by: number): string => formatAmount(rounded(fraction(BigInt(of) * 100n, BigInt(by)), 1), 1).replace(/\.0$/, '')
  const due = percent(passed, span)
  return [
    `时序进度 =（本年 − ${baseYear}年）÷（${targetYear}目标 − ${baseYear}年）。${words(span)}年已过${words(passed)}年，应达 ${due}%。`,
    `${due}% 及以上为正常，${percent(passed * slow.of, span * slow.by)}% 及以上为偏慢，以下为滞后，界限由任务包给出。产业领域没有基期数，从零算起。`,
  ]
}

async function captionWords(work: TableWork): Promise<string> {
  const spec = specOf(work, work.pack.watch.indicators.table)
  if (!spec.ok) return ''
  const { cutoff, received, due } = await captionOf(work, spec.value)
  const manual = (await inputRows(work.ledger.sql)).filter((row) => row.kind === 'manual' && row.year === work.scope.year && row.value !== null)
  const names = new Map(work.pack.inputs.map((input) => [`${input.kind}.${input.key}`, input.name]))
  const entered = manual.map((row) => `${names.get(`manual.${row.key}`) ?? row.key}为人工录入，${row.dated}，来源：${row.source}`)
  return [`单位、口径同各汇总表；截止 ${cutoff}，已报 ${received} / 应报 ${due}`, ...entered].join('。') + '。'
}
