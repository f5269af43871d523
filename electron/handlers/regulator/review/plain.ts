import type { ReviewLine, ReviewView } from '../../../../core/contract/regulator/review.ts'
import { ok, no, type Result } from '../../../../core/result.ts'
import { problem } from '../../../../core/problem.ts'
import { recordKinds } from '../../../../core/text/recordWords.ts'
import type { Payload } from '../../../../core/submission/payload.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { decisionsOf } from '../../../ledger/store/decision.ts'
import { contactOf, reviewedOf, reviewedRow } from '../../../ledger/store/reviewed.ts'
import { payloadOf } from '../../../ledger/store/submissionPayload.ts'
import type { Desk } from '../../desk.ts'
import { adjustmentsOf } from './adjustments.ts'
import { placeInQueue } from './placed.ts'

/** A submission whose pack is not here: its cells under their keys as it sealed them, nothing computed or audited. */
export async function plainView(desk: Desk, ledger: Ledger, id: number): Promise<Result<ReviewView>> {
  const row = await reviewedRow(ledger.sql, id)
  const payload = row && await payloadOf(ledger.sql, id)
  if (!row || !payload) return no(problem('review-payload'))
  const known = await contactOf(ledger.sql, row.unit_id)
  const lines = plainLines(payload)
  const submissions = await reviewedOf(ledger.sql, row.unit_id, row.year)
  return ok({
    ...(await placeInQueue(desk, ledger, row)), blocked: null,
    unit: { id: row.unit_id, name: known?.name ?? row.org_name, region: row.region, regionName: row.region, contact: known?.contact ?? '', phone: known?.phone ?? '', risk: known?.risk ?? '' },
    pack: `${row.pack}@${row.pack_version}`, plain: true, year: row.year, today: row.today, sealedAt: row.sealed_at, receivedAt: row.received_at, digest: row.digest, signer: row.signer, reason: payload.reason, notes: payload.notes ?? [],
    forms: [...new Set(lines.map(line => line.form))].map(form => ({ form, short: '', applies: true, differences: 0, notable: 0, errors: 0, warnings: 0, queries: 0 })),
    lines, findings: [], queries: [], outliers: [], priors: [], changes: [], adjustments: await adjustmentsOf(desk, ledger, row.unit_id),
    submissions: submissions.map(one => ({ submission: one.id, submitNo: one.submit_no, state: one.state, receipt: one.receipt, at: one.received_at, handFiled: one.hand_filed !== 0 })),
    decisions: (await decisionsOf(ledger.sql, row.unit_id, row.year)).map(({ at, by_name: by, kind, reason }) => ({ at, by, kind: recordKinds[kind] ?? kind, reason })),
  })
}

/** Every filled cell of the sealed sheets, by form, under its key and the place it stands at. */
function plainLines(payload: Payload): readonly ReviewLine[] {
  return payload.sheets.flatMap(({ name, form, cells }) => cells.flatMap(([at, now, item, row]) => (!item || now === '' ? [] : [{
    form: form ?? name, code: at, item, row: row ?? null, rowKey: row === undefined ? null : String(row), name: item, unit: null,
    prior: '', before: '', now, delta: '', yoy: '', numeric: false, computed: false, differs: false, notable: true, marks: [],
  }])))
}
