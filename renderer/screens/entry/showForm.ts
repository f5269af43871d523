import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'

/** Opens a form of the filing; one that is only a table opens as the table. */
export const showForm = (no: string): void => {
  const form = useFiling.getState().view?.pack.forms.find((f) => f.no === no)
  useNav.getState().openForm(no, form?.items.length === 0 ? (form.tables[0]?.key ?? null) : null)
}

/** Puts the caret into the first cell of a form that is to be filled and is blank, else into its first cell. */
export const wantBlank = (no: string): void => {
  const view = useFiling.getState().view
  const form = view?.pack.forms.find((f) => f.no === no)
  if (!view || !form) return
  const inactive = new Set(view.inactive.filter((i) => i.row === null).map((i) => i.item))
  const fillable = form.groups.flatMap((g) => g.items).map((key) => form.items.find((i) => i.key === key)).filter((i) => i !== undefined && i.required !== 'computed' && !inactive.has(i.key))
  const blank = fillable.find((i) => i && i.required !== 'optional' && (view.data.values[i.key] ?? '') === '') ?? fillable[0]
  if (blank) useFocus.getState().want({ form: no, item: blank.key, row: null })
}
