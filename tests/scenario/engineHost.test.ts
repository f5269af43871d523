import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ok } from '../../core/result.ts'
import { startEngine, type EngineChild } from '../../electron/engineHost.ts'
import type { FromEngine, ToEngine } from '../../electron/engineMessages.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

/** An engine that answers, or that does not. */
function engine(answers: boolean): { readonly seen: string[]; readonly host: ReturnType<typeof startEngine> } {
  const seen: string[] = []
  const fork = (heard: (message: FromEngine) => void, ended: () => void): EngineChild => ({
    post: (message: ToEngine) => {
      if (message.kind !== 'call') return
      seen.push(message.channel)
      if (answers) heard({ kind: 'answer', id: message.id, result: ok({ backup: null }) })
    },
    kill: () => { seen.push('killed'); ended(); return true },
  })
  return { seen, host: startEngine({ fork, pdf: () => Promise.reject(new Error('none')) }) }
}

it('lets the engine make its last backup before it is ended', async () => {
  const { seen, host } = engine(true)
  await host.stop()
  expect(seen).toEqual(['app.leave', 'killed'])
})

it('does not wait longer than five seconds for an engine that does not answer', async () => {
  const { seen, host } = engine(false)
  let stopped = false
  void host.stop().then(() => { stopped = true })
  await vi.advanceTimersByTimeAsync(4900)
  expect(stopped).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect([stopped, seen]).toEqual([true, ['app.leave', 'killed']])
})
