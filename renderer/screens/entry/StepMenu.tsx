import { Dropdown } from 'antd'
import { stepBack } from '../../grid/select/stepBack.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'

/** The ⋯ menu of a form's heading: undo and redo, saying what they would take back or do again. */
export const StepMenu = () => {
  const undo = useFiling((s) => s.view?.undo ?? null)
  const redo = useFiling((s) => s.view?.redo ?? null)
  const line = (words: string, keys: string) => <span className="menu-line">{words}<Kbd>{keys}</Kbd></span>
  const items = [
    { key: 'undo', disabled: undo === null, icon: <Icon name="undo" />, label: line(undo === null ? t.grid.undoNone : t.grid.undoOf(t.grid.steps[undo]), 'Ctrl Z') },
    { key: 'redo', disabled: redo === null, icon: <Icon name="redo" />, label: line(redo === null ? t.grid.redoNone : t.grid.redoOf(t.grid.steps[redo]), 'Ctrl Y') },
  ]
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => void stepBack(key === 'undo' ? 'undo' : 'redo') }}>
      <button type="button" className="btn icon-only" aria-label={t.grid.more} data-steps><Icon name="dots" /></button>
    </Dropdown>
  )
}
