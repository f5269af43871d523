import { problem, type Problem } from '../../core/problem.ts'
import type { FileAsk, FileRead, ForkReader, FromReader, ReaderProcess } from './messages.ts'

/** What a file may take before its reader is ended. */
export interface ReaderLimits { readonly seconds: number; readonly megabytes: number; readonly heapMb: number; readonly startSeconds: number }
/** Who gives the ledger's accepted payload of a unit's year, if it has one. */
export type PriorSource = (unitId: string, year: number) => Promise<Uint8Array | null>
/** One reader process; files are read in the order of asking, and the pool replaces it once it has ended. */
export interface Reader {
  /** Resolves when it can read; false when it ended before. */
  readonly ready: Promise<boolean>
  /** What it made of the file; `again` when the process ended over another one. */
  readonly read: (ask: FileAsk, prior: PriorSource) => Promise<FileRead | 'again'>
  readonly alive: () => boolean
  /** Files asked for and not answered. */
  readonly open: () => number
  readonly memory: () => number | null
  readonly close: () => void
}

interface Job { readonly prior: PriorSource; readonly done: (read: FileRead | 'again') => void; bytes: { readonly sha256: string; readonly size: number }; asked: boolean }
/** What a process is at. */
interface State { alive: boolean; readonly jobs: Map<number, Job>; at: number | null; heard: number; over: Problem | null; ids: number }

/** Starts a process and watches its time and memory. */
export function startReader(fork: ForkReader, at: { readonly seedsDir: string; readonly packsDir: string; readonly identities: readonly string[]; readonly now: () => Date }, limits: ReaderLimits): Reader {
  const state: State = { alive: true, jobs: new Map(), at: null, heard: performance.now(), over: null, ids: 0 }
  let began: (ready: boolean) => void = () => undefined
  const ready = new Promise<boolean>((resolve) => { began = resolve })
  const ended = (): void => {
    state.alive = false
    clearInterval(guard)
    began(false)
    abandon(state)
  }
  const process = fork({ heard: (message) => { if (message.kind === 'ready') began(true); else hear(state, process, message) }, ended }, limits.heapMb)
  const guard = setInterval(() => watch(state, process, limits), 100)
  const slow = setTimeout(() => process.kill(), limits.startSeconds * 1000)
  void ready.then(() => { clearTimeout(slow); state.heard = performance.now() })
  process.send({ kind: 'start', seedsDir: at.seedsDir, packsDir: at.packsDir, identities: at.identities, now: at.now().toISOString() })
  return {
    ready, memory: process.memory, alive: () => state.alive, open: () => state.jobs.size,
    close: () => process.kill(),
    read: (ask, prior) => new Promise((done) => {
      if (!state.alive) return done('again')
      if (state.jobs.size === 0) state.heard = performance.now()
      state.jobs.set(++state.ids, { prior, done, bytes: { sha256: '', size: 0 }, asked: false })
      process.send({ kind: 'read', id: state.ids, ask })
    }),
  }
}

function hear(state: State, process: ReaderProcess, message: Exclude<FromReader, { kind: 'ready' }>): void {
  const job = state.jobs.get(message.id)
  state.heard = performance.now()
  if (!job) return
  job.asked = message.kind === 'asks'
  state.at = message.kind === 'begins' || message.kind === 'hashed' ? message.id : null
  if (message.kind === 'hashed') job.bytes = { sha256: message.sha256, size: message.size }
  if (message.kind === 'done') { state.jobs.delete(message.id); job.done(message.read) }
  if (message.kind === 'asks') {
    const tell = (payload: Uint8Array | null): void => process.send({ kind: 'prior', id: message.id, payload })
    void job.prior(message.unitId, message.year).then(tell, () => tell(null))
  }
}

/** The file at work when a process ended is put aside; the others are for another process. */
function abandon(state: State): void {
  const [first] = state.jobs.keys()
  const guilty = state.at ?? first
  for (const [id, job] of state.jobs) job.done(id === guilty ? { kind: 'quarantined', ...job.bytes, problem: state.over ?? problem('intake-crash') } : 'again')
  state.jobs.clear()
}

/** Ends a process that is silent for too long over its work, or holds too much memory. */
function watch(state: State, process: ReaderProcess, { seconds, megabytes }: ReaderLimits): void {
  if (![...state.jobs.values()].some((job) => !job.asked)) return
  if ((process.memory() ?? 0) > megabytes * (1 << 20)) return stop(state, process, problem('intake-memory', { limit: megabytes }))
  if (performance.now() - state.heard < seconds * 1000) return
  // This process may have been busy itself while an answer lay waiting: messages come first.
  setImmediate(() => { if (state.jobs.size > 0 && performance.now() - state.heard >= seconds * 1000) stop(state, process, problem('xlsx-timeout', { seconds })) })
}

function stop(state: State, process: ReaderProcess, over: Problem): void {
  state.over = over
  process.kill()
}
