import { useEffect, useRef, useState } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import type { Form, Item } from '../../../core/pack/schema.ts'
import { call } from '../../api.ts'
import { amountOf, isNumeric, optionsOf, shownText, tidied } from '../../grid/show.ts'
import { storedText } from '../../grid/cellModel.ts'
import { codeOf } from '../../store/catalog.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { turnTo, usePriors } from './priors.ts'

const p = t.prior
const compared = (form: Form): readonly Item[] => form.items.filter((item) => item.prior === 'compare')

const keep = async (item: string, text: string): Promise<void> => {
  await usePriors.getState().turn((filing) => call('prior.type', { filing, item, row: null, text }))
}

const step = (input: HTMLElement, by: 1 | -1): void => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-typed]')]
  all[all.indexOf(input) + by]?.focus()
}

const Field = ({ item, text, name }: { item: Item; text: string; name: string }) => {
  const input = useRef<HTMLInputElement>(null)
  const bad = text !== '' && isNumeric(item) && amountOf(item, text) === null
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = text
  }, [text])
  const leave = (): void => {
    const typed = tidied(item, input.current?.value ?? '')
    if (input.current) input.current.value = typed
    if (typed !== text) void keep(item.key, typed)
  }
  return (
    <>
      <input
        ref={input} className={`field ${isNumeric(item) ? 'num' : ''}`} defaultValue={text} aria-label={name} aria-invalid={bad} maxLength={200} autoComplete="off" data-typed={item.key} onBlur={leave}
        onKeyDown={(event) => { if (!event.nativeEvent.isComposing && (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp')) { event.preventDefault(); step(event.currentTarget, event.key === 'ArrowUp' || event.shiftKey ? -1 : 1) } }}
      />
      {bad && <Mark name="stop"><span className="small">{p.notNumber}</span></Mark>}
    </>
  )
}

const Line = ({ view, item }: { view: FilingView; item: Item }) => {
  const options = optionsOf(view.pack, item)
  const text = view.prior?.data.values[item.key] ?? ''
  const name = `${codeOf(view.pack, item.key)} ${item.name}`
  return (
    <tr>
      <td><span className="grey">{codeOf(view.pack, item.key)}</span>　{item.name}</td>
      <td className="grey">{item.unit}</td>
      <td>{options.length > 0 && options.length <= 80 ? <Choice item={item} text={text} name={name} options={options} /> : <Field item={item} text={text} name={name} />}</td>
      <td className="num">{shownText(view.pack, item, storedText(view, item))}</td>
    </tr>
  )
}

/** A short list of codes, chosen from. */
const Choice = ({ item, text, name, options }: { item: Item; text: string; name: string; options: readonly { readonly code: string; readonly name: string }[] }) => (
  <select className="field" value={text} aria-label={name} data-typed={item.key} onChange={(event) => void keep(item.key, event.target.value)}>
    <option value="" />
    {text !== '' && !options.some(({ code }) => code === text) && <option value={text}>{text}</option>}
    {options.map((one) => <option key={one.code} value={one.code}>{one.code} {one.name}</option>)}
  </select>
)

/** The separate sheet of last year: the items to compare, typed by hand, form by form. */
export const TypedSheet = () => {
  const view = useFiling((s) => s.view)
  const use = usePriors((s) => s.look?.use)
  const cells = usePriors((s) => s.look?.sources.find((one) => one.kind === 'typed')?.cells ?? 0)
  const [no, setNo] = useState<string | null>(null)
  if (!view || isReadOnly(view.state)) return <p className="safety-hint">{p.readOnly}</p>
  if (use !== 'typed') return <div className="safety-hint prior-turn"><p>{p.typedOther}</p><button type="button" className="btn solid" onClick={() => void turnTo('typed')} data-typed-start>{p.typedStart}</button></div>
  const forms = view.pack.forms.filter((form) => compared(form).length > 0 && view.forms.some((one) => one.form === form.no && one.applies))
  const form = forms.find((one) => one.no === no) ?? forms[0]
  return (
    <>
      <div className="prior-lead">
        <div className="grow"><p>{p.typedLead}</p><p className="safety-extra">{p.tablesNote}</p></div>
        <span className="safety-extra" data-typed-count={cells}>{p.typedCount(cells)}</span>
        <select className="field prior-form" aria-label={p.typedForm} value={form?.no ?? ''} onChange={(event) => setNo(event.target.value)}>{forms.map((one) => <option key={one.no} value={one.no}>{one.no} {one.short}</option>)}</select>
      </div>
      <div className="safety-scroll" tabIndex={-1}>
        <table className="safety-table prior-typed" aria-label={p.part.typed}>
          <colgroup><col /><col style={{ width: 60 }} /><col style={{ width: 170 }} /><col style={{ width: 140 }} /></colgroup>
          <thead><tr><th scope="col">{p.typedHead.item}</th><th scope="col">{p.typedHead.unit}</th><th scope="col">{p.typedHead.last}</th><th scope="col" className="num">{p.typedHead.now}</th></tr></thead>
          <tbody>{form && compared(form).map((item) => <Line key={item.key} view={view} item={item} />)}</tbody>
        </table>
      </div>
    </>
  )
}
