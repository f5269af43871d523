import { createHash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Param, Run } from './db/open.ts'

/** What was done to a work file since a backup, beside that backup: with both, a lost work file is made again. */
export interface Journal {
  /** Whether a saved step stands in it. */
  readonly saved: () => boolean
  /** Notes one committed transaction; a journal that cannot be written ends there. */
  readonly add: (runs: readonly Run[]) => void
  /** Ends it because a newer backup was made, or because the work file was closed. */
  readonly end: (next: string | null) => void
}
/** A journal as read: `sum` is the backup's own, `next` the newer backup's name; `ended` says how the file stood when it was closed. */
export interface ReadJournal { readonly version: number; readonly sum: string; readonly steps: readonly (readonly Run[])[]; readonly next: string | null; readonly ended: string | null }

/** What opening needs of a journal: its ends and whether a step stands between them; a cut or foreign last line ends nothing. */
export interface JournalEnds extends Pick<ReadJournal, 'version' | 'sum' | 'next' | 'ended'> { readonly saved: boolean }

type Line = { readonly version: number; readonly sum: string } | { readonly runs: readonly Run[] } | { readonly next: string } | { readonly ended: string }

/** How much is read of a file at a time; of a journal's end at first, for a day's work may be many megabytes. */
const BLOCK = 1 << 17

/** The journal of a backup. */
export const journalPath = (backup: string): string => backup.replace(/\.jianbao$/, '.jsonl')

/** Starts the journal of a backup just made; null where it cannot be written. */
export function startJournal(backup: string, workFile: string, version: number): Journal | null {
  try {
    const handle = openSync(journalPath(backup), 'w', 0o600)
    const journal = journalOn(handle, workFile, false)
    put(handle, { version, sum: sumOf(backup) })
    return journal
  } catch { return null }
}

/** Goes on with a backup's journal, whose ends were read, if it was ended properly and the work file is as it was then. */
export function resumeJournal(backup: string, read: JournalEnds | null, workFile: string, version: number): Journal | null {
  if (!read || read.version !== version || read.next !== null || read.ended === null || !sameTime(read.ended, workFile)) return null
  try { return journalOn(openSync(journalPath(backup), 'a', 0o600), workFile, read.saved) } catch { return null }
}

/** How a work file stands against what was noted when it was closed: the same bytes; other bytes under the same size and time, which only a failing disk makes; or nothing to say. */
export function proof(journal: JournalEnds | null, workFile: string): 'same' | 'rotten' | null {
  const ended = journal?.ended ?? null
  if (ended === null || !sameTime(ended, workFile)) return null
  return ended.startsWith(`${checkOf(workFile)} `) ? 'same' : 'rotten'
}

/** Whether a backup has the bytes it was made with, as far as its journal tells. */
export function isWhole(backup: string): boolean {
  const read = journalEnds(backup)
  return read === null || read.sum === sumOf(backup)
}

/** The ends of a journal, without reading what stands between; null where there is none. */
export function journalEnds(backup: string): JournalEnds | null {
  let handle: number
  try { handle = openSync(journalPath(backup), 'r') } catch { return null }
  try { return endsIn(handle, fstatSync(handle).size) } catch { return null } finally { closeSync(handle) }
}

function endsIn(handle: number, size: number): JournalEnds | null {
  const begin = part(handle, 0, Math.min(size, BLOCK))
  const first = begin.indexOf('\n') + 1
  const head = wholeLine(begin.slice(0, first))
  if (!head || !('version' in head)) return null
  const lines = fromEnd(handle, Buffer.byteLength(begin.slice(0, first)), size)
  const last = wholeLine(lines.at(-1) ?? '')
  const sound = last !== undefined && ('ended' in last || 'next' in last)
  return { version: head.version, sum: head.sum, saved: lines.length > 0 && (!sound || lines.some(isStep)), next: last && 'next' in last ? last.next : null, ended: last && 'ended' in last ? last.ended : null }
}

/** The lines after the first, from the end back to the newest step; one that was cut has no line end. */
function fromEnd(handle: number, first: number, size: number): readonly string[] {
  for (let length = BLOCK; ; length *= 2) {
    const from = Math.max(first, size - length)
    const lines = part(handle, from, size).split(/(?<=\n)/)
    const whole = from === first ? lines : lines.slice(1)
    if (from === first || whole.some(isStep)) return whole.filter(line => line !== '')
  }
}

/** Whether a line is no ending, judged by its first word: a step may be megabytes long. */
const isStep = (line: string): boolean => line !== '' && !line.startsWith('{"ended"', 17) && !line.startsWith('{"next"', 17)

function part(handle: number, from: number, to: number): string {
  const bytes = Buffer.allocUnsafe(to - from)
  const read = readSync(handle, bytes, 0, bytes.length, from)
  return bytes.toString('utf8', 0, read)
}

const wholeLine = (line: string): Line | undefined => wholeLines(line)[0]

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

function journalOn(handle: number, workFile: string, before: boolean): Journal {
  let open = true
  let saved = before
  const attempt = (line: Line): void => {
    if (!open) return
    try { put(handle, line) } catch { open = false; closeSync(handle) }
  }
  return {
    saved: () => saved,
    add: runs => { saved = true; attempt({ runs }) },
    end: next => {
      attempt(next === null ? { ended: stateOf(workFile) } : { next })
      if (open) closeSync(handle)
      open = false
    },
  }
}

/** Check, size and time of a file: another file in its place has others. */
function stateOf(path: string): string {
  return existsSync(path) ? `${checkOf(path)} ${timeOf(path)}` : ''
}

/** What a failing disk changes; no secret hangs on it, and nobody waits long for it however large the file. */
function checkOf(path: string): string {
  const handle = openSync(path, 'r')
  const bytes = Buffer.allocUnsafe(BLOCK)
  let check = 0
  try {
    for (let read = readSync(handle, bytes); read > 0; read = readSync(handle, bytes)) check = crc32(bytes.subarray(0, read), check)
  } finally { closeSync(handle) }
  return check.toString(16).padStart(8, '0')
}

const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

function timeOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? `${found.size} ${found.mtimeMs.toFixed(3)}` : ''
}

/** The same size and, but for how finely a copy keeps times, the same time. */
function sameTime(state: string, path: string): boolean {
  const [[, size, time], [sizeNow, timeNow]] = [state.split(' '), timeOf(path).split(' ')]
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
