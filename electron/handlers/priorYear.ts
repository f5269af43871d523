import type { Prior } from '../../core/filing/filing.ts'
import { isClosed } from '../../core/filing/state.ts'
import { typedPrior } from '../../core/filing/prior.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import type { Payload } from '../../core/submission/payload.ts'
import type { FilingRow } from '../db/filing.ts'
import type { Reader } from '../db/open.ts'
import { priorChoice, priorsOf } from '../db/prior.ts'
import type { Desk } from './desk.ts'
import { ownPrior, type PriorFound } from './ownPrior.ts'
import { payloadNo } from './sealedPayload.ts'

type Of = Pick<FilingRow, 'id' | 'unit' | 'year' | 'state'>

/** Last year's figures: what a sealed filing was sealed with, else those of the one source in use (D7). */
export function priorFor(desk: Desk, db: Reader, filing: Of, loaded: LoadedPack): Prior | null {
  const closed = isClosed(filing.state) ? payloadNo(db, filing.id, null) : null
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

/** A typed sheet keeps only what was typed; what follows from it is computed here. */
function givenPriors(db: Reader, filing: Of, loaded: LoadedPack): readonly PriorFound[] {
  return priorsOf(db, filing.id).flatMap(given => {
    const prior: Prior | null = given.kind === 'typed' ? typedPrior(loaded.pack, given.data) : { origin: given.origin, year: given.year, data: given.data }
    return prior ? [{ kind: given.kind, prior, about: given.about, at: given.at }] : []
  })
}
