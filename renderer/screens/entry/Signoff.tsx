import { cellModel, storedText } from '../../grid/cellModel.ts'
import { GridProvider, focusCell } from '../../grid/GridContext.ts'
import { Heads } from '../../grid/FormGrid.tsx'
import { ItemRow } from '../../grid/ItemRow.tsx'
import { moveFrom } from '../../grid/moves.ts'
import { useGridState } from '../../grid/useGridState.ts'
import { t } from '../../text/texts.ts'
import { SavedMark } from './FormHead.tsx'

/** The sign-off fields as a page of the tree. */
export const Signoff = () => {
  const state = useGridState()
  const { pack } = state.view
  const field = pack.signoff.map((item) => [{ id: item.key, skip: false }])
  const actions = {
    rows: false, row: () => undefined,
    go: (id: string, step: Parameters<typeof moveFrom>[2], enter: boolean) => {
      const to = moveFrom(field, id, step, enter)
      return to !== null && to !== id && focusCell(to)
    },
  }
  return (
    <>
      <header className="form-head"><h1>{t.tree.signoff}</h1><span className="chip">{t.seal.signSub}</span><span className="grow" /><SavedMark /></header>
      <div className="form-scroll">
        <GridProvider value={actions}>
          <div role="grid" aria-label={t.tree.signoff} className="grid wordy" data-region="form">
            <div role="rowgroup" className="grid-top"><Heads wordy /></div>
            {pack.signoff.map((item) => <ItemRow key={item.key} item={item} form="signoff" pack={pack} wordy numeric={false} name={item.name} model={cellModel(state, item, null, storedText(state.view, item))} />)}
          </div>
        </GridProvider>
      </div>
    </>
  )
}
