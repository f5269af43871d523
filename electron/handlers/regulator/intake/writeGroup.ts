import { problem } from '../../../../core/problem.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import type { FileRow } from '../../../ledger/store/intakeFile.ts'
import type { Desk } from '../../desk.ts'
import { record, type Done, type RecordContext } from './record.ts'

/** Writes a group of files in one transaction. Where that fails for one of them, each is written alone and the one that cannot be is put aside. */
export async function writeGroup(desk: Desk, group: readonly Done[], context: RecordContext): Promise<readonly FileRow[]> {
  try {
    return await together(group, context)
  } catch (error) {
    if (error instanceof LedgerFailure) throw error
    context.ids.clear()
  }
  const rows: FileRow[] = []
  for (const done of group) rows.push(...await alone(desk, done, context))
  return rows
}

function together(group: readonly Done[], context: RecordContext): Promise<readonly FileRow[]> {
  return context.ledger.sql.write(async (sql) => {
    const rows: FileRow[] = []
    for (const done of group) rows.push(await record(sql, done, context))
    return rows
  })
}

async function alone(desk: Desk, done: Done, context: RecordContext): Promise<readonly FileRow[]> {
  try {
    return await together([done], context)
  } catch (error) {
    if (error instanceof LedgerFailure) throw error
    desk.log.write('intake', error)
    const { sha256, size } = done.read
    return together([{ ...done, read: { kind: 'quarantined', sha256, size, problem: problem('intake-crash') } }], context)
  }
}
