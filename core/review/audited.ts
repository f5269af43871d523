import type { Finding } from '../audit/finding.ts'
import { createAuditor } from '../audit/run.ts'
import type { FormState } from '../contract/summary.ts'
import { derive } from '../filing/derive.ts'
import type { FilingData, Prior } from '../filing/filing.ts'
import { priorOf } from '../filing/prior.ts'
import { carriedBy } from '../intake/recompute.ts'
import type { Pack } from '../pack/schema.ts'
import { filingOf, type Payload } from '../submission/payload.ts'
import { cellsOf } from './cells.ts'
import type { Laid } from './lines.ts'

/** A submission computed and audited again on its raw values, as it will be shown. */
export interface Audited { readonly data: FilingData; readonly laid: Laid; readonly findings: readonly Finding[]; readonly forms: readonly FormState[] }

/** Audits a submission on the day it was sealed, with the prior figures it carried or with others. */
export function auditedAgain(pack: Pack, payload: Payload, prior: Prior | null): Audited {
  const data = filingOf(payload)
  const auditor = createAuditor({ pack, data, prior, today: payload.today, explanations: payload.explanations })
  return { data, laid: { cells: cellsOf(pack, data, auditor.computed()), tables: data.tables }, findings: auditor.findings(), forms: auditor.forms() }
}

/** Another submission's cells, computed again; of another pack's year the items that both know. */
export function laidOut(pack: Pack, payload: Payload): Laid {
  const data = filingOf(payload)
  return { cells: cellsOf(pack, data, derive(pack, data, carriedBy(payload))), tables: data.tables }
}

/** The ledger's accepted filing of the year before, as this year's pack sees it. */
export const acceptedPrior = (from: Pack, to: Pack, payload: Payload): Prior => priorOf(from, to, filingOf(payload), 'own')

/** A prior laid out beside a submission. */
export const priorLaid = (pack: Pack, prior: Prior | null): Laid | null => prior && { cells: cellsOf(pack, prior.data, {}), tables: prior.data.tables }
