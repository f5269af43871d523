import type { Answer } from '../../../../core/contract.ts'
import { titleOf } from '../../../../core/consolidate/layout.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { regionsIn } from '../../../ledger/regions.ts'
import type { Desk } from '../../desk.ts'
import { packFor } from './work.ts'

/** The tables of the pack in use. */
export async function tablesList(desk: Desk): Promise<Result<Answer<'tables.list'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const found = packFor(desk, open.value, undefined)
  if (!found.ok) return found
  const { pack, year } = found.value
  const regionName = regionsIn(pack).full(open.value.info.region)
  return ok(pack.tables.map((t) => ({
    id: t.id, short: t.short, title: titleOf(t.title, { year, regionName }), charts: t.chart.length,
    switches: t.switches.map((s) => ({ key: s.key, label: s.label, default: s.default, options: s.options.map(({ key, label }) => ({ key, label })) })),
  })))
}
