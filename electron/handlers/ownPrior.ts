import { z } from 'zod'
import type { Prior } from '../../core/filing/filing.ts'
import { carriedPrior } from '../../core/filing/prior.ts'
import type { PriorKind, PriorLook } from '../../core/contract/incoming.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { filingOf, type Payload } from '../../core/submission/payload.ts'
import { carriedFor, keepCarried } from '../db/carried.ts'
import { filingsOf, type FilingRow } from '../db/filing.ts'
import type { Reader } from '../db/open.ts'
import type { PriorAbout } from '../db/prior.ts'
import { sealedAs } from '../db/submission.ts'
import type { Desk } from './desk.ts'
import { keepMade } from './keepMade.ts'
import { acceptedNo } from './letter/correspondence.ts'
import { payloadNo } from './sealedPayload.ts'

/** A source that has figures: the prior it gives, and what is told of it. */
export interface PriorFound { readonly kind: Exclude<PriorKind, 'none'>; readonly prior: Prior; readonly about: PriorAbout; readonly at: string | null }

type Of = Pick<FilingRow, 'id' | 'unit' | 'year'>
/** The submission that last year's figures come from. */
interface Source { readonly earlier: FilingRow; readonly submitNo: number }

const cells = z.record(z.string(), z.string())
const kept = z.strictObject({
  kind: z.literal('own'), at: z.string(), about: z.custom<PriorAbout>(),
  prior: z.strictObject({ origin: z.literal('own'), year: z.int(), data: z.strictObject({ values: cells, tables: z.record(z.string(), z.array(z.strictObject({ id: z.int(), cells }))) }) }),
})

/** What is told of a submission that gives last year's figures. */
export const aboutOf = (payload: Payload, lost: PriorLook['lost']): PriorAbout => ({ unitId: payload.unit_id, name: payload.org_name, submitNo: payload.submit_no, lost })

/** The unit's own submission of the year before: the accepted one, else the newest (D25). As kept in the work file while nothing it is made from changed, for carrying it over needs the earlier year's whole pack. */
export function ownPrior(desk: Desk, db: Reader, filing: Of, loaded: LoadedPack): PriorFound | null {
  const earlier = filingsOf(db, filing.unit).find(f => f.year === filing.year - 1)
  const sealed = earlier ? sealedAs(db, earlier.id, acceptedNo(db, earlier.id)) : undefined
  if (!earlier || !sealed) return null
  const stamp = [desk.host.appVersion, desk.packs.stamp(), earlier.pack, desk.packs.newest(earlier.pack)?.version, loaded.digest, sealed.digest].join('|')
  const held = carriedFor(db, filing.id, stamp)
  const read = held === undefined ? undefined : kept.safeParse(JSON.parse(held))
  if (read?.success) return read.data
  const made = carryOver(desk, db, { earlier, submitNo: sealed.submit_no }, loaded)
  if (made) keepMade(desk, db, write => keepCarried(write, filing.id, { stamp, prior: JSON.stringify(made) }))
  return made
}

function carryOver(desk: Desk, db: Reader, { earlier, submitNo }: Source, loaded: LoadedPack): PriorFound | null {
  const payload = payloadNo(db, earlier.id, submitNo)
  const from = desk.packs.get(earlier.pack)
  if (!payload || !from.ok) return null
  const { prior, lost } = carriedPrior(from.value.pack, loaded.pack, filingOf(payload), 'own')
  return { kind: 'own', prior, about: aboutOf(payload, lost), at: payload.sealed_at }
}
