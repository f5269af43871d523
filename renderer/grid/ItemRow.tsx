import { memo } from 'react'
import type { Item, Pack } from '../../core/pack/schema.ts'
import { useFocus } from '../store/focus.ts'
import { t } from '../text/texts.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import type { IconName } from '../ui/icons/paths.ts'
import { CellFace } from './CellFace.tsx'
import { CellInput } from './CellInput.tsx'
import type { CellModel, Hint, Mark } from './cellModel.ts'
import { cellClasses, useRowRange } from './select/selection.ts'
import { cellName } from './past.ts'
import { inYuan } from './show.ts'

const icons: Readonly<Record<Mark, IconName | null>> = { unsaved: 'disk', stop: 'stop', verify: 'verify', query: 'query', explained: 'explained', changed: 'pen', none: null }

/** The icon inside a cell: its mark, or Σ for a computed cell. */
export const CellIcon = ({ model }: { model: CellModel }) => {
  const name = icons[model.mark] ?? (model.computed ? 'sigma' : model.readOnly ? 'lock' : null)
  return name && <Icon name={name} size={14} className={`cell-icon m-${model.mark}`} />
}

/** The words in the 提示 column. */
export const HintText = ({ hint }: { hint: Hint | null }) =>
  hint && (
    <span className={`hint tone-${hint.tone}`}>
      {hint.icon && <Icon name={hint.icon} />}
      <span>{hint.text}</span>
    </span>
  )

const RowHint = ({ item, model, here }: { item: Item; model: CellModel; here: boolean }) => {
  const draft = useFocus((s) => (here ? s.draft : null))
  const composing = useFocus((s) => here && s.composing)
  if (composing) return <HintText hint={{ icon: null, tone: 'quiet', text: t.form.enterIme }} />
  const loud = model.mark === 'stop' || model.mark === 'unsaved'
  const yuan = here && (draft !== null || !loud) ? inYuan(item, draft ?? model.text) : null
  if (yuan !== null) return <span className="hint yuan">{t.form.yuan(yuan)}</span>
  if (here && item.required === 'optional' && model.text === '' && !model.hint) return <HintText hint={{ icon: null, tone: 'quiet', text: t.form.optional }} />
  return <HintText hint={model.hint} />
}

interface Props { readonly item: Item; readonly form: string; readonly pack: Pack; readonly model: CellModel; readonly wordy: boolean; readonly numeric: boolean; readonly name: string }

const same = (a: Props, b: Props): boolean =>
  a.item === b.item && a.form === b.form && a.pack === b.pack && a.wordy === b.wordy && a.name === b.name && JSON.stringify(a.model) === JSON.stringify(b.model)

const change = (numeric: boolean, model: CellModel): string => (numeric ? model.change : '')

/** One item of a form: code, name, unit, last year, this year, change, hint. */
export const ItemRow = memo(({ item, form, pack, model, wordy, numeric, name }: Props) => {
  const here = useFocus((s) => s.cell?.item === item.key && s.cell.row === null)
  const part = useRowRange(model.id)
  const strong = numeric && !item.name.startsWith('其中') && (item.required === 'computed' || ((item.indent ?? 0) === 0 && /合计|总数|总计/.test(item.name)))
  const hintId = `hint-${model.id}`
  return (
    <div role="row" className={`grid-row ${here ? 'here' : ''} ${model.inactive !== null ? 'inactive' : ''}`}>
      <div role="gridcell" className="c-code">{item.no}</div>
      <div role="rowheader" className={`c-name ${strong ? 'strong' : ''}`} style={{ paddingLeft: 8 + (item.indent ?? 0) * 16 }}>{name}</div>
      <div role="gridcell" className="c-unit">{item.unit}</div>
      <div role="gridcell" className={`c-before ${numeric ? 'num' : 'words'}`}>{model.before}</div>
      <div role="gridcell" aria-selected={part !== ''} title={model.note ?? undefined} className={`cell c-now ${model.note === null ? '' : 'noted'} ${cellClasses(part, 0)} ${numeric ? '' : 'words'} ${model.computed ? 'computed' : ''} ${model.readOnly && !model.computed ? 'readonly' : ''} mark-${model.mark} ${strong || (model.computed && numeric) ? 'strong' : ''}`}>
        <CellIcon model={model} />
        <CellInput pack={pack} item={item} cell={{ form, item: item.key, row: null }} model={model} label={cellName(pack, item, { form, row: null, before: model.last })} hintId={hintId} />
        <CellFace pack={pack} item={item} text={model.text} />
      </div>
      {!wordy && <div role="gridcell" className="num c-change">{change(numeric, model)}</div>}
      <div role="gridcell" className="c-hint" id={hintId}><RowHint item={item} model={model} here={here} /></div>
    </div>
  )
}, same)
