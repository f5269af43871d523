import type { Answer, Request } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import { binnedFilings, binnedRows, binnedUnits, eraseFiling, eraseRow, eraseUnit, noteErasure } from '../db/bin.ts'
import type { Hand } from '../db/change.ts'
import type { Reader, Writer } from '../db/open.ts'
import { binList, columnsOf } from './bin.ts'
import { handOf, type Desk } from './desk.ts'

const DAYS = 30

type Erase = (db: Writer, hand: Hand) => void

/** Removes for good what lies in the bin for more than thirty days, or everything; a backup is made first and each removal is noted. */
export function binEmpty(desk: Desk, args: Request<'bin.empty'>): Result<Answer<'bin.empty'>> {
  const store = desk.store()
  const listed = binList(desk)
  if (!store.ok) return store
  if (!listed.ok) return listed
  const until = args.all ? '9' : new Date(desk.host.now().getTime() - DAYS * 86_400_000).toISOString()
  const removed = listed.value.filter(b => b.at < until).length
  if (removed === 0) return ok({ removed })
  const kept = desk.which() === 'own' ? desk.backUp('asked') : ok(null)
  if (!kept.ok) return kept
  const hand = handOf(desk, store.value.read)
  const work = erasures(desk, store.value.read, until)
  store.value.write(db => { for (const erase of work) erase(db, hand) })
  desk.filings.clear()
  return ok({ removed })
}

function erasures(desk: Desk, db: Reader, until: string): readonly Erase[] {
  const due = <T extends { readonly at: string }>(list: readonly T[]): readonly T[] => list.filter(b => b.at < until)
  return [
    ...due(binnedRows(db)).map((r): Erase => (write, hand) => {
      eraseRow(write, r.filing, columnsOf(desk, r.pack, r.table).items, r.row)
      noteErasure(write, hand, { what: 'row', name: `${r.name} ${r.table} ${r.row}`, year: r.year, reason: null })
    }),
    ...due(binnedFilings(db)).map((f): Erase => (write, hand) => {
      eraseFiling(write, f.filing)
      noteErasure(write, hand, { what: 'filing', name: f.name, year: f.year, reason: f.reason })
    }),
    ...due(binnedUnits(db)).map((u): Erase => (write, hand) => {
      eraseUnit(write, u.unit)
      noteErasure(write, hand, { what: 'unit', name: u.name, year: null, reason: u.reason })
    }),
  ]
}
