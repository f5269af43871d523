import { utilityProcess, type UtilityProcess } from 'electron'
import { problem } from '../core/problem.ts'
import { no, type Result } from '../core/result.ts'
import type { FromEngine, ToEngine } from './engineMessages.ts'

/** How the main process talks to the engine: calls in order, answers by number. */
export interface EngineHost {
  readonly call: (channel: string, args: unknown) => Promise<Result<unknown>>
  readonly stop: () => Promise<void>
}
export interface EngineOptions {
  readonly file: string
  readonly env: Readonly<Record<string, string>>
  readonly pdf: (html: string) => Promise<Uint8Array>
}

/** Starts the engine's process; when it dies, what was waiting is answered with a problem and it is started again. */
export function startEngine(options: EngineOptions): EngineHost {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let next = 1
  let stopping = false
  let child = fork()

  function fork(): UtilityProcess {
    const made = utilityProcess.fork(options.file, [], { serviceName: '检报引擎', env: { ...process.env, ...options.env } })
    made.on('message', (message: FromEngine) => receive(message))
    made.on('exit', () => restart())
    return made
  }
  function receive(message: FromEngine): void {
    if (message.kind === 'answer') settle(message.id, message.result)
    if (message.kind === 'pdf') void print(message.id, message.html)
  }
  function settle(id: number, result: Result<unknown>): void {
    waiting.get(id)?.(result)
    waiting.delete(id)
  }
  async function print(id: number, html: string): Promise<void> {
    const bytes = await options.pdf(html).catch(() => null)
    post(bytes ? { kind: 'pdf-done', id, ok: true, bytes } : { kind: 'pdf-done', id, ok: false })
  }
  function post(message: ToEngine): void {
    child.postMessage(message)
  }
  function restart(): void {
    for (const id of [...waiting.keys()]) settle(id, no(problem('fault')))
    if (!stopping) child = fork()
  }
  return {
    call: (channel, args) => new Promise((resolve) => {
      const id = next++
      waiting.set(id, resolve)
      post({ kind: 'call', id, channel, args })
    }),
    stop: () => new Promise((resolve) => {
      stopping = true
      child.once('exit', () => resolve())
      if (!child.kill()) resolve()
    }),
  }
}
