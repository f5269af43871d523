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
  /** Fetches what is missing of a stretch. */
  readonly need: (from: number, to: number) => void
  /** Reads what is in sight once more; what stands stays until the answer is here. */
  readonly again: () => void
  /** Where a row that is here stands, or -1. */
  readonly find: (is: (row: T) => boolean) => number
}
type Read<T> = (offset: number, limit: number) => Promise<Result<{ readonly rows: readonly T[]; readonly total: number }>>

const PAGE = 200
interface Held<T> { key: string; total: number; problem: Problem | null; asked: boolean; pages: Map<number, readonly T[]>; wanted: Set<number>; from: number; to: number; turn: number }
const fresh = <T>(key: string): Held<T> => ({ key, total: 0, problem: null, asked: false, pages: new Map(), wanted: new Set(), from: 0, to: 0, turn: 0 })

/** Reads one page and keeps it, unless the list was turned to something else meanwhile. */
const fetchPage = async <T>(now: Held<T>, page: number, read: Read<T>, draw: () => void): Promise<void> => {
  const { turn } = now
  now.wanted.add(page)
  const answer = await read(page * PAGE, PAGE)
  if (turn !== now.turn) return
  now.asked = true
  now.problem = answer.ok ? null : answer.problem
  if (answer.ok) {
    now.total = answer.value.total
    now.pages.set(page, answer.value.rows)
  }
  draw()
}

const reload = <T>(now: Held<T>, read: Read<T>, draw: () => void): void => {
  now.turn += 1
  now.wanted = new Set()
  const [first, last] = [Math.floor(now.from / PAGE), Math.floor(Math.max(now.from, now.to) / PAGE)]
  for (const page of now.pages.keys()) if (page < first || page > last) now.pages.delete(page)
  for (let page = first; page <= last; page++) void fetchPage(now, page, read, draw)
}

/** A list read page by page; another `key` is another list. */
export const usePaged = <T>(key: string, read: Read<T>): Paged<T> => {
  const held = useRef<Held<T>>(fresh(key))
  const reading = useRef(read)
  const [, draw] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    reading.current = read
  })
  useEffect(() => {
    const now = held.current
    now.turn += 1
    now.wanted = new Set()
    now.pages = now.key === key ? now.pages : new Map()
    now.key = key
    now.from = 0
    void fetchPage(now, 0, (offset, limit) => reading.current(offset, limit), draw)
  }, [key])
  const need = useCallback((from: number, to: number): void => {
    const now = held.current
    now.from = from
    now.to = to
    for (let page = Math.floor(from / PAGE); page <= Math.floor(Math.max(from, to) / PAGE); page++) {
      if (!now.pages.has(page) && !now.wanted.has(page)) void fetchPage(now, page, (offset, limit) => reading.current(offset, limit), draw)
    }
  }, [])
  const again = useCallback(() => reload(held.current, (offset, limit) => reading.current(offset, limit), draw), [])
  const now = held.current
  return {
    total: now.total, problem: now.problem, asked: now.asked, need, again,
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
