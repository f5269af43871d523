import type { Verification } from '../../../../core/contract.ts'
import type { ShownRow } from '../../../ledger/store/intakeFile.ts'
import { shownFile } from './shown.ts'

/** A file as one line of NDJSON: the shape of `verify` (D10), and what intake adds. */
export interface IntakeLine extends Verification {
  readonly state: ShownRow['now']; readonly name: string | null; readonly year: number | null; readonly errors: number | null; readonly warnings: number | null
  readonly receipt: string | null; readonly sha256: string; readonly did: string
}

/** The line of a file. */
export function lineOf(row: ShownRow): IntakeLine {
  const file = shownFile(row)
  return {
    file: row.path, verdict: row.verdict === 'quarantined' ? null : row.verdict, unit: row.unit_id, pack: row.pack, submitNo: row.submit_no, signer: row.signer, trust: row.trust,
    changed: JSON.parse(row.changed) as Verification['changed'], problem: row.problem,
    state: row.now, name: row.org_name, year: row.year, errors: row.errors, warnings: row.warnings, receipt: row.receipt, sha256: row.sha256, did: file.did,
  }
}
