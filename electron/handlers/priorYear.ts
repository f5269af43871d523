import { derive } from '../../core/filing/derive.ts'
import type { FilingData, Prior } from '../../core/filing/filing.ts'
import { carryFiling } from '../../core/pack/carry.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { filingsOf, type FilingRow } from '../db/filing.ts'
import type { Reader } from '../db/open.ts'
import { priorOf } from '../db/prior.ts'
import type { Desk } from './desk.ts'
import { dataOf } from './filingData.ts'

/** Last year's figures: what was typed or read from a workbook, else this unit's own sealed filing of the year before (D7). */
export function priorFor(desk: Desk, db: Reader, filing: FilingRow, loaded: LoadedPack): Prior | null {
  const given = priorOf(db, filing.id)
  if (given) return given
  const earlier = filingsOf(db, filing.unit).find(f => f.year === filing.year - 1 && (f.state === 'sealed' || f.state === 'accepted'))
  const from = earlier ? desk.packs.get(earlier.pack) : null
  if (!earlier || !from?.ok) return null
  return { origin: 'own', year: earlier.year, data: carried(from.value, loaded, dataOf(db, earlier.id, from.value)) }
}

/** A year's answers under the next year's keys, computed items included. */
export function carried(from: LoadedPack, to: LoadedPack, data: FilingData): FilingData {
  const computed = Object.entries(derive(from.pack, data)).flatMap(([key, text]) => (text === null ? [] : [[key, text] as const]))
  const whole: FilingData = { values: { ...data.values, ...Object.fromEntries(computed) }, tables: data.tables }
  return carryFiling(from.pack, to.pack, whole).data
}
