import { findingName } from '../../../../core/audit/explanation.ts'
import type { Finding } from '../../../../core/audit/finding.ts'
import type { Prior } from '../../../../core/filing/filing.ts'
import { carriedBy } from '../../../../core/intake/recompute.ts'
import { priorMismatches } from '../../../../core/intake/priors.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { acceptedPrior, auditedAgain, laidOut, priorLaid, type Audited } from '../../../../core/review/audited.ts'
import type { Laid } from '../../../../core/review/lines.ts'
import type { Payload } from '../../../../core/submission/payload.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { acceptedOf, reviewedOf, reviewedRow, type ReviewedRow } from '../../../ledger/store/reviewed.ts'
import { payloadOf } from '../../../ledger/store/submissionPayload.ts'
import type { Desk } from '../../desk.ts'

/** A submission and everything it is held beside. */
export interface Gathered {
  readonly row: ReviewedRow; readonly pack: Pack; readonly payload: Payload; readonly audited: Audited
  /** The submission before; last year's figures as shown: the ledger's accepted ones where there are any, else those carried. */
  readonly before: Laid | null; readonly prior: Laid | null
  readonly accepted: Prior | null
  /** Findings that only the ledger's figures of last year bring. */
  readonly onlyAccepted: readonly Finding[]
  readonly submissions: readonly ReviewedRow[]
}

/** Reads a submission with its predecessor and last year's accepted filing, and audits it again. */
export async function gather(desk: Desk, ledger: Ledger, id: number): Promise<Result<Gathered>> {
  const read = await readSealed(desk, ledger, id)
  if (!read.ok) return read
  const { row, pack, payload } = read.value
  const submissions = await reviewedOf(ledger.sql, row.unit_id, row.year)
  const carried = carriedBy(payload)
  const accepted = await priorAccepted(desk, ledger, { row, pack })
  const audited = auditedAgain(pack, payload, carried)
  const differs = accepted !== null && priorMismatches(pack, carried, accepted.data).length > 0
  const known = new Set(audited.findings.map(findingName))
  const onlyAccepted = differs ? auditedAgain(pack, payload, accepted).findings.filter(one => !known.has(findingName(one))) : []
  const before = await laidBefore(desk, ledger, { row, submissions })
  return ok({ row, pack, payload, audited, before, prior: priorLaid(pack, accepted ?? carried), accepted, onlyAccepted, submissions })
}

/** A submission with its pack and what it sealed. */
export async function readSealed(desk: Desk, ledger: Ledger, id: number): Promise<Result<{ readonly row: ReviewedRow; readonly pack: Pack; readonly payload: Payload }>> {
  const row = await reviewedRow(ledger.sql, id)
  if (!row) return no(problem('not-found', { what: '这份报送件' }))
  const loaded = desk.packs.get(row.pack)
  if (!loaded.ok) return no(problem('review-pack', { pack: row.pack }))
  const payload = await payloadOf(ledger.sql, id)
  return payload ? ok({ row, pack: loaded.value.pack, payload }) : no(problem('review-payload'))
}

async function laidBefore(desk: Desk, ledger: Ledger, { row, submissions }: { readonly row: ReviewedRow; readonly submissions: readonly ReviewedRow[] }): Promise<Laid | null> {
  const before = submissions.filter(one => one.submit_no < row.submit_no && one.pack === row.pack && one.state !== 'conflict').at(-1)
  if (!before) return null
  const read = await readSealed(desk, ledger, before.id)
  return read.ok ? laidOut(read.value.pack, read.value.payload) : null
}

async function priorAccepted(desk: Desk, ledger: Ledger, { row, pack }: { readonly row: ReviewedRow; readonly pack: Pack }): Promise<Prior | null> {
  const last = await acceptedOf(ledger.sql, row.unit_id, row.year - 1)
  const read = last ? await readSealed(desk, ledger, last.id) : null
  return read?.ok ? acceptedPrior(read.value.pack, pack, read.value.payload) : null
}
