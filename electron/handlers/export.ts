import type { Request, SealResult } from '../../core/contract.ts'
import type { Result } from '../../core/result.ts'
import { submissionByNo } from '../db/submission.ts'
import { found, type Desk } from './desk.ts'
import { openFiling } from './openFiling.ts'
import { stageFiles } from './stageFiles.ts'

/** Writes a sealed submission's files once more: the workbook has the bytes of the first time. */
export async function exportSubmission(desk: Desk, args: Request<'seal.export'>): Promise<Result<SealResult>> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const submission = found(submissionByNo(store.value.read, args.filing, args.submitNo), `第 ${args.submitNo} 次报送`)
  if (!submission.ok) return submission
  const staged = await stageFiles(desk, { open: open.value, submission: submission.value, folder: args.folder })
  return staged.ok ? staged.value.place() : staged
}
