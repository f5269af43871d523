import type { Answer, Bridge, Channel, DialogRequests, Request } from '../core/contract.ts'
import { problem } from '../core/problem.ts'
import { no } from '../core/result.ts'
import type { Result } from '../core/result.ts'

declare global {
  interface Window {
    readonly api: Bridge
  }
}

/** Asks the engine; a broken connection comes back as a problem, never as an exception. */
export const call = async <C extends Channel>(channel: C, args: Request<C>): Promise<Result<Answer<C>>> => {
  try {
    return await window.api.call(channel, args)
  } catch {
    return no(problem('fault'))
  }
}

/** Where a dropped file or folder lies; '' when it lies nowhere. */
export const pathOf = (file: File): string => window.api.pathOf(file)

/** Asks the main process for a dialog or a window action; no answer is an empty list. */
export const dialog = async <D extends keyof DialogRequests>(name: D, args: DialogRequests[D]): Promise<readonly string[]> => {
  try {
    return await window.api.dialog(name, args)
  } catch {
    return []
  }
}
