import { availableParallelism } from 'node:os'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { FileAsk, FileRead, ForkReader } from './messages.ts'
import { startReader, type PriorSource, type Reader, type ReaderLimits } from './oneReader.ts'

/** How many read at once and what each file may take. */
export interface PoolSettings extends ReaderLimits { readonly readers: number; readonly seedsDir: string; readonly packsDir: string; readonly identities: readonly string[]; readonly now: () => Date }
/** Reader processes that share the files of a batch. */
export interface Pool {
  /** Files worth asking for at once: each process has its next one waiting. */
  readonly lanes: number
  /** Reads one file in a process that has room; refused only when no process can be started. */
  readonly read: (ask: FileAsk, prior?: PriorSource) => Promise<Result<FileRead>>
  /** Bytes of memory each process holds, where that can be told. */
  readonly memory: () => readonly (number | null)[]
  readonly close: () => void
}

/** As many as the computer has cores, at most four. */
export const usualPool = (seedsDir: string, packsDir: string, now: () => Date): PoolSettings => ({ seedsDir, packsDir, identities: [], now, readers: Math.max(1, Math.min(4, availableParallelism())), seconds: 20, megabytes: 900, heapMb: 512, startSeconds: 60 })

/** After so many that end before they can read, no more are started. */
const TRIES = 3
const DEPTH = 2
const noPrior: PriorSource = () => Promise.resolve(null)

interface State { readonly ready: Set<Reader>; readonly starting: Set<Reader>; failed: number; closed: boolean; readonly queue: ((reader: Reader | null) => void)[] }

/** Opens a pool; processes start when they are first needed, and one that had to be ended is replaced. */
export function openPool(fork: ForkReader, settings: PoolSettings): Pool {
  const state: State = { ready: new Set(), starting: new Set(), failed: 0, closed: false, queue: [] }
  const start = async (): Promise<void> => {
    const reader = startReader(fork, settings, settings)
    state.starting.add(reader)
    const good = await reader.ready
    state.starting.delete(reader)
    state.failed = good ? 0 : state.failed + 1
    if (good && !state.closed) state.ready.add(reader)
    serve(state)
    if (!good && state.queue.length > 0 && !over(state)) await start()
  }
  const grow = (): void => { if (state.queue.length > state.starting.size && state.ready.size + state.starting.size < settings.readers && !over(state)) void start() }
  const take = (): Promise<Reader | null> => {
    const waited = new Promise<Reader | null>((resolve) => { state.queue.push(resolve) })
    serve(state)
    grow()
    return waited
  }
  const read = async (ask: FileAsk, prior: PriorSource): Promise<Result<FileRead>> => {
    for (;;) {
      const reader = await take()
      if (!reader) return no(problem('intake-readers'))
      const found = await reader.read(ask, prior)
      if (!reader.alive()) state.ready.delete(reader)
      serve(state)
      grow()
      if (state.closed && (found === 'again' || found.kind === 'quarantined')) return no(problem('intake-readers'))
      if (found !== 'again') return ok(found)
    }
  }
  return {
    lanes: settings.readers * DEPTH,
    memory: () => [...state.ready].map((reader) => reader.memory()),
    read: (ask, prior = noPrior) => read(ask, prior),
    close: () => { state.closed = true; for (const reader of [...state.ready, ...state.starting]) reader.close(); serve(state) },
  }
}

const over = (state: State): boolean => state.closed || state.failed >= TRIES

/** Gives waiting files to processes with room, the idle first; refuses them when there will be none. */
function serve(state: State): void {
  for (const reader of state.ready) if (!reader.alive()) state.ready.delete(reader)
  if (over(state) && (state.closed || state.ready.size === 0)) { for (const wait of state.queue.splice(0)) wait(null); return }
  const promised = new Map<Reader, number>()
  const load = (reader: Reader): number => reader.open() + (promised.get(reader) ?? 0)
  while (state.queue.length > 0) {
    const [best] = [...state.ready].filter((reader) => load(reader) < DEPTH).toSorted((a, b) => load(a) - load(b))
    if (!best) return
    promised.set(best, (promised.get(best) ?? 0) + 1)
    state.queue.shift()?.(best)
  }
}
