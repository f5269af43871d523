import type { Prior } from '../../core/filing/filing.ts'
import { priorOf } from '../../core/filing/prior.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { filingOf, payloadSchema, type Payload } from '../../core/submission/payload.ts'
import { filingsOf, type FilingRow } from '../db/filing.ts'
import type { Reader } from '../db/open.ts'
import { priorOf as givenPrior } from '../db/prior.ts'
import { newestSubmission, submissionByNo } from '../db/submission.ts'
import type { Desk } from './desk.ts'

/** Last year's figures: what a sealed filing was sealed with, else what was typed or read from a workbook, else this unit's own newest submission of the year before (D7). */
export function priorFor(desk: Desk, db: Reader, filing: Pick<FilingRow, 'id' | 'unit' | 'year' | 'state'>, loaded: LoadedPack): Prior | null {
  const closed = filing.state === 'sealed' || filing.state === 'accepted' ? newestPayload(db, filing.id) : null
  if (closed) return sealedPrior(closed)
  const given = givenPrior(db, filing.id)
  if (given) return given
  const earlier = filingsOf(db, filing.unit).find(f => f.year === filing.year - 1)
  const payload = earlier ? newestPayload(db, earlier.id) : null
  const from = earlier ? desk.packs.get(earlier.pack) : null
  return payload && from?.ok ? priorOf(from.value.pack, loaded.pack, filingOf(payload), 'own') : null
}

/** The prior year a submission carries. */
export function sealedPrior({ prior }: Payload): Prior | null {
  return prior && { origin: prior.origin as Prior['origin'], year: prior.year, data: { values: prior.values, tables: prior.tables } }
}

function newestPayload(db: Reader, filing: number): Payload | null {
  const newest = newestSubmission(db, filing)
  const row = newest ? submissionByNo(db, filing, newest.submit_no) : undefined
  return row ? payloadSchema.parse(JSON.parse(row.payload)) : null
}
