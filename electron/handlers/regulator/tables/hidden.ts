import { switchStands } from '../../../../core/consolidate/expand.ts'
import type { AggregateFigure } from '../../../../core/consolidate/ledgerData.ts'
import { programFor } from '../../../../core/consolidate/program.ts'
import { hiddenAggregates } from '../../../../core/consolidate/publicEdition.ts'
import { runAggregates } from '../../../ledger/consolidate/run.ts'
import type { LedgerSql } from '../../../ledger/sql.ts'
import type { TableWork } from './work.ts'

interface Kept { readonly stamp: string; readonly hidden: ReadonlySet<string> }
const kept = new WeakMap<LedgerSql, Map<string, Kept>>()

/**
 * What the public edition of a scope keeps back: over all tables of the pack at once and every way their switches can stand, so that no table
 * tells what another hides, nor the same one printed twice. Kept until the ledger changes.
 */
export async function hiddenIn(work: TableWork): Promise<ReadonlySet<string>> {
  const { ledger, scope, pack, ground, frame } = work
  const name = JSON.stringify([scope, pack.id])
  const stamp = await stampOf(work)
  const known = kept.get(ledger.sql)?.get(name)
  if (known?.stamp === stamp) return known.hidden
  const programs = pack.tables.flatMap((t) => switchStands(t).map((switches) => programFor(t, { ...frame, switches })))
  const figures = new Map<string, AggregateFigure>()
  for (const { aggregates } of programs) for (const [key, figure] of await runAggregates(aggregates.filter((a) => !figures.has(a.key)), ground, true)) figures.set(key, figure)
  const hidden = hiddenAggregates(programs, figures)
  const ofLedger = kept.get(ledger.sql) ?? new Map<string, Kept>()
  ofLedger.set(name, { stamp, hidden })
  kept.set(ledger.sql, ofLedger)
  return hidden
}

/** Changes whenever a submission comes in or moves. */
async function stampOf({ ledger }: TableWork): Promise<string> {
  return JSON.stringify(await ledger.sql.get(`select count(*) as n, cast(coalesce(sum(version), 0) as text) as v, max(state_at) as at from submission`))
}
