import type { ReviewView } from '../../../core/contract/regulator/review.ts'
import { dialog } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { t } from '../../text/texts.ts'

/** Queries that were put and not sent, and those answered and not settled. */
export const queryCounts = (view: ReviewView): { readonly drafts: number; readonly answered: number } => ({
  drafts: view.queries.filter((query) => query.state === 'draft').length,
  answered: view.queries.filter((query) => query.state === 'answered').length,
})

/** Asks where letters go and remembers it. */
export const chooseLetterFolder = async (start: string): Promise<string | null> => {
  if (useApp.getState().state?.policy.from.exportFolder) return start
  const [folder] = await dialog('dialog.folder', { title: t.review.folderTitle, start: start || null })
  if (folder) await useApp.getState().change({ exportFolder: folder })
  return folder ?? null
}
