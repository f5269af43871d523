import type { Prior } from '../../core/filing/filing.ts'
import { isClosed } from '../../core/filing/state.ts'
import { carriedPrior, typedPrior } from '../../core/filing/prior.ts'
import type { PriorKind, PriorLook } from '../../core/contract/incoming.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { filingOf, payloadSchema, type Payload } from '../../core/submission/payload.ts'
import { filingsOf, type FilingRow } from '../db/filing.ts'
import type { Reader } from '../db/open.ts'
import { priorChoice, priorsOf, type PriorAbout } from '../db/prior.ts'
import { newestSubmission, submissionByNo } from '../db/submission.ts'
import type { Desk } from './desk.ts'
import { acceptedNo } from './letter/correspondence.ts'

type Of = Pick<FilingRow, 'id' | 'unit' | 'year' | 'state'>
/** A source that has figures: the prior it gives, and what is told of it. */
export interface PriorFound { readonly kind: Exclude<PriorKind, 'none'>; readonly prior: Prior; readonly about: PriorAbout; readonly at: string | null }

/** Last year's figures: what a sealed filing was sealed with, else those of the one source in use (D7). */
export function priorFor(desk: Desk, db: Reader, filing: Of, loaded: LoadedPack): Prior | null {
  const closed = isClosed(filing.state) ? newestPayload(db, filing.id) : null
  if (closed) return sealedPrior(closed)
  const kind = priorChoice(db, filing.id) ?? 'own'
  if (kind === 'none') return null
  if (kind === 'own') return ownPrior(desk, db, filing, loaded)?.prior ?? null
  return givenPriors(db, filing, loaded).find(source => source.kind === kind)?.prior ?? null
}

/** The sources that have figures, the unit's own first. */
export function priorSources(desk: Desk, db: Reader, filing: Of, loaded: LoadedPack): readonly PriorFound[] {
  const own = ownPrior(desk, db, filing, loaded)
  return [...(own ? [own] : []), ...givenPriors(db, filing, loaded)]
}

/** The prior year a submission carries. */
export function sealedPrior({ prior }: Payload): Prior | null {
  return prior && { origin: prior.origin as Prior['origin'], year: prior.year, data: { values: prior.values, tables: prior.tables } }
}

/** What is told of a submission that gives last year's figures. */
export const aboutOf = (payload: Payload, lost: PriorLook['lost']): PriorAbout => ({ unitId: payload.unit_id, name: payload.org_name, submitNo: payload.submit_no, lost })

/** The unit's own submission of the year before: the accepted one, else the newest (D25). */
function ownPrior(desk: Desk, db: Reader, filing: Of, loaded: LoadedPack): PriorFound | null {
  const earlier = filingsOf(db, filing.unit).find(f => f.year === filing.year - 1)
  const payload = earlier ? payloadNo(db, earlier.id, acceptedNo(db, earlier.id)) : null
  const from = earlier ? desk.packs.get(earlier.pack) : null
  if (!payload || !from?.ok) return null
  const { prior, lost } = carriedPrior(from.value.pack, loaded.pack, filingOf(payload), 'own')
  return { kind: 'own', prior, about: aboutOf(payload, lost), at: payload.sealed_at }
}

/** A typed sheet keeps only what was typed; what follows from it is computed here. */
function givenPriors(db: Reader, filing: Of, loaded: LoadedPack): readonly PriorFound[] {
  return priorsOf(db, filing.id).flatMap(given => {
    const prior: Prior | null = given.kind === 'typed' ? typedPrior(loaded.pack, given.data) : { origin: given.origin, year: given.year, data: given.data }
    return prior ? [{ kind: given.kind, prior, about: given.about, at: given.at }] : []
  })
}

const newestPayload = (db: Reader, filing: number): Payload | null => payloadNo(db, filing, null)

/** A submission of a filing, the newest where no number is given. */
function payloadNo(db: Reader, filing: number, submitNo: number | null): Payload | null {
  const no = submitNo ?? newestSubmission(db, filing)?.submit_no
  const row = no === undefined ? undefined : submissionByNo(db, filing, no)
  return row ? payloadSchema.parse(JSON.parse(row.payload)) : null
}
