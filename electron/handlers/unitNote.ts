import type { Request, UnitSummary } from '../../core/contract.ts'
import type { Result } from '../../core/result.ts'
import { unitById } from '../db/unit.ts'
import { setUnitNote } from '../db/unitNote.ts'
import { found, type Desk } from './desk.ts'
import { unitView } from './view.ts'

/** Keeps the handover note of a unit; it stays with the unit from year to year. */
export function unitNote(desk: Desk, args: Request<'unit.note'>): Result<UnitSummary> {
  const store = desk.store()
  if (!store.ok) return store
  const unit = found(unitById(store.value.read, args.unit), '填报单位')
  if (!unit.ok) return unit
  store.value.write(db => setUnitNote(db, args.unit, args.text.trim()))
  return unitView(desk, store.value.read, args.unit)
}
