import { createAuditor } from '../../core/audit/run.ts'
import { isClosed } from '../../core/filing/state.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { ok, type Result } from '../../core/result.ts'
import { dayFor } from '../clock.ts'
import { notesOf } from '../db/cellNote.ts'
import { explanationsOf } from '../db/explanation.ts'
import { filingById, type FilingRow } from '../db/filing.ts'
import type { Reader } from '../db/open.ts'
import { partsOf } from '../db/part.ts'
import { turnsOf } from '../db/step.ts'
import { newestSubmission, sealedPack } from '../db/submission.ts'
import { unitById, type UnitRow } from '../db/unit.ts'
import { found, type Desk } from './desk.ts'
import { dataOf } from './filingData.ts'
import type { OpenFiling } from './heldFiling.ts'
import { bring } from './packs/bring.ts'
import { priorFor } from './priorYear.ts'

/** The date of audits of a unit: its 业务日期 under a 「示例」 pack, else the clock's day (D1). */
export const todayOf = (desk: Desk, unit: UnitRow, sample: boolean): string => dayFor(desk.host.now(), { sample, chosen: unit.today })

/** A filing by id, from memory or from the work file. */
export function openFiling(desk: Desk, id: number): Result<OpenFiling> {
  const store = desk.store()
  if (!store.ok) return store
  const db = store.value.read
  const filing = found(filingById(db, id), '填报')
  if (!filing.ok) return filing
  const unit = found(unitById(db, filing.value.unit), '填报单位')
  if (!unit.ok) return unit
  const loaded = packOf(desk, db, filing.value)
  if (!loaded.ok) return loaded
  const today = dateOf(desk, db, { filing: filing.value, unit: unit.value, sample: loaded.value.pack.sample })
  const held = desk.filings.get(id)
  if (held && held.today === today) return ok(held)
  const prior = priorFor(desk, db, filing.value, loaded.value)
  const data = dataOf(db, id, loaded.value)
  const explanations = explanationsOf(db, id)
  const auditor = createAuditor({ pack: loaded.value.pack, data, prior, today, explanations })
  const made: OpenFiling = { filing: filing.value, unit: unit.value, loaded: loaded.value, prior, today, auditor, data, explanations, notes: notesOf(db, id), parts: heldParts(db, id), savedAt: filing.value.saved_at, turns: turnsOf(db, id) }
  desk.filings.set(id, made)
  bring(desk, store.value, made)
  return ok(made)
}

/** A sealed filing stays on the version it was sealed with, as long as that one is here. */
export function packOf(desk: Desk, db: Reader, filing: FilingRow): Result<LoadedPack> {
  const sealed = isClosed(filing.state) && desk.packs.imported().length > 0 ? sealedPack(db, filing.id) : undefined
  return sealed?.id === filing.pack ? desk.packs.forSealed(sealed) : desk.packs.get(filing.pack)
}

const heldParts = (db: Reader, id: number): OpenFiling['parts'] => partsOf(db, id).filter(p => p.side === 'in').map(({ body }) => ({ forms: body.forms, person: body.from }))

/** A sealed filing keeps the date it was sealed on. */
function dateOf(desk: Desk, db: Reader, of: { filing: FilingRow; unit: UnitRow; sample: boolean }): string {
  const sealed = isClosed(of.filing.state) ? newestSubmission(db, of.filing.id) : undefined
  return sealed?.today ?? todayOf(desk, of.unit, of.sample)
}
