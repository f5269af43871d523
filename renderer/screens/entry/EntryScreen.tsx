import { Suspense, lazy, useEffect, useRef } from 'react'
import { FormGrid } from '../../grid/FormGrid.tsx'
import { usePasting } from '../../grid/paste/pasting.ts'
import { focusCell } from '../../grid/GridContext.ts'
import { useGridState } from '../../grid/useGridState.ts'
import { cellId } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { FormHead } from './FormHead.tsx'
import { ReturnBand } from '../letter/ReturnBand.tsx'
import { FormTree } from './FormTree.tsx'
import { PasteDialog } from './paste/PasteDialog.tsx'
import { SidePanel } from './SidePanel.tsx'
import { Signoff } from './Signoff.tsx'
import { TableView } from './TableView.tsx'

const PastePreview = lazy(async () => ({ default: (await import('./paste/PastePreview.tsx')).PastePreview }))

const useWanted = (shown: string): void => {
  const wanted = useFocus((s) => s.wanted)
  useEffect(() => {
    if (!wanted) return
    if (focusCell(cellId(wanted.item, wanted.row))) useFocus.getState().want(null)
  }, [wanted, shown])
}

const TableLinks = ({ no }: { no: string }) => {
  const { view } = useGridState()
  const form = view.pack.forms.find((f) => f.no === no)
  if (!form || form.items.length === 0) return null
  return form.tables.map((table) => (
    <div key={table.key} className="grid-link-row">
      <Icon name="table" className="grey" />
      <strong>{table.no}</strong>
      <span className="grow">{t.form.rowsOf(table.name, view.data.tables[table.key]?.length ?? 0)}</span>
      <button type="button" className="link" onClick={() => useNav.getState().openForm(no, table.key)}>{t.form.openTable} <Icon name="next" size={14} /></button>
    </div>
  ))
}

const Main = () => {
  const state = useGridState()
  const no = useNav((s) => s.form)
  const part = useNav((s) => s.part)
  useWanted(`${no}/${part}`)
  if (no === 'signoff') return <Signoff />
  const form = state.view.pack.forms.find((f) => f.no === no) ?? state.view.pack.forms[0]
  if (!form) return null
  const table = form.tables.find((tb) => tb.key === part) ?? (form.items.length === 0 ? form.tables[0] : undefined)
  if (table) return <TableView key={table.key} form={form} table={table} state={state} />
  return (
    <>
      <FormHead form={form} title={form.name} />
      <div className="form-scroll" key={form.no}>
        <FormGrid form={form} state={state} label={form.name} />
        <TableLinks no={form.no} />
      </div>
    </>
  )
}

/** A preview belongs to its filing and form: leaving them closes it. */
const useLeaving = (): void => {
  const filing = useFiling((s) => s.view?.filing)
  const form = useNav((s) => s.form)
  const part = useNav((s) => s.part)
  const before = useRef(part)
  useEffect(() => {
    const { pasting, close } = usePasting.getState()
    if (pasting && (pasting.filing !== filing || pasting.form !== form || before.current !== part)) close()
    before.current = part
  }, [filing, form, part])
}

/** 填报: form tree, the form, and the panel that follows the caret; over them the preview of a paste. */
export const EntryScreen = () => {
  const pasting = usePasting((s) => s.pasting)
  useLeaving()
  if (pasting) return <Suspense fallback={<main className="pp" aria-busy="true" />}><PastePreview pasting={pasting} /></Suspense>
  return (
    <div className="entry">
      <FormTree />
      <main className="entry-main"><ReturnBand /><Main /></main>
      <SidePanel />
      <PasteDialog />
    </div>
  )
}
