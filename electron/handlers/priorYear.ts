import type { Prior } from '../../core/filing/filing.ts'
import { priorOf } from '../../core/filing/prior.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { filingsOf, type FilingRow } from '../db/filing.ts'
import type { Reader } from '../db/open.ts'
import { priorOf as givenPrior } from '../db/prior.ts'
import type { Desk } from './desk.ts'
import { dataOf } from './filingData.ts'

/** Last year's figures: what was typed or read from a workbook, else this unit's own sealed filing of the year before (D7). */
export function priorFor(desk: Desk, db: Reader, filing: Pick<FilingRow, 'id' | 'unit' | 'year'>, loaded: LoadedPack): Prior | null {
  const given = givenPrior(db, filing.id)
  if (given) return given
  const earlier = filingsOf(db, filing.unit).find(f => f.year === filing.year - 1 && (f.state === 'sealed' || f.state === 'accepted'))
  const from = earlier ? desk.packs.get(earlier.pack) : null
  return earlier && from?.ok ? priorOf(from.value.pack, loaded.pack, dataOf(db, earlier.id, from.value), 'own') : null
}
