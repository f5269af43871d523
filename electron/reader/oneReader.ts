import { problem, type Problem } from '../../core/problem.ts'
import type { FileAsk, FileRead, ForkReader, FromReader, ReaderProcess } from './messages.ts'

/** What a file may take before its reader is ended. */
export interface ReaderLimits { readonly seconds: number; readonly megabytes: number; readonly heapMb: number; readonly startSeconds: number }
/** Who gives the ledger's accepted payload of a unit's year, if it has one. */
export type PriorSource = (unitId: string, year: number) => Promise<Uint8Array | null>
/** One reader process that reads one file after the other, and is replaced by the pool once it has ended. */
export interface Reader {
  /** Resolves when it can read; false when it ended before. */
  readonly ready: Promise<boolean>
  readonly read: (ask: FileAsk, prior: PriorSource) => Promise<FileRead>
  readonly alive: () => boolean
  readonly memory: () => number | null
  readonly close: () => void
}

interface Job { readonly id: number; readonly prior: PriorSource; readonly done: (read: FileRead) => void; bytes: { readonly sha256: string; readonly size: number }; over: Problem | null }

/** Starts a process and watches its time and memory. */
export function startReader(fork: ForkReader, seedsDir: string, limits: ReaderLimits): Reader {
  let alive = true
  let job: Job | null = null
  let ids = 0
  let began: (ready: boolean) => void = () => undefined
  const ready = new Promise<boolean>((resolve) => { began = resolve })
  const settle = (read: FileRead): void => { const open = job; job = null; open?.done(read) }
  const ended = (): void => {
    alive = false
    began(false)
    if (job) settle({ kind: 'quarantined', ...job.bytes, problem: job.over ?? problem('intake-crash') })
  }
  const process: ReaderProcess = fork({ heard: (message) => hear(message), ended }, limits.heapMb)
  const stop = (over: Problem): void => { if (job) job.over = over; process.kill() }
  function hear(message: FromReader): void {
    if (message.kind === 'ready') return began(true)
    if (job?.id !== message.id) return
    if (message.kind === 'hashed') job.bytes = { sha256: message.sha256, size: message.size }
    else if (message.kind === 'done') settle(message.read)
    else void job.prior(message.unitId, message.year).then((payload) => process.send({ kind: 'prior', id: message.id, payload }), () => process.send({ kind: 'prior', id: message.id, payload: null }))
  }
  const slow = setTimeout(() => process.kill(), limits.startSeconds * 1000)
  void ready.then(() => clearTimeout(slow))
  process.send({ kind: 'start', seedsDir })
  return {
    ready, memory: process.memory, alive: () => alive,
    close: () => { process.kill() },
    read: (ask, prior) => new Promise((resolve) => {
      const guards = watch(process, limits, stop)
      job = { id: ++ids, prior, done: (read) => { guards(); resolve(read) }, bytes: { sha256: '', size: 0 }, over: null }
      if (alive) process.send({ kind: 'read', id: ids, ask })
      else ended()
    }),
  }
}

/** Ends the process when its time is up or its memory too much; gives what calls the watch off. */
function watch(process: ReaderProcess, { seconds, megabytes }: ReaderLimits, stop: (over: Problem) => void): () => void {
  let off = false
  // An answer may lie waiting while this process was busy itself, so time's end lets the messages through first.
  const late = setTimeout(() => setImmediate(() => { if (!off) stop(problem('xlsx-timeout', { seconds })) }), seconds * 1000)
  const memory = setInterval(() => {
    if ((process.memory() ?? 0) > megabytes * (1 << 20)) stop(problem('intake-memory', { limit: megabytes }))
  }, 100)
  return () => { off = true; clearTimeout(late); clearInterval(memory) }
}
