import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Request } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { RescuedChange } from '../../core/contract/safety.ts'
import { backupsOf } from '../backup.ts'
import { beijing } from '../clock.ts'
import { filingById } from '../db/filing.ts'
import { changeById, topChange, type HistoryRow } from '../db/history.ts'
import { openDamaged, type Reader } from '../db/open.ts'
import { unitById } from '../db/unit.ts'
import { appState } from './app.ts'
import { draftOfBackup } from './backups.ts'
import { calledIn } from './changeHistory.ts'
import { workFile, type Desk } from './desk.ts'
import { replaceDamaged } from './replaceWork.ts'
import { replay } from './replay.ts'
import { removeFolder } from '../briefFolder.ts'

const LISTED = 500
const GAP = 200

/** What can take a damaged work file's place: the newest sound copy, the steps after it, and what only the damaged file still shows. */
export function workfileRescue(desk: Desk): Result<Answer<'workfile.rescue'>> {
  const damaged = damagedFile(desk)
  if (!damaged.ok) return damaged
  const backups = backupsOf(damaged.value, desk.host.dataDir)
  const backup = backups.find(b => b.verified) ?? null
  const nothing = { damaged: damaged.value, backup, backups, steps: 0, readable: false, changes: [] }
  if (!backup) return ok(nothing)
  const draft = draftOfBackup(desk, backup.file)
  if (!draft.ok) return ok(nothing)
  try {
    const { store } = draft.value
    const before = topChange(store.read)
    const steps = replay(desk.host.dataDir, store, backup.file)
    const after = topChange(store.read)
    const again = range(before, after).flatMap(id => shown(desk, store.read, { change: changeById(store.read, id), again: true }))
    const lost = readLost(desk, damaged.value, after)
    const changes = [...(lost ?? []), ...again.toReversed()].slice(0, LISTED)
    return ok({ ...nothing, steps, readable: lost !== null, changes })
  } finally { draft.value.drop() }
}

/** Keeps the damaged file aside, takes the copy and does the steps after it again. */
export function workfileRescueTake(desk: Desk, args: Request<'workfile.rescueTake'>): Result<Answer<'workfile.rescueTake'>> {
  const damaged = damagedFile(desk)
  if (!damaged.ok) return damaged
  const backup = backupsOf(damaged.value, desk.host.dataDir).find(b => b.file === args.file)
  if (!backup) return no(problem('rescue-none', { path: damaged.value }))
  const draft = draftOfBackup(desk, args.file)
  if (!draft.ok) return draft
  const steps = replay(desk.host.dataDir, draft.value.store, args.file)
  const aside = replaceDamaged(desk, draft.value)
  if (!aside.ok) return aside
  desk.tell({ kind: 'rescued', params: { aside: aside.value, at: beijing(new Date(backup.at)), steps } })
  return appState(desk)
}

function damagedFile(desk: Desk): Result<string> {
  const open = desk.store()
  if (open.ok) return no(problem('workfile-sound'))
  const path = workFile(desk.host, desk.which())
  return open.problem.code === 'workfile-damaged' && existsSync(path) ? ok(path) : open
}

/** The changes after a number that a copy of the damaged file still shows, newest first; null when its record cannot be read at all. */
function readLost(desk: Desk, path: string, after: number): readonly RescuedChange[] | null {
  const folder = mkdtempSync(join(desk.host.dataDir, '.~work-'))
  try {
    const copy = join(folder, 'copy.jianbao')
    for (const end of ['', '-wal']) if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`)
    const open = openDamaged(copy)
    if (!open) return null
    try { return readOn(desk, open.read, after) } finally { open.close() }
  } catch { return null } finally { removeFolder(folder) }
}

/** One change after the other: a broken page hides its own changes only. */
function readOn(desk: Desk, db: Reader, after: number): readonly RescuedChange[] | null {
  const seen: RescuedChange[] = []
  let read = false
  for (let id = after + 1, missed = 0; missed < GAP && seen.length < LISTED; id++) {
    try {
      const change = changeById(db, id)
      read = true
      if (!change) { missed += 1; continue }
      seen.push(...shown(desk, db, { change, again: false }))
      missed = 0
    } catch { missed += 1 }
  }
  return read ? seen.toReversed() : null
}

function shown(desk: Desk, db: Reader, { change, again }: { readonly change: HistoryRow | undefined; readonly again: boolean }): readonly RescuedChange[] {
  if (!change) return []
  const { at, userName, kind, item, row, old, now } = change
  const { pack, ...of } = whose(db, change.filing)
  return [{ at, userName, ...of, kind, item, ...calledIn(desk, pack, change), row, old, now, again }]
}

function whose(db: Reader, id: number): { unit: string; year: number; pack: string } {
  try {
    const filing = filingById(db, id)
    return { unit: filing ? (unitById(db, filing.unit)?.name ?? '') : '', year: filing?.year ?? 0, pack: filing?.pack ?? '' }
  } catch { return { unit: '', year: 0, pack: '' } }
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.min(to - from, LISTED) }, (_, n) => to - Math.min(to - from, LISTED) + n + 1)
