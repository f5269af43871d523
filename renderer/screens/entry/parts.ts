import { useEffect, useState } from 'react'
import type { Group } from '../../../core/pack/schema.ts'
import { focusCell } from '../../grid/GridContext.ts'
import { catalogOf } from '../../store/catalog.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'

/** Shows a group of a form and puts the caret into its first cell. */
export const openGroup = (form: string, group: Group): void => {
  const { view } = useFiling.getState()
  const there = useNav.getState().form === form && useNav.getState().part === null
  useNav.getState().openForm(form, null)
  const places = view ? catalogOf(view.pack).places : null
  const key = group.items.find((item) => places?.get(item)?.item.required !== 'computed') ?? group.items[0]
  if (!key) return
  if (!there || !focusCell(key)) useFocus.getState().want({ form, item: key, row: null })
  else document.getElementById(`group-${group.key}`)?.scrollIntoView({ block: 'start' })
}

/** The group the caret is in, of the open form. */
export const usePartInView = (form: string, part: string | null): string | null => {
  const cell = useFocus((s) => s.cell)
  const view = useFiling((s) => s.view)
  const [seen, setSeen] = useState<string | null>(null)
  useEffect(() => {
    if (!view || !cell || cell.form !== form || part !== null) return setSeen(null)
    setSeen(catalogOf(view.pack).places.get(cell.item)?.group?.key ?? null)
  }, [view, cell, form, part])
  return seen
}
