import { problem } from '../core/problem.ts'
import { no, type Result } from '../core/result.ts'
import type { FromEngine, ToEngine } from './engineMessages.ts'
import type { ReaderHost } from './readerHost.ts'

/** How the main process talks to the engine: calls in order, answers by number. */
export interface EngineHost {
  readonly call: (channel: string, args: unknown) => Promise<Result<unknown>>
  /** Lets the engine make its last backup, for a bounded time, then ends it. */
  readonly stop: () => Promise<void>
}

/** A running engine process. */
export interface EngineChild {
  readonly post: (message: ToEngine) => void
  readonly kill: () => boolean
}
export interface EngineOptions {
  readonly fork: (heard: (message: FromEngine) => void, ended: () => void) => EngineChild
  readonly pdf: (html: string) => Promise<Uint8Array>
  /** Starts reader processes for the engine that is running now. */
  readonly readers?: (child: () => EngineChild) => ReaderHost
}

/** An engine that dies this often without answering anything is left dead. */
const TRIES = 5

/** Milliseconds the engine has to make the last backup and close the work file; what is saved is safe without that. */
const LEAVING = 5000
const soon = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

/** Starts the engine's process; when it dies, what was waiting is answered with a problem and it is started again. */
export function startEngine(options: EngineOptions): EngineHost {
  const calls = openCalls()
  let whenStopped: (() => void) | null = null
  const readers = options.readers?.(() => child)
  let deaths = 0
  let child = begin()

  function begin(): EngineChild {
    return options.fork((message) => receive(message), () => restart())
  }
  function receive(message: FromEngine): void {
    if (message.kind === 'answer') {
      deaths = 0
      calls.settle(message.id, message.result)
    }
    if (message.kind === 'pdf') void print(message.id, message.html)
    else readers?.hear(message)
  }
  async function print(id: number, html: string): Promise<void> {
    const bytes = await options.pdf(html).catch(() => null)
    child.post(bytes ? { kind: 'pdf-done', id, ok: true, bytes } : { kind: 'pdf-done', id, ok: false })
  }
  function restart(): void {
    readers?.killAll()
    calls.abandon()
    deaths += 1
    if (whenStopped) whenStopped()
    else if (deaths < TRIES) child = begin()
  }
  return {
    call: (channel, args) => (deaths < TRIES ? calls.open((id) => child.post({ kind: 'call', id, channel, args })) : Promise.resolve(no(problem('fault')))),
    stop: async () => {
      if (deaths < TRIES) await Promise.race([calls.open((id) => child.post({ kind: 'call', id, channel: 'app.leave', args: {} })), soon(LEAVING)])
      await new Promise<void>((resolve) => {
        whenStopped = resolve
        if (!child.kill()) resolve()
      })
    },
  }
}

interface Calls {
  readonly open: (send: (id: number) => void) => Promise<Result<unknown>>
  readonly settle: (id: number, result: Result<unknown>) => void
  readonly abandon: () => void
}

/** The calls that wait for their answer. */
function openCalls(): Calls {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let next = 1
  const settle: Calls['settle'] = (id, result) => {
    waiting.get(id)?.(result)
    waiting.delete(id)
  }
  return {
    settle,
    open: (send) => new Promise((resolve) => {
      const id = next++
      waiting.set(id, resolve)
      send(id)
    }),
    abandon: () => Array.from(waiting.keys()).forEach((id) => settle(id, no(problem('fault')))),
  }
}
