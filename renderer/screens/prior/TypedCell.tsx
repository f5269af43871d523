import { useEffect, useRef } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { call } from '../../api.ts'
import { amountOf, isNumeric, optionsOf, tidied } from '../../grid/show.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { usePriors } from './priors.ts'

const p = t.prior
interface Props { readonly item: Item; readonly row: number | null; readonly text: string; readonly name: string }
const typedName = (item: Item, row: number | null): string => (row === null ? item.key : `${item.key}@${row}`)

const keep = async (item: string, row: number | null, text: string): Promise<void> => {
  await usePriors.getState().turn((filing) => call('prior.type', { filing, item, row, text }))
}

const step = (input: HTMLElement, by: 1 | -1): void => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-typed]')]
  all[all.indexOf(input) + by]?.focus()
}

const Field = ({ item, row, text, name }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const bad = text !== '' && isNumeric(item) && amountOf(item, text) === null
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = text
  }, [text])
  const leave = (): void => {
    const typed = tidied(item, input.current?.value ?? '')
    if (input.current) input.current.value = typed
    if (typed !== text) void keep(item.key, row, typed)
  }
  return (
    <>
      <input
        ref={input} className={`field ${isNumeric(item) ? 'num' : ''}`} defaultValue={text} aria-label={name} aria-invalid={bad} maxLength={200} autoComplete="off" data-typed={typedName(item, row)} onBlur={leave}
        onKeyDown={(event) => { if (!event.nativeEvent.isComposing && (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp')) { event.preventDefault(); step(event.currentTarget, event.key === 'ArrowUp' || event.shiftKey ? -1 : 1) } }}
      />
      {bad && <Mark name="stop"><span className="small">{p.notNumber}</span></Mark>}
    </>
  )
}

/** A short list of codes, chosen from. */
const Choice = ({ item, row, text, name, options }: Props & { options: readonly { readonly code: string; readonly name: string }[] }) => (
  <select className="field" value={text} aria-label={name} data-typed={typedName(item, row)} onChange={(event) => void keep(item.key, row, event.target.value)}>
    <option value="" />
    {text !== '' && !options.some(({ code }) => code === text) && <option value={text}>{text}</option>}
    {options.map((one) => <option key={one.code} value={one.code}>{one.code} {one.name}</option>)}
  </select>
)

/** One cell of the typed sheet: a short list to choose from, or a field. */
export const TypedCell = ({ view, ...props }: Props & { view: FilingView }) => {
  const options = optionsOf(view.pack, props.item)
  return options.length > 0 && options.length <= 80 ? <Choice {...props} options={options} /> : <Field {...props} />
}
