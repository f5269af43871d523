import { Fragment, useEffect, useMemo, useRef } from 'react'
import type { Form, Group, Item } from '../../core/pack/schema.ts'
import { useFocus } from '../store/focus.ts'
import { isReadOnly } from '../store/readOnly.ts'
import { t } from '../text/texts.ts'
import { GridProvider, focusCell } from './GridContext.ts'
import type { GridActions } from './GridContext.ts'
import { GroupHead } from './GroupHead.tsx'
import { ItemRow } from './ItemRow.tsx'
import { cellModel, storedText } from './cellModel.ts'
import type { GridState } from './cellModel.ts'
import type { Step } from './keys.ts'
import { moveFrom } from './moves.ts'
import type { Field } from './moves.ts'
import { pointerHandlers, useSurface } from './select/pointer.ts'
import { isNumeric } from './show.ts'

/** The groups of a form with their items; items outside any group come last, under no heading. */
export const sections = (form: Form): readonly { readonly group: Group | null; readonly items: readonly Item[] }[] => {
  const byKey = new Map(form.items.map((item) => [item.key, item]))
  const grouped = form.groups.map((group) => ({ group, items: group.items.map((key) => byKey.get(key)).filter((i) => i !== undefined) }))
  const taken = new Set(form.groups.flatMap((g) => g.items))
  const rest = form.items.filter((item) => !taken.has(item.key))
  return rest.length > 0 ? [...grouped, { group: null, items: rest }] : grouped
}

/** An item's name without what its group's title already says: 按委托来源：社会委托 → 社会委托. */
export const nameInGroup = (item: Item, group: Group | null): string => {
  const at = item.name.indexOf('：')
  return group && at > 0 && group.title.includes(item.name.slice(0, at)) ? item.name.slice(at + 1) : item.name
}

/** Whether a form is mostly words: it then gets wide cells and no per cent column. */
export const isWordy = (items: readonly Item[]): boolean => items.some((item) => item.type === 'text' && item.required !== 'computed')

/** The column heads of a form's table. */
export const Heads = ({ wordy }: { wordy: boolean }) => (
  <div role="row" className="grid-row grid-heads">
    <div role="columnheader" className="c-code">{t.form.code}</div>
    <div role="columnheader">{t.form.name}</div>
    <div role="columnheader">{t.form.unit}</div>
    <div role="columnheader" className={wordy ? '' : 'num'}>{t.form.before}</div>
    <div role="columnheader" className={`head-now ${wordy ? '' : 'num'}`}>{t.form.now}</div>
    {!wordy && <div role="columnheader" className="num">{t.form.change}</div>}
    <div role="columnheader">{t.form.hint}</div>
  </div>
)

/** The cells in their order; Enter and Tab pass over those that cannot or need not be filled. */
const useField = (parts: ReturnType<typeof sections>, { inactive, view }: GridState, sealed: boolean): Field => {
  const { values } = view.data
  return useMemo(() => parts.flatMap((p) => p.items.map((i) => [{ id: i.key, skip: sealed || i.required === 'computed' || (inactive.has(i.key) && (values[i.key] ?? '').trim() === '') }])), [parts, sealed, inactive, values])
}

/** Where Enter led last, and when: the answer to what was typed may grey the cell it came to, or open one it passed over. */
interface Move { readonly from: string; readonly to: string; readonly step: Step; readonly at: number }
const SOON = 1500

const useActions = (field: Field): GridActions => {
  const last = useRef<Move | null>(null)
  useEffect(() => {
    const move = last.current
    if (!move || performance.now() - move.at > SOON || useFocus.getState().draft !== null || !isCaretIn(move.to)) return
    const to = moveFrom(field, move.from, move.step, true)
    if (to === null || to === move.to) return
    last.current = { ...move, to }
    focusCell(to)
  }, [field])
  return useMemo(() => ({
    rows: false,
    row: () => undefined,
    go: (id, step, enter) => {
      const to = moveFrom(field, id, step, enter)
      last.current = to !== null && enter ? { from: id, to, step, at: performance.now() } : null
      return to !== null && to !== id && focusCell(to)
    },
  }), [field])
}

const isCaretIn = (id: string): boolean => document.activeElement instanceof HTMLElement && document.activeElement.dataset['cell'] === id

/** A form's items as the official table, group by group. */
export const FormGrid = ({ form, state, label }: { form: Form; state: GridState; label: string }) => {
  const parts = useMemo(() => sections(form), [form])
  const wordy = isWordy(form.items)
  const sealed = isReadOnly(state.view.state)
  const field = useField(parts, state, sealed)
  useSurface(form.no, null, field)
  return (
    <GridProvider value={useActions(field)}>
      <div role="grid" aria-label={label} aria-rowcount={form.items.length} aria-multiselectable="true" className={`grid ${wordy ? 'wordy' : ''}`} data-region="form" {...pointerHandlers}>
        <div role="rowgroup" className="grid-top"><Heads wordy={wordy} /></div>
        {parts.map(({ group, items }) => (
          <Fragment key={group?.key ?? 'rest'}>
            <div role="rowgroup" id={group ? `group-${group.key}` : 'group-rest'} className="grid-group">
              {group && <GroupHead group={group} form={form} view={state.view} />}
              {items.map((item) => (
                <ItemRow key={item.key} item={item} form={form.no} pack={state.view.pack} wordy={wordy} numeric={isNumeric(item)} name={nameInGroup(item, group)} model={cellModel(state, item, null, storedText(state.view, item))} />
              ))}
            </div>
          </Fragment>
        ))}
      </div>
    </GridProvider>
  )
}
