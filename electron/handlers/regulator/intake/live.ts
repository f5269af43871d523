import type { IntakeProgress } from '../../../../core/contract/regulator/intake.ts'
import type { Problem } from '../../../../core/problem.ts'
import { problemSentence } from '../../../../core/text/problems.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { batchRow, type BatchRow } from '../../../ledger/store/intakeBatch.ts'
import type { Desk } from '../../desk.ts'
import { runBatch, type Live } from './batch.ts'
import { storedTally } from './tally.ts'

/** The batches under way at each desk, in the order they were asked for. */
const under = new WeakMap<Desk, Live[]>()
/** What ended the last batch of a ledger early. */
const failed = new WeakMap<Ledger, { readonly batch: number; readonly problem: Problem }>()

/** The batch of a ledger under way or waiting, by its number; the last one where none is named. */
export function liveBatch(desk: Desk, ledger: Ledger, batch: number | null): Live | undefined {
  const list = (under.get(desk) ?? []).filter((one) => one.ledger === ledger)
  return batch === null ? list[0] : list.find((one) => one.batch === batch)
}

/** Lets a batch run, after those that run already. */
export function letRun(desk: Desk, ledger: Ledger, row: BatchRow): Live {
  const list = under.get(desk) ?? []
  const live = runBatch(desk, ledger, row, Promise.all(list.map((one) => one.finished)))
  under.set(desk, [...list, live])
  void live.finished.then((problem) => {
    under.set(desk, (under.get(desk) ?? []).filter((one) => one !== live))
    if (problem) failed.set(ledger, { batch: row.id, problem })
    else failed.delete(ledger)
  })
  return live
}

/** How a batch stands: live, or as the ledger holds it; one that ended without saying so was stopped. */
export async function progressOf(desk: Desk, ledger: Ledger, batch: number | null): Promise<IntakeProgress | null> {
  const live = liveBatch(desk, ledger, batch)
  if (live) return live.progress()
  const row = await batchRow(ledger.sql, batch)
  if (!row) return null
  const tally = await storedTally(ledger.sql, row.id)
  const why = failed.get(ledger)
  const state = row.state === 'done' ? 'done' : 'stopped'
  const elapsed = row.ended_at === null ? 0 : Math.max(0, Math.round((Date.parse(row.ended_at) - Date.parse(row.started_at)) / 1000))
  return { batch: row.id, source: row.source, startedAt: row.started_at, state, done: tally.done, total: Math.max(row.total, tally.done), now: '', elapsed, left: state === 'done' ? 0 : null, speed: 0, counts: tally.counts, todo: tally.todo, again: tally.again, ...(why?.batch === row.id ? { problem: problemSentence(why.problem) } : {}) }
}
