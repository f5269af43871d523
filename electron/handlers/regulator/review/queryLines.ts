import type { ReviewQuery } from '../../../../core/contract/regulator/review.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { filingOf } from '../../../../core/submission/payload.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { queriesOf, type QueryRow } from '../../../ledger/store/query.ts'
import type { ReviewedRow } from '../../../ledger/store/reviewed.ts'
import { payloadOf } from '../../../ledger/store/submissionPayload.ts'

interface Of { readonly row: Pick<ReviewedRow, 'unit_id' | 'year'>; readonly submissions: readonly Pick<ReviewedRow, 'id' | 'submit_no'>[] }

/** Every query on a unit's year, with who answered it and where. */
export async function queryLines(ledger: Ledger, pack: Pack, { row, submissions }: Of): Promise<readonly ReviewQuery[]> {
  const rows = await queriesOf(ledger.sql, row.unit_id, row.year)
  const people = await answerers(ledger, rows)
  const numbers = new Map(submissions.map(one => [one.id, one.submit_no]))
  return rows.map(query => lineOf(pack, query, { submitNo: numbers.get(query.submission) ?? 0, answeredBy: query.answered_in === null ? null : (people.get(query.answered_in) ?? null) }))
}

function lineOf(pack: Pack, query: QueryRow, { submitNo, answeredBy }: Pick<ReviewQuery, 'submitNo' | 'answeredBy'>): ReviewQuery {
  const entry = query.item === null ? undefined : lookup(pack).item(query.item)
  return {
    id: query.id, submission: query.submission, submitNo, item: query.item, row: query.row_no, rowKey: query.row_key, form: entry?.formNo ?? null, code: entry?.item.no ?? null,
    name: entry?.item.name ?? (query.item ?? '整份报送件'), text: query.body, due: query.due, by: query.by_name, at: query.at, state: query.state,
    answer: query.answer, answeredBy, answeredAt: query.answered_at, answeredIn: query.answered_in,
  }
}

/** Who filled the submissions that answer: the sign-off's 填表人. */
async function answerers(ledger: Ledger, rows: readonly QueryRow[]): Promise<ReadonlyMap<number, string>> {
  const people = new Map<number, string>()
  for (const id of new Set(rows.flatMap(row => row.answered_in ?? []))) {
    const payload = await payloadOf(ledger.sql, id)
    if (payload) people.set(id, filingOf(payload).values['filler'] ?? payload.org_name)
  }
  return people
}
