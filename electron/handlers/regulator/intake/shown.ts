import { z } from 'zod'
import type { IntakeDetail, IntakeFile } from '../../../../core/contract/regulator/intake.ts'
import { intakeWords } from '../../../../core/text/intake.ts'
import { beijing } from '../../../clock.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { ShownRow } from '../../../ledger/store/intakeFile.ts'
import { signersOf } from '../../../ledger/store/knownSigner.ts'
import { findingsOf } from '../../../ledger/store/finding.ts'
import { sealedDay } from '../../../ledger/store/submission.ts'

type Changes = IntakeDetail['changes']
const listed = <T>(json: string): readonly T[] => JSON.parse(json) as readonly T[]

/** A file as lists show it. */
export function shownFile(row: ShownRow, early: { readonly today: string; readonly received: string } | null = null): IntakeFile & { readonly why: string; readonly todo: string } {
  const changed = listed<Changes[number]>(row.changed).length
  const words = intakeWords({ verdict: row.verdict, state: row.now, changed, year: row.year, pack: row.pack, otherNo: row.other_no, problem: row.problem, kept: row.kept !== null, trust: row.trust, early })
  return {
    id: row.id, batch: row.batch, path: row.path, file: row.name, size: row.size, at: row.at, verdict: row.verdict, state: row.now,
    unit: row.unit_id, name: row.org_name, year: row.year, submitNo: row.submit_no, changed, errors: row.errors, warnings: row.warnings, submission: row.submission, trust: row.trust, ...words,
  }
}

const handFinding = z.object({ rule: z.string(), severity: z.enum(['error', 'warning']), detail: z.string(), explained: z.boolean() })

/** A file with all that was found in it. */
export async function detailOf(ledger: Ledger, row: ShownRow): Promise<IntakeDetail> {
  const { sql } = ledger
  const signer = row.unit_id === null || row.signer === null ? undefined : (await signersOf(sql, row.unit_id)).find((one) => one.signer === row.signer)
  const day = row.submission === null ? null : await sealedDay(sql, row.submission)
  const received = beijing(new Date(row.at)).slice(0, 10)
  const findings = row.submission === null ? z.array(handFinding).parse(JSON.parse(row.findings)) : await findingsOf(sql, row.submission)
  return {
    ...shownFile(row, day !== null && day > received ? { today: day, received } : null),
    sha256: row.sha256, pack: row.pack, signer: row.signer, receipt: row.receipt, knownSince: signer?.first_seen ?? null, confirmedBy: signer?.confirmed_by ?? null,
    changes: listed<Changes[number]>(row.changed), mismatches: listed<IntakeDetail['mismatches'][number]>(row.mismatches), findings, kept: row.kept, other: row.other,
  }
}
