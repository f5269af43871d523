import type { IntakeProgress } from '../../../../core/contract/regulator/intake.ts'
import type { Problem } from '../../../../core/problem.ts'
import { problemSentence } from '../../../../core/text/problems.ts'
import { keepSafe } from '../../../ledger/backup.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import { setBatch, type BatchRow } from '../../../ledger/store/intakeBatch.ts'
import { acceptedPayload, anyAccepted } from '../../../ledger/store/submission.ts'
import { lookAgain } from '../../../ledger/takeIn.ts'
import type { ItemIds } from '../../../ledger/store/itemKey.ts'
import { nodeReaders } from '../../../reader/nodeFork.ts'
import { regulatorIdentities } from '../../../ledger/regulatorKey.ts'
import { openPool, usualPool, type Pool } from '../../../reader/pool.ts'
import { packsFolder, type Desk } from '../../desk.ts'
import { adopt } from './adopt.ts'
import { listFiles, shownPath } from './listing.ts'
import { pace, type Pace } from './pace.ts'
import { openQueue, type Queue } from './queue.ts'
import { addTo, noTally, storedTally, type Tally } from './tally.ts'
import type { Done, RecordContext } from './record.ts'
import { writeGroup } from './writeGroup.ts'

/** A batch under way, in the background of the engine. */
export interface Live {
  readonly batch: number
  readonly ledger: Ledger
  readonly progress: () => IntakeProgress
  readonly control: (what: 'pause' | 'go' | 'stop') => void
  /** Resolves when nothing more happens; the problem that ended it early, if one did. */
  readonly finished: Promise<Problem | null>
  /** Memory of each reader process. */
  readonly memory: () => readonly (number | null)[]
}

/** Files written in one transaction at most, and milliseconds that the first of them waits. */
const GROUP = 40
const SOON = 200

interface Run {
  readonly desk: Desk; readonly ledger: Ledger; readonly row: BatchRow; readonly pool: Pool; readonly pace: Pace; tally: Tally
  state: IntakeProgress['state']; wish: 'go' | 'pause' | 'stop'; wake: () => void; total: number; now: string; problem: Problem | null
  done: Done[]; since: number; readonly ids: Map<string, ItemIds>; writing: Promise<void>
}

/** Starts or goes on with a batch; `after` is one that runs before it. */
export function runBatch(desk: Desk, ledger: Ledger, row: BatchRow, after: Promise<unknown>): Live {
  const pool = openPool(desk.host.readers ?? nodeReaders, { ...usualPool(desk.host.seedsDir, packsFolder(desk.host), desk.host.now), identities: regulatorIdentities(desk), ...desk.host.reading })
  const run: Run = {
    desk, ledger, row, pool, pace: pace(), tally: noTally, state: 'listing', wish: 'go', wake: () => undefined, total: row.total, now: '', problem: null,
    done: [], since: 0, ids: new Map(), writing: Promise.resolve(),
  }
  const leave = (): void => { run.wish = 'stop'; run.wake(); pool.close() }
  desk.leaving.add(leave)
  const finished = after.then(() => work(run)).catch((error: unknown) => { run.problem = problemOf(desk, error); run.wish = 'stop'; run.wake() }).then(async () => {
    desk.leaving.delete(leave)
    pool.close()
    await settle(run)
    return run.problem
  })
  return { batch: row.id, ledger, finished, memory: pool.memory, progress: () => progressOf(run), control: (what) => control(run, what) }
}

function control(run: Run, what: Run['wish']): void {
  if (run.wish === 'stop') return
  run.wish = what
  if (what === 'pause') run.pace.hold()
  else run.pace.go()
  if (run.state === 'running' || run.state === 'paused') run.state = what === 'pause' ? 'paused' : 'running'
  run.wake()
}

function progressOf({ row, state, wish, tally, total, now, pace: own, problem }: Run): IntakeProgress {
  const { elapsed, left, speed } = own.of(Math.max(0, total - tally.done))
  const said = wish === 'stop' && state !== 'done' ? 'stopped' : state
  return { batch: row.id, source: row.source, startedAt: row.started_at, state: said, done: tally.done, total: Math.max(total, tally.done), now, elapsed, left, speed, counts: tally.counts, todo: tally.todo, again: tally.again, ...(problem ? { problem: problemSentence(problem) } : {}) }
}

async function work(run: Run): Promise<void> {
  const { desk, ledger, row } = run
  const listed = await listFiles(JSON.parse(row.paths) as string[], () => run.wish !== 'stop')
  const queue = await openQueue(ledger.sql, row.id, listed)
  run.tally = await storedTally(ledger.sql, row.id)
  run.total = run.tally.done + queue.left()
  if (run.wish === 'go') run.state = 'running'
  await ledger.sql.write(async (sql) => {
    await setBatch(sql, row.id, { state: 'running', total: run.total, endedAt: null })
    await lookAgain(sql, { shelf: desk.packs, info: ledger.info, hand: ledger.hand() })
  })
  const priorYears = new Map<number, boolean>()
  await Promise.all(Array.from({ length: run.pool.lanes }, () => lane(run, queue, priorYears)))
  await flush(run)
}

/** Takes one file after the other until there are none or it is told to stop. */
async function lane(run: Run, queue: Queue, priorYears: Map<number, boolean>): Promise<void> {
  while (await mayGoOn(run)) {
    const ask = await queue.next()
    if (!ask || !(await mayGoOn(run))) return
    run.now = shownPath(ask)
    const from = performance.now()
    const read = await run.pool.read(ask, (unit, year) => priorOf(run, priorYears, { unit, year }))
    if (!read.ok) { if (run.wish !== 'stop') { run.problem = read.problem; run.wish = 'stop' } return }
    if (read.value.kind === 'members') {
      queue.expand(read.value.members.map((member) => ({ path: ask.path, member, named: false })))
      run.total += read.value.members.length - 1
      continue
    }
    took(run, queue, { listed: ask, read: read.value, ms: performance.now() - from })
    if (run.done.length >= GROUP || performance.now() - run.since > SOON) await flush(run)
  }
}

function took(run: Run, queue: Queue, done: Done): void {
  const { read, listed } = done
  run.pace.tick()
  if (read.kind === 'same' && queue.recorded(listed, read.sha256)) { run.total -= 1; return }
  if (read.kind !== 'same' && read.sha256 !== '' && read.kind !== 'quarantined') queue.learn(read.size, read.sha256)
  if (run.done.length === 0) run.since = performance.now()
  run.done.push(done)
}

/** Waits while paused; false when it is to stop. */
async function mayGoOn(run: Run): Promise<boolean> {
  while (run.wish === 'pause') {
    await flush(run)
    await new Promise<void>((resolve) => { const before = run.wake; run.wake = () => { before(); resolve() } })
  }
  return run.wish === 'go'
}

/** Last year's accepted payload of a unit; years of which nothing is accepted are asked for once. */
async function priorOf(run: Run, years: Map<number, boolean>, { unit, year }: { readonly unit: string; readonly year: number }): Promise<Uint8Array | null> {
  const any = years.get(year) ?? await anyAccepted(run.ledger.sql, year)
  years.set(year, any)
  return any ? acceptedPayload(run.ledger.sql, unit, year) : null
}

/** Writes what is done, one group after the other; reading goes on meanwhile. */
function flush(run: Run): Promise<void> {
  run.writing = run.writing.then(async () => {
    const group = run.done.splice(0)
    if (group.length === 0) return
    await adopt(run.desk, run.ledger, group)
    const context: RecordContext = { shelf: run.desk.packs, info: run.ledger.info, hand: { name: run.ledger.hand().name, at: run.ledger.hand().at }, ids: run.ids, ledger: run.ledger, batch: run.row.id }
    for (const row of await writeGroup(run.desk, group, context)) run.tally = addTo(run.tally, row)
  })
  return run.writing
}

/** The batch's end is written down where the ledger is still there. */
async function settle(run: Run): Promise<void> {
  const stopped = run.wish === 'stop' || run.problem !== null
  run.state = stopped ? 'stopped' : 'done'
  run.now = ''
  run.pace.hold()
  try {
    const endedAt = run.desk.host.now().toISOString()
    await run.ledger.sql.write((sql) => setBatch(sql, run.row.id, { state: run.state, total: run.total, endedAt }))
    run.tally = await storedTally(run.ledger.sql, run.row.id)
    if (!stopped) await keepSafe(run.ledger, run.desk.host.now(), { always: true })
  } catch (error) { run.problem ??= problemOf(run.desk, error) }
}

function problemOf(desk: Desk, error: unknown): Problem {
  if (error instanceof LedgerFailure) return error.problem
  return { code: 'fault', params: {}, ref: desk.log.write('intake', error) }
}
