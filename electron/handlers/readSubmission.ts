import { problem } from '../../core/problem.ts'
import { no, type Result } from '../../core/result.ts'
import { openMarked } from '../excel/openMarked.ts'
import { verifiedPayload, type Sealed } from '../excel/sealedContent.ts'

/** The verified payload of a workbook, whatever became of its visible cells. */
export function readSubmission(bytes: Uint8Array): Result<Sealed> {
  const opened = openMarked(bytes)
  if (!opened.ok) return opened
  return opened.value.marked ? verifiedPayload(opened.value.marked) : no(problem('payload-missing'))
}
