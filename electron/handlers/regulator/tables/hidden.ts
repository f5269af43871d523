import { frameOf } from '../../../../core/consolidate/inputs.ts'
import { programFor, type TableProgram } from '../../../../core/consolidate/program.ts'
import { hiddenAggregates } from '../../../../core/consolidate/publicEdition.ts'
import { runAggregates } from '../../../ledger/consolidate/run.ts'
import type { LedgerSql } from '../../../ledger/sql.ts'
import type { TableWork } from './work.ts'

interface Kept { readonly stamp: string; readonly hidden: ReadonlySet<string> }
const kept = new WeakMap<LedgerSql, Map<string, Kept>>()

/** What the public edition keeps back: over all tables of the pack at once, so that none tells what another hides. Kept until the ledger changes. */
export async function hiddenIn(work: TableWork, program: TableProgram): Promise<ReadonlySet<string>> {
  const { ledger, scope, pack, ground, frame, asked } = work
  const name = JSON.stringify([scope, pack.id, program.grid.spec.id, asked.switches])
  const stamp = await stampOf(work)
  const known = kept.get(ledger.sql)?.get(name)
  if (known?.stamp === stamp) return known.hidden
  const others = pack.tables.filter((t) => t.id !== program.grid.spec.id).map((t) => programFor(t, { ...frameOf(pack), ...frame, switches: asked.switches }))
  const programs = [program, ...others]
  const figures = new Map((await Promise.all(programs.map((p) => runAggregates(p.aggregates, ground, true)))).flatMap((m) => [...m]))
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
