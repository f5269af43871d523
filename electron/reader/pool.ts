import { availableParallelism } from 'node:os'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { FileAsk, FileRead, ForkReader } from './messages.ts'
import { startReader, type PriorSource, type Reader, type ReaderLimits } from './oneReader.ts'

/** How many read at once and what each file may take. */
export interface PoolSettings extends ReaderLimits { readonly readers: number; readonly seedsDir: string }
/** Reader processes that share the files of a batch. */
export interface Pool {
  readonly size: number
  /** Reads one file in a process that is free; refused only when no process can be started. */
  readonly read: (ask: FileAsk, prior?: PriorSource) => Promise<Result<FileRead>>
  /** Bytes of memory each process holds, where that can be told. */
  readonly memory: () => readonly (number | null)[]
  readonly close: () => void
}

/** As many as the computer has cores, at most four. */
export const usualPool = (seedsDir: string): PoolSettings => ({ seedsDir, readers: Math.max(1, Math.min(4, availableParallelism())), seconds: 20, megabytes: 900, heapMb: 512, startSeconds: 60 })

/** After so many that end before they can read, no more are started. */
const TRIES = 3
const noPrior: PriorSource = () => Promise.resolve(null)

/** Opens a pool; processes start when they are first needed, and one that had to be ended is replaced. */
export function openPool(fork: ForkReader, settings: PoolSettings): Pool {
  const readers: Reader[] = []
  const free: Reader[] = []
  const queue: ((reader: Reader | null) => void)[] = []
  let failed = 0
  let closed = false

  const put = (reader: Reader): void => { const next = queue.shift(); if (next) next(reader); else free.push(reader) }
  const refuseAll = (): void => { for (const wait of queue.splice(0)) wait(null) }
  async function add(): Promise<void> {
    const reader = startReader(fork, settings.seedsDir, settings)
    readers.push(reader)
    if (await reader.ready) { failed = 0; return put(reader) }
    readers.splice(readers.indexOf(reader), 1)
    failed += 1
    if (closed || failed >= TRIES) return refuseAll()
    if (queue.length > 0) await add()
  }
  function take(): Promise<Reader | null> {
    const reader = free.shift()
    if (reader) return Promise.resolve(reader)
    if (closed || failed >= TRIES) return Promise.resolve(null)
    const waited = new Promise<Reader | null>((resolve) => { queue.push(resolve) })
    if (readers.length < settings.readers) void add()
    return waited
  }
  function giveBack(reader: Reader): void {
    if (reader.alive()) return put(reader)
    readers.splice(readers.indexOf(reader), 1)
    if (queue.length > 0 && !closed) void add()
  }
  return {
    size: settings.readers,
    memory: () => readers.map((reader) => reader.memory()),
    read: async (ask, prior = noPrior) => {
      const reader = await take()
      if (!reader) return no(problem('intake-readers'))
      const read = await reader.read(ask, prior)
      giveBack(reader)
      return closed && read.kind === 'quarantined' ? no(problem('intake-readers')) : ok(read)
    },
    close: () => { closed = true; for (const reader of readers) reader.close(); refuseAll() },
  }
}
