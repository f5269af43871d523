import { join } from 'node:path'
import type { Answer, Request } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { submissionByNo } from '../db/submission.ts'
import { stage } from '../files.ts'
import { lockedEnding, lockFor } from '../locked.ts'
import { found, type Desk } from './desk.ts'
import { taskOf } from './letter/correspondence.ts'
import { fileNameOf } from './freeze.ts'
import { openFiling } from './openFiling.ts'

/** Writes a sealed workbook locked for the regulator that the policy names, or whose task file was opened; the open one stays the unit's own. */
export async function sealLock(desk: Desk, args: Request<'seal.lock'>): Promise<Result<Answer<'seal.lock'>>> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const submission = found(submissionByNo(store.value.read, args.filing, args.submitNo), `第 ${args.submitNo} 次报送`)
  if (!submission.ok) return submission
  const task = taskOf(store.value.read, args.filing)
  const fixed = desk.policy.policy.recipient
  const recipient = fixed ?? task?.letter.recipient
  if (recipient === undefined) return no(problem('locked-recipient'))
  const locked = await lockFor(submission.value.workbook, recipient)
  if (!locked.ok) return locked
  const staged = stage(args.folder, locked.value)
  const { org_name: name } = JSON.parse(submission.value.payload) as { org_name: string }
  const placed = staged.ok ? staged.value.place(join(args.folder, `${fileNameOf(open.value, submission.value, name)}${lockedEnding}`)) : staged
  return placed.ok ? ok({ path: placed.value, recipient, regulator: fixed === undefined ? (task?.letter.regulator.name ?? '') : '' }) : placed
}
