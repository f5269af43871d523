import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import type { Param, Run } from './db/open.ts'

/** What was done to a work file since a backup, beside that backup: with both, a lost work file is made again. */
export interface Journal {
  /** Saved steps in it. */
  readonly steps: () => number
  /** Notes one committed transaction; a journal that cannot be written ends there. */
  readonly add: (runs: readonly Run[]) => void
  /** Ends it because a newer backup was made, or because the work file was closed. */
  readonly end: (next: string | null) => void
}
/** A journal as read: `sum` is the backup's own, `next` the newer backup's name; `ended` says how the file stood when it was closed. */
export interface ReadJournal { readonly version: number; readonly sum: string; readonly steps: readonly (readonly Run[])[]; readonly next: string | null; readonly ended: string | null }

/** What opening needs of a journal: its ends and how many lines stand between them; a cut or foreign last line ends nothing. */
export interface JournalEnds extends Pick<ReadJournal, 'version' | 'sum' | 'next' | 'ended'> { readonly count: number }

type Line = { readonly version: number; readonly sum: string } | { readonly runs: readonly Run[] } | { readonly next: string } | { readonly ended: string }

/** The journal of a backup. */
export const journalPath = (backup: string): string => backup.replace(/\.jianbao$/, '.jsonl')

/** Starts the journal of a backup just made; null where it cannot be written. */
export function startJournal(backup: string, workFile: string, version: number): Journal | null {
  try {
    const handle = openSync(journalPath(backup), 'w', 0o600)
    const journal = journalOn(handle, workFile, 0)
    put(handle, { version, sum: sumOf(backup) })
    return journal
  } catch { return null }
}

/** Goes on with a backup's journal, whose ends were read, if it was ended properly and the work file is as it was then. */
export function resumeJournal(backup: string, read: JournalEnds | null, workFile: string, version: number): Journal | null {
  if (!read || read.version !== version || read.next !== null || read.ended === null || !sameTime(read.ended, workFile)) return null
  try { return journalOn(openSync(journalPath(backup), 'a', 0o600), workFile, read.count) } catch { return null }
}

/** How a work file stands against what was noted when it was closed: the same bytes; other bytes under the same size and time, which only a failing disk makes; or nothing to say. */
export function proof(journal: JournalEnds | null, workFile: string): 'same' | 'rotten' | null {
  const ended = journal?.ended ?? null
  if (ended === null || !sameTime(ended, workFile)) return null
  return ended === stateOf(workFile) ? 'same' : 'rotten'
}

/** Whether a backup has the bytes it was made with, as far as its journal tells. */
export function isWhole(backup: string): boolean {
  const read = journalEnds(backup)
  return read === null || read.sum === sumOf(backup)
}

/** The ends of a journal, without reading what stands between; null where there is none. */
export function journalEnds(backup: string): JournalEnds | null {
  let bytes: Buffer
  try { bytes = readFileSync(journalPath(backup)) } catch { return null }
  const first = bytes.indexOf(10)
  const [head] = wholeLines(bytes.subarray(0, first + 1).toString('utf8'))
  if (!head || !('version' in head)) return null
  const begin = bytes.lastIndexOf(10, bytes.length - 2) + 1
  const [last] = begin > first ? wholeLines(bytes.subarray(begin).toString('utf8')) : []
  const ends = last !== undefined && ('next' in last || 'ended' in last)
  const count = lineEnds(bytes) - 1 - (ends ? 1 : 0)
  return { version: head.version, sum: head.sum, count, next: last && 'next' in last ? last.next : null, ended: last && 'ended' in last ? last.ended : null }
}

function lineEnds(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

/** Reads a journal as far as it is whole; null where there is none. */
export function readJournal(backup: string): ReadJournal | null {
  let lines: readonly Line[]
  try { lines = wholeLines(readFileSync(journalPath(backup), 'utf8')) } catch { return null }
  const [head] = lines
  if (!head || !('version' in head)) return null
  const steps = lines.flatMap(line => ('runs' in line ? [line.runs] : []))
  const last = lines.at(-1)
  return { version: head.version, sum: head.sum, steps, next: last && 'next' in last ? last.next : null, ended: last && 'ended' in last ? last.ended : null }
}

function journalOn(handle: number, workFile: string, before: number): Journal {
  let open = true
  let steps = before
  const attempt = (line: Line): void => {
    if (!open) return
    try { put(handle, line) } catch { open = false; closeSync(handle) }
  }
  return {
    steps: () => steps,
    add: runs => { steps += 1; attempt({ runs }) },
    end: next => {
      attempt(next === null ? { ended: stateOf(workFile) } : { next })
      if (open) closeSync(handle)
      open = false
    },
  }
}

/** Size, time and sum of a file: another file in its place has others. */
function stateOf(path: string): string {
  return existsSync(path) ? `${timeOf(path)} ${sumOf(path)}` : ''
}

const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

function timeOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? `${found.size} ${found.mtimeMs.toFixed(3)}` : ''
}

/** The same size and, but for how finely a copy keeps times, the same time. */
function sameTime(state: string, path: string): boolean {
  const [[size, time], [sizeNow, timeNow]] = [state.split(' '), timeOf(path).split(' ')]
  return state !== '' && size === sizeNow && Math.abs(Number(time) - Number(timeNow)) < 1
}

const sum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

function put(handle: number, line: Line): void {
  const text = JSON.stringify('runs' in line ? { runs: line.runs.map(run => run.map(packed)) } : line)
  const bytes = Buffer.from(`${sum(text)} ${text}\n`)
  if (writeSync(handle, bytes) !== bytes.length) throw new Error('short write')
}

function packed(value: Param): unknown {
  if (typeof value === 'bigint') return { $big: String(value) }
  return value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value
}

function wholeLines(text: string): Line[] {
  const lines: Line[] = []
  for (const line of text.split('\n').slice(0, -1)) {
    const body = line.slice(17)
    if (sum(body) !== line.slice(0, 16)) break
    lines.push(JSON.parse(body, (_, value: unknown) => unpacked(value)) as Line)
  }
  return lines
}

function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$big' in value) return BigInt(String(value.$big))
  return '$bytes' in value ? new Uint8Array(Buffer.from(String(value.$bytes), 'base64')) : value
}
