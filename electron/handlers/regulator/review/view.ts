import { findingName } from '../../../../core/audit/explanation.ts'
import type { ReviewFinding, ReviewView } from '../../../../core/contract/regulator/review.ts'
import { carriedBy } from '../../../../core/intake/recompute.ts'
import { priorMismatches } from '../../../../core/intake/priors.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { forPeople } from '../../../../core/review/cells.ts'
import { reviewLines } from '../../../../core/review/lines.ts'
import { recordKinds } from '../../../../core/text/recordWords.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { decisionsOf } from '../../../ledger/store/decision.ts'
import { changedInFile, contactOf, findingRows, sharersOf, type ReviewedRow } from '../../../ledger/store/reviewed.ts'
import type { Desk } from '../../desk.ts'
import { adjustmentsOf } from './adjustments.ts'
import { formLines } from './forms.ts'
import { marksOf } from './marks.ts'
import { placeInQueue } from './placed.ts'
import { plainView } from './plain.ts'
import { queryLines } from './queryLines.ts'
import { signalsOf } from './signals.ts'
import { gather, type Gathered } from './gather.ts'

/** A submission as a reviewer sees it, everything computed again; without its pack, only what it holds. */
export async function reviewView(desk: Desk, ledger: Ledger, id: number): Promise<Result<ReviewView>> {
  const gathered = await gather(desk, ledger, id)
  if (!gathered.ok) return gathered.problem.code === 'review-pack' ? plainView(desk, ledger, id) : gathered
  const { row, pack, payload, audited, before, prior } = gathered.value
  const queries = await queryLines(ledger, pack, { row, submissions: gathered.value.submissions })
  const outliers = (await signalsOf(desk, ledger, row.year)).outliers.get(id) ?? []
  const adjustments = await adjustmentsOf(desk, ledger, row.unit_id)
  const changes = JSON.parse(await changedInFile(ledger.sql, row.file)) as (ReviewView['changes'][number] & { readonly row: string | null })[]
  const findings = await findingsOf(ledger, gathered.value)
  const marks = marksOf(pack, { findings, queries, outliers, changes, tables: audited.data.tables, adjustments: adjustments.filter(one => one.year === row.year && one.withdrawn === null) })
  const lines = reviewLines({ pack, now: audited.laid, before, prior, marks })
  return ok({
    ...(await placeInQueue(desk, ledger, row)),
    unit: await unitOf(ledger, pack, row),
    pack: `${row.pack}@${row.pack_version}`, plain: false, year: row.year, today: row.today, sealedAt: row.sealed_at, receivedAt: row.received_at, digest: row.digest, signer: row.signer, reason: payload.reason, notes: payload.notes ?? [],
    forms: formLines(pack, { states: audited.forms, lines, findings, queries }),
    lines, findings, queries, outliers, adjustments,
    submissions: gathered.value.submissions.map(one => ({ submission: one.id, submitNo: one.submit_no, state: one.state, receipt: one.receipt, at: one.received_at, handFiled: one.hand_filed !== 0 })),
    priors: priorLines(gathered.value),
    changes: changes.map(({ sheet, cell, item, sealed, found }) => ({ sheet, cell, item, sealed, found })),
    decisions: (await decisionsOf(ledger.sql, row.unit_id, row.year)).map(({ at, by_name: by, kind, reason }) => ({ at, by, kind: recordKinds[kind] ?? kind, reason })),
  })
}

async function unitOf(ledger: Ledger, pack: Pack, row: ReviewedRow): Promise<ReviewView['unit']> {
  const known = await contactOf(ledger.sql, row.unit_id)
  return {
    id: row.unit_id, name: known?.name ?? row.org_name, region: row.region, regionName: pack.regions.find(([code]) => code === row.region)?.[1] ?? row.region,
    contact: known?.contact ?? '', phone: known?.phone ?? '', risk: known?.risk ?? '',
  }
}

/** The findings as computed here; one that speaks only with the ledger's figures of last year says so (D7). */
async function findingsOf(ledger: Ledger, { row, payload, audited, onlyAccepted }: Gathered): Promise<readonly ReviewFinding[]> {
  const kept = await findingRows(ledger.sql, row.id)
  const prints = new Map(kept.map(one => [findingName({ rule: one.rule, row: one.row_no, item: one.item }), one.fingerprint]))
  const copies = await sharersOf(ledger.sql, [...new Set(kept.flatMap(one => one.fingerprint ?? []))], { unit: row.unit_id, year: row.year })
  const claimed = new Set(payload.findings.map(findingName))
  const own = audited.findings.map(one => ({
    rule: one.rule, severity: one.severity, title: one.title, detail: one.detail, cells: one.cells, explanation: one.explanation, explained: one.explained,
    copies: one.explanation === null ? [] : (copies.get(prints.get(findingName(one)) ?? '') ?? []), claimed: claimed.has(findingName(one)),
  }))
  const second = onlyAccepted.map(one => ({
    rule: one.rule, severity: one.severity, title: one.title, detail: `按台账的上年数：${one.detail}`, cells: one.cells, explanation: null, explained: true, copies: [], claimed: false,
  }))
  return [...own, ...second]
}

/** Prior figures the unit carried that differ from the ledger's accepted ones (D7). */
function priorLines({ pack, payload, accepted }: Gathered): ReviewView['priors'] {
  if (accepted === null) return []
  const index = lookup(pack)
  return priorMismatches(pack, carriedBy(payload), accepted.data).map(({ what, claimed, found }) => {
    const [item = '', row] = what.split('@')
    const known = index.item(item)?.item
    const name = known ? `${known.name}${row === undefined ? '' : `（${row} 行）`}` : '报送件没有带上年数'
    return { item: what, name, carried: known ? forPeople(pack, known, claimed) : claimed, ledger: known ? forPeople(pack, known, found) : found }
  })
}
