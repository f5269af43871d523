import { problem } from '../../core/problem.ts'
import { no, type Result } from '../../core/result.ts'
import { contentsOf, readCells } from '../excel/book.ts'
import { payloadSheetName } from '../excel/frame.ts'
import { openArchive } from '../excel/guard.ts'
import { markedContent, verifiedPayload, type Sealed } from '../excel/sealedContent.ts'

/** The verified payload of a workbook, whatever became of its visible cells. */
export function readSubmission(bytes: Uint8Array): Result<Sealed> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const contents = contentsOf(archive.value)
  if (!contents.ok) return contents
  const hidden = readCells(contents.value, new Set([payloadSheetName]))
  if (!hidden.ok) return hidden
  const marked = markedContent(contents.value, hidden.value)
  if (!marked.ok) return marked
  return marked.value ? verifiedPayload(marked.value) : no(problem('payload-missing'))
}
