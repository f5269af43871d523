import { ok, type Result } from '../../core/result.ts'
import { contentsOf, readCells, type Contents } from './book.ts'
import { payloadSheetName } from './frame.ts'
import { openArchive } from './guard.ts'
import { markedContent, type Marked } from './sealedContent.ts'

/** Opens a workbook behind the guard and reads what marks it as ours; `marked` null where nothing does. */
export function openMarked(bytes: Uint8Array): Result<{ readonly contents: Contents; readonly marked: Marked | null }> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const contents = contentsOf(archive.value)
  if (!contents.ok) return contents
  const hidden = readCells(contents.value, new Set([payloadSheetName]))
  if (!hidden.ok) return hidden
  const marked = markedContent(contents.value, hidden.value)
  return marked.ok ? ok({ contents: contents.value, marked: marked.value }) : marked
}
