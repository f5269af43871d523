import type { ReadFinding } from '../../reader/messages.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** Stores the findings of a submission in their order. */
export async function addFindings(sql: SqlWriter, submission: number, findings: readonly ReadFinding[]): Promise<void> {
  await sql.insertMany('finding', ['submission', 'n', 'rule', 'severity', 'row_no', 'row_key', 'item', 'detail', 'explanation', 'explained', 'claimed', 'fingerprint'],
    findings.map((f, n) => [submission, n + 1, f.rule, f.severity, f.row, f.rowKey, f.item, f.detail, f.explanation, f.explained ? 1 : 0, f.claimed ? 1 : 0, f.fingerprint]))
}

/** The findings of a submission, as intake shows them. */
export async function findingsOf(sql: Sql, submission: number): Promise<readonly { readonly rule: string; readonly severity: 'error' | 'warning'; readonly detail: string; readonly explained: boolean }[]> {
  const rows = await sql.all<{ rule: string; severity: 'error' | 'warning'; detail: string; explained: number }>('select rule, severity, detail, explained from finding where submission = ? order by n', [submission])
  return rows.map((row) => ({ ...row, explained: row.explained === 1 }))
}
