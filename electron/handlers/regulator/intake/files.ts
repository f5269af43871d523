import type { Answer, Request } from '../../../../core/contract.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { fileCounts, fileRow, filesOf } from '../../../ledger/store/intakeFile.ts'
import { found, type Desk } from '../../desk.ts'
import { detailOf, shownFile } from './shown.ts'

/** The files of a batch, or of all, by list, verdict, state and words. */
export async function intakeFiles(desk: Desk, args: Request<'intake.files'>): Promise<Result<Answer<'intake.files'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const { sql } = ledger.value
  const rows = await filesOf(sql, args, args)
  const counts = await fileCounts(sql, { ...args, list: 'all' })
  return ok({ files: rows.map((row) => onlyFile(shownFile(row))), total: counts[args.list], counts })
}

const onlyFile = ({ why: _why, todo: _todo, ...file }: ReturnType<typeof shownFile>): Answer<'intake.files'>['files'][number] => file

/** One file with all that was found in it. */
export async function intakeFile(desk: Desk, args: Request<'intake.file'>): Promise<Result<Answer<'intake.file'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const row = found(await fileRow(ledger.value.sql, args.file), '这个文件')
  return row.ok ? ok(await detailOf(ledger.value, row.value)) : row
}
