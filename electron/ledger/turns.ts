import { AsyncLocalStorage } from 'node:async_hooks'

/** Lets one piece of work run after the other, in the order of asking. */
export interface Turns {
  readonly take: <T>(work: () => Promise<T>) => Promise<T>
  /** As `take`, for a transaction: asking the same ledger from inside it, except through its own writer, is a bug and throws instead of waiting for ever. */
  readonly hold: <T>(work: () => Promise<T>) => Promise<T>
  /** Throws inside a transaction. */
  readonly outside: () => void
  readonly idle: () => boolean
}

/** Begins with nothing under way. */
export function turns(): Turns {
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const outside = (): void => {
    if (inside.getStore()?.open === true) throw new Error('inside a transaction only its own writer may be used')
  }
  const take = <T>(work: () => Promise<T>): Promise<T> => {
    outside()
    waiting += 1
    const done = last.then(work).finally(() => { waiting -= 1 })
    last = done.catch(() => undefined)
    return done
  }
  const hold = <T>(work: () => Promise<T>): Promise<T> => take(() => {
    const mark = { open: true }
    return inside.run(mark, work).finally(() => { mark.open = false })
  })
  return { take, hold, outside, idle: () => waiting === 0 }
}
