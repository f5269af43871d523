import { basename, resolve } from 'node:path'
import type { Answer, Request } from '../../../../core/contract.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { needs, type Ledger } from '../../../ledger/ledger.ts'
import { addBatch, batchRow, unfinishedBatch, type BatchRow } from '../../../ledger/store/intakeBatch.ts'
import type { Desk } from '../../desk.ts'
import { letRun, liveBatch, progressOf } from './live.ts'

/** Begins a batch, or goes on with the one over the same paths that was stopped or cut off; reading goes on in the background. */
export async function intakeStart(desk: Desk, args: Request<'intake.start'>): Promise<Result<Answer<'intake.start'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const refused = needs(ledger.value, 'reviewer')
  if (refused) return no(refused)
  const paths = [...new Set(args.paths.map((path) => resolve(path)))]
  const row = await batchFor(ledger.value, paths)
  const live = liveBatch(desk, ledger.value, row.id) ?? letRun(desk, ledger.value, row)
  return ok(live.progress())
}

async function batchFor(ledger: Ledger, paths: readonly string[]): Promise<BatchRow> {
  const listed = JSON.stringify(paths)
  const before = await unfinishedBatch(ledger.sql, listed)
  if (before) return before
  const { name, at } = ledger.hand()
  const source = paths.length === 1 ? (paths[0] ?? '') : `${basename(paths[0] ?? '')} 等 ${paths.length} 项`
  const id = await ledger.sql.write((sql) => addBatch(sql, { source, paths: listed, at, by: name }))
  return { id, source, paths: listed, started_at: at, ended_at: null, by_name: name, state: 'listing', total: 0 }
}

/** How a batch stands; the one under way or the last one where none is named. */
export async function intakeProgress(desk: Desk, args: Request<'intake.progress'>): Promise<Result<Answer<'intake.progress'>>> {
  const ledger = await desk.ledger()
  return ledger.ok ? ok(await progressOf(desk, ledger.value, args.batch)) : ledger
}

/** Pauses a batch, goes on with it, or stops it; one that was stopped or cut off is taken up again by `go`. */
export async function intakeControl(desk: Desk, args: Request<'intake.control'>): Promise<Result<Answer<'intake.control'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const live = liveBatch(desk, ledger.value, args.batch)
  if (live) {
    live.control(args.do)
    return ok(live.progress())
  }
  const row = await batchRow(ledger.value.sql, args.batch)
  if (row && row.state !== 'done' && args.do === 'go') {
    const refused = needs(ledger.value, 'reviewer')
    return refused ? no(refused) : ok(letRun(desk, ledger.value, row).progress())
  }
  const stands = await progressOf(desk, ledger.value, args.batch)
  return stands ? ok(stands) : no(problem('not-found', { what: '这一批' }))
}
