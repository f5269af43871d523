import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Problem } from '../../../core/problem.ts'
import type { Result } from '../../../core/result.ts'

/** A long list of which only the pages in sight are here. */
export interface Paged<T> {
  readonly total: number
  readonly problem: Problem | null
  /** The first answer is here. */
  readonly asked: boolean
  readonly row: (at: number) => T | undefined
  /** Fetches what is missing of a stretch; a stretch that was only scrolled through is not fetched. */
  readonly need: (from: number, to: number) => void
  /** Reads what is in sight once more; what stands stays until the answer is here. */
  readonly again: () => void
  /** Where a row that is here stands, or -1. */
  readonly find: (is: (row: T) => boolean) => number
}
type Read<T> = (offset: number, limit: number) => Promise<Result<{ readonly rows: readonly T[]; readonly total: number }>>

const PAGE = 200
/** What is held of a list. `turn` grows when the list becomes another or is read again; answers of an earlier turn are dropped. */
interface Held<T> { key: string; total: number; problem: Problem | null; asked: boolean; pages: Map<number, readonly T[]>; stale: Set<number>; from: number; to: number; turn: number; flying: boolean }
const fresh = <T>(key: string): Held<T> => ({ key, total: 0, problem: null, asked: false, pages: new Map(), stale: new Set(), from: 0, to: 0, turn: 0, flying: false })

/** The first page of the stretch in sight that is missing or old. */
const wanted = <T>(now: Held<T>): number | null => {
  const last = Math.floor(Math.min(Math.max(now.from, now.to), Math.max(0, now.total - 1)) / PAGE)
  for (let page = Math.floor(now.from / PAGE); page <= last; page++) if (!now.pages.has(page) || now.stale.has(page)) return page
  return now.asked ? null : 0
}

/** Fetches page after page of what is in sight, one at a time. */
const pump = async <T>(now: Held<T>, read: Read<T>, draw: () => void): Promise<void> => {
  const page = wanted(now)
  if (now.flying || page === null) return
  const { turn } = now
  now.flying = true
  const answer = await read(page * PAGE, PAGE)
  if (turn !== now.turn) return
  now.flying = false
  now.asked = true
  now.stale.delete(page)
  now.problem = answer.ok ? null : answer.problem
  if (answer.ok) now.total = answer.value.total
  now.pages.set(page, answer.ok ? answer.value.rows : (now.pages.get(page) ?? []))
  draw()
  await pump(now, read, draw)
}

const turnOver = <T>(now: Held<T>, pages: Held<T>['pages']): void => {
  now.turn += 1
  now.flying = false
  now.pages = pages
  now.stale = new Set(pages.keys())
  now.asked = false
}

/** A list read page by page; another `key` is another list. */
export const usePaged = <T>(key: string, read: Read<T>): Paged<T> => {
  const held = useRef<Held<T>>(fresh(key))
  const reading = useRef(read)
  const [, draw] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    reading.current = read
  })
  const go = useCallback(() => void pump(held.current, (offset, limit) => reading.current(offset, limit), draw), [])
  useEffect(() => {
    const now = held.current
    turnOver(now, new Map())
    Object.assign(now, { key, from: 0, to: 0 })
    go()
  }, [key, go])
  const need = useCallback((from: number, to: number): void => {
    Object.assign(held.current, { from, to })
    go()
  }, [go])
  const again = useCallback(() => {
    turnOver(held.current, held.current.pages)
    go()
  }, [go])
  const now = held.current
  return {
    total: now.total, problem: now.problem, asked: now.asked || now.pages.size > 0, need, again,
    row: (at) => now.pages.get(Math.floor(at / PAGE))?.[at % PAGE],
    find: (is) => {
      for (const [page, rows] of now.pages) {
        const at = rows.findIndex(is)
        if (at >= 0) return page * PAGE + at
      }
      return -1
    },
  }
}
