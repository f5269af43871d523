import type { Finding } from '../../../core/audit/finding.ts'
import type { FilingView } from '../../../core/contract.ts'
import { isBlankFinding } from '../../grid/marks.ts'
import { catalogOf, itemOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'

/** 第 5 行 of the row a finding is about, null when it is about none. */
export const rowOf = (view: FilingView, item: string | undefined, row: number | null): string | null => {
  const table = item === undefined || row === null ? null : catalogOf(view.pack).places.get(item)?.table
  const at = table ? (view.data.tables[table.key] ?? []).findIndex((one) => one.id === row) : -1
  return at < 0 ? null : t.audit.row(at + 1)
}

/** The words of a finding's line. */
export interface LineWords { readonly title: string; readonly fact: string; readonly row: string | null }

/** How a finding is called in the list: a blank by its item, anything else by its rule, with the row it is in. */
export const lineWords = (view: FilingView, finding: Finding): LineWords => {
  const item = finding.item === null ? null : itemOf(view.pack, finding.item)
  const row = rowOf(view, finding.cells[0]?.item, finding.row)
  if (item && isBlankFinding(view, finding)) return { title: t.audit.blankItem(item.name), fact: '', row }
  return { title: finding.title, fact: finding.fact, row }
}
