import { useState } from 'react'
import type { InputFigure } from '../../../core/contract/regulator/tables.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { grouped } from './figures.ts'
import { useTables } from './tables.ts'

const nameOf = (one: InputFigure): string => `${one.name} ${one.year}`
const keyOf = (one: InputFigure): string => `${one.kind}.${one.key}.${one.year}`
const day = (): string => new Date().toLocaleDateString('sv-SE')

const Edit = ({ one, close }: { one: InputFigure; close: () => void }) => {
  const [value, setValue] = useState(one.value ?? '')
  const [source, setSource] = useState(one.source)
  const [date, setDate] = useState(one.date || day())
  const [reason, setReason] = useState('')
  const bad = value.trim() !== '' && !/^-?\d{1,14}(\.\d{1,6})?$/.test(value.trim())
  const ready = !bad && source.trim() !== '' && date !== ''
  const save = async (): Promise<void> => {
    if (ready && await useTables.getState().setInput(one, { value: value.trim() === '' ? null : value.trim(), source: source.trim(), date, reason: reason.trim() })) close()
  }
  return (
    <form className="input-edit" onSubmit={(event) => { event.preventDefault(); void save() }} data-edit={keyOf(one)}>
      <label>{t.tables.input.value}{one.unit && <span className="grey">（{one.unit}）</span>}<input className="field num" inputMode="decimal" value={value} aria-invalid={bad} autoFocus onChange={(event) => setValue(event.target.value)} name="value" /></label>
      {bad && <p className="c-stop small">{t.tables.input.bad}</p>}
      <label>{t.tables.input.source}<input className="field" value={source} placeholder={t.tables.input.sourceHint} onChange={(event) => setSource(event.target.value)} name="source" /></label>
      <label>{t.tables.input.date}<input className="field" type="date" value={date} onChange={(event) => setDate(event.target.value)} name="date" /></label>
      {one.value !== null && <label>{t.tables.input.reason}<input className="field" value={reason} onChange={(event) => setReason(event.target.value)} name="reason" /></label>}
      <p className="input-buttons"><button type="submit" className="btn solid small-btn" disabled={!ready} data-save>{t.tables.input.save}</button><button type="button" className="btn small-btn" onClick={close}>{t.tables.input.cancel}</button></p>
    </form>
  )
}

const Line = ({ one, on, open }: { one: InputFigure; on: boolean; open: (key: string | null) => void }) => (
  <li data-input={keyOf(one)}>
    <div className="input-line">
      <span className="grow">{nameOf(one)}{one.value !== null && <span className="grey small input-from">{t.tables.lineage.from(one.source, one.date)}　{one.by}</span>}</span>
      <b className="num">{one.value === null ? <span className="grey">{t.tables.input.unset}</span> : grouped(one.value)}</b>
      <button type="button" className="link" aria-label={`${t.tables.input.edit} ${nameOf(one)}`} onClick={() => open(on ? null : keyOf(one))}>{t.tables.input.edit}</button>
    </div>
    {on && <Edit one={one} close={() => open(null)} />}
  </li>
)

/** The drawer of figures from outside: totals above, base years, targets, what is entered by hand. */
export const InputsDrawer = ({ inputs }: { inputs: readonly InputFigure[] }) => {
  const [editing, open] = useState<string | null>(null)
  const kinds = [...new Set(inputs.map((one) => one.kind))]
  return (
    <aside className="lineage" aria-label={t.tables.input.title} data-inputs-drawer data-region="panel">
      <header className="lineage-head">
        <div className="grow"><h2>{t.tables.input.title}</h2><p className="grey-2 small">{t.tables.input.lead}</p></div>
        <button type="button" className="btn icon-only" aria-label={t.tables.lineage.close} onClick={() => useTables.getState().close()}><Icon name="close" /></button>
      </header>
      {inputs.length === 0 && <p className="lineage-part">{t.tables.input.none}</p>}
      {kinds.map((kind) => (
        <section key={kind} className="lineage-part">
          <h3>{t.tables.input.kinds[kind]}</h3>
          <ul className="input-list">{inputs.filter((one) => one.kind === kind).map((one) => <Line key={keyOf(one)} one={one} on={editing === keyOf(one)} open={open} />)}</ul>
        </section>
      ))}
    </aside>
  )
}
