import { useLayoutEffect, useMemo, useRef } from 'react'
import type { CellRef } from '../../core/filing/filing.ts'
import type { Item, Pack } from '../../core/pack/schema.ts'
import { useSettings } from '../store/app.ts'
import { PickerList } from './PickerList.tsx'
import { cellHandlers, chooseOption, syncInput } from './cellControl.ts'
import type { CellEnv, Live } from './live.ts'
import type { CellModel } from './cellModel.ts'
import { useGrid } from './GridContext.ts'
import { isNumeric } from './show.ts'
import { usePicker } from './usePicker.ts'

interface Props { readonly pack: Pack; readonly item: Item; readonly cell: CellRef; readonly model: CellModel; readonly label: string; readonly hintId: string; readonly used?: ReadonlyMap<string, number> }

const useLive = (env: CellEnv): Live => {
  const live = useRef<Live>({ env, mode: 'rest', composing: false, input: null })
  useLayoutEffect(() => {
    live.current.env = env
    syncInput(live.current)
  })
  return live.current
}

/** One cell's native input. It stays in the page and keeps its own text while someone types or composes in it. */
export const CellInput = ({ pack, item, cell, model, label, hintId, used }: Props) => {
  const picker = usePicker(pack, item)
  const { enter } = useSettings()
  const grid = useGrid()
  const live = useLive({ pack, item, cell, text: model.text, shown: model.shown, readOnly: model.readOnly, enter, grid, picker })
  const handlers = useMemo(() => cellHandlers(live), [live])
  const coded = picker.options.length > 0 && !model.computed
  const listId = `list-${model.id}`
  const combo = coded ? ({ role: 'combobox', 'aria-expanded': picker.open, 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': listId } as const) : {}
  return (
    <>
      <input
        ref={(node) => { live.input = node }}
        className={`cell-input ${isNumeric(item) ? 'num' : ''}`}
        type="text"
        autoComplete="off"
        spellCheck={false}
        data-cell={model.id}
        defaultValue={model.shown}
        readOnly={model.readOnly}
        tabIndex={model.readOnly ? -1 : 0}
        aria-label={label}
        aria-describedby={hintId}
        aria-invalid={model.mark === 'stop' || model.mark === 'unsaved'}
        inputMode={isNumeric(item) ? 'decimal' : 'text'}
        {...combo}
        {...(picker.open ? { 'aria-activedescendant': `${listId}-${picker.active}` } : {})}
        {...handlers}
      />
      {picker.open && <PickerList id={listId} picker={picker} anchor={() => live.input} choose={(at) => chooseOption(live, at)} {...(used ? { used } : {})} />}
    </>
  )
}
