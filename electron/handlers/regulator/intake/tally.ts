import type { IntakeProgress, IntakeVerdict } from '../../../../core/contract/regulator/intake.ts'
import type { Sql } from '../../../ledger/sql.ts'
import { fileCounts, verdictCounts, type FileRow } from '../../../ledger/store/intakeFile.ts'

/** How many files of a batch were read, by verdict. */
export interface Tally { readonly done: number; readonly counts: IntakeProgress['counts']; readonly todo: number; readonly again: number }

const none: IntakeProgress['counts'] = { sealed: 0, resaved: 0, altered: 0, unsealed: 0, foreign: 0, damaged: 0, quarantined: 0 }
/** Nothing read yet. */
export const noTally: Tally = { done: 0, counts: none, todo: 0, again: 0 }

/** What the ledger holds of a batch. */
export async function storedTally(sql: Sql, batch: number): Promise<Tally> {
  const rows = await verdictCounts(sql, batch)
  const { todo, again } = await fileCounts(sql, { batch, verdict: null, list: 'all', state: null, search: '' })
  const counts: Record<IntakeVerdict, number> = { ...none }
  for (const { verdict, n } of rows) counts[verdict] += n
  return { done: rows.reduce((sum, row) => sum + row.n, 0), counts, todo, again }
}

const asks: ReadonlySet<FileRow['state']> = new Set(['unknown_pack', 'other_year', 'other_region', 'not_in_register', 'conflict', 'quarantined'])
const faulty: ReadonlySet<IntakeVerdict> = new Set(['altered', 'unsealed', 'damaged'])

/** One file more, by what it was found to be; the end of a batch counts anew. */
export function addTo(tally: Tally, row: FileRow): Tally {
  const open = row.state === 'received' || row.state === 'in_review'
  const todo = asks.has(row.state) || (open && (faulty.has(row.verdict) || row.trust === 'changed'))
  const again = row.state === 'duplicate' || row.state === 'superseded' || row.other !== null
  return { done: tally.done + 1, counts: { ...tally.counts, [row.verdict]: tally.counts[row.verdict] + 1 }, todo: tally.todo + (todo ? 1 : 0), again: tally.again + (again ? 1 : 0) }
}
