import type { Answer, Request } from '../../../../core/contract.ts'
import { readReceipt } from '../../../../core/submission/receipt.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { byNumber, byReceipt, type MatchedRow } from '../../../ledger/store/submission.ts'
import type { Desk } from '../../desk.ts'

/** Finds what a stamped paper belongs to: by its receipt code, or by the text of its QR code, which also tells whether the content is the same (D6). */
export async function intakeMatch(desk: Desk, args: Request<'intake.match'>): Promise<Result<Answer<'intake.match'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const { sql } = ledger.value
  const [mark, unit = '', year, submitNo, code = '', digest = ''] = args.code.trim().split('|')
  const shown = (same: (row: MatchedRow) => boolean | null) => (row: MatchedRow): Answer<'intake.match'>[number] =>
    ({ submission: row.id, unit: row.unit_id, name: row.org_name, year: row.year, submitNo: row.submit_no, receipt: row.receipt, state: row.state, same: same(row) })
  if (mark === 'JB1' && /^[0-9a-f]{64}$/i.test(digest.trim())) {
    const rows = [...await byReceipt(sql, readReceipt(code) ?? ''), ...await byNumber(sql, { unit, year: Number(year) || 0, submitNo: Number(submitNo) || 0 })]
    const once = [...new Map(rows.map((row) => [row.id, row])).values()]
    return ok(once.map(shown((row) => row.digest === digest.trim().toLowerCase())))
  }
  const receipt = readReceipt(args.code)
  return receipt === null ? no(problem('intake-code', { code: args.code.trim().slice(0, 40) })) : ok((await byReceipt(sql, receipt)).map(shown(() => null)))
}
