import type { Result } from '../../core/result.ts'
import { join } from 'node:path'
import type { UnitRow } from '../db/unit.ts'
import { sampleKey, unitKey, type UnitKey } from '../keys.ts'
import type { Desk } from './desk.ts'

/** Where the keys of the user's units stand. */
export const keyFolder = (desk: Desk): string => join(desk.host.dataDir, 'keys')
/** The name of a unit's key file: it stays when the unit's code changes. */
export const keyName = (unit: UnitRow): string => `unit-${unit.uid}`

/** The key a unit signs with, made on first use; sample units have theirs. */
export function keyOf(desk: Desk, unit: UnitRow): Result<UnitKey> {
  const unitId = `${unit.uscc}-${unit.unit_seq}`
  if (desk.host.keyFor) return desk.host.keyFor(unitId)
  return desk.which() === 'samples' ? sampleKey(unitId) : unitKey(keyFolder(desk), keyName(unit))
}
