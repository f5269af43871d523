import { useState } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import type { Form, Item } from '../../../core/pack/schema.ts'
import { shownText } from '../../grid/show.ts'
import { storedText } from '../../grid/cellModel.ts'
import { codeOf } from '../../store/catalog.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { t } from '../../text/texts.ts'
import { turnTo, usePriors } from './priors.ts'
import { TypedCell } from './TypedCell.tsx'
import { TypedRows, typedColumns } from './TypedRows.tsx'

const p = t.prior
const compared = (form: Form): readonly Item[] => form.items.filter((item) => item.prior === 'compare')

const Line = ({ view, item }: { view: FilingView; item: Item }) => {
  const text = view.prior?.data.values[item.key] ?? ''
  const name = `${codeOf(view.pack, item.key)} ${item.name}`
  return (
    <tr>
      <td><span className="grey">{codeOf(view.pack, item.key)}</span>　{item.name}</td>
      <td className="grey">{item.unit}</td>
      <td><TypedCell view={view} item={item} row={null} text={text} name={name} /></td>
      <td className="num">{shownText(view.pack, item, storedText(view, item))}</td>
    </tr>
  )
}

/** The separate sheet of last year: the items to compare, typed by hand, form by form. */
export const TypedSheet = () => {
  const view = useFiling((s) => s.view)
  const use = usePriors((s) => s.look?.use)
  const cells = usePriors((s) => s.look?.sources.find((one) => one.kind === 'typed')?.cells ?? 0)
  const [no, setNo] = useState<string | null>(null)
  if (!view || isReadOnly(view.state)) return <p className="safety-hint">{p.readOnly}</p>
  if (use !== 'typed') return <div className="safety-hint prior-turn"><p>{p.typedOther}</p><button type="button" className="btn solid" onClick={() => void turnTo('typed')} data-typed-start>{p.typedStart}</button></div>
  const forms = view.pack.forms.filter((form) => (compared(form).length > 0 || form.tables.some((table) => typedColumns(table).length > 0)) && view.forms.some((one) => one.form === form.no && one.applies))
  const form = forms.find((one) => one.no === no) ?? forms[0]
  return (
    <>
      <div className="prior-lead">
        <div className="grow"><p>{p.typedLead}</p><p className="safety-extra">{p.tablesNote}</p></div>
        <span className="safety-extra" data-typed-count={cells}>{p.typedCount(cells)}</span>
        <select className="field prior-form" aria-label={p.typedForm} value={form?.no ?? ''} onChange={(event) => setNo(event.target.value)}>{forms.map((one) => <option key={one.no} value={one.no}>{one.no} {one.short}</option>)}</select>
      </div>
      <div className="safety-scroll" tabIndex={-1}>
        {form && compared(form).length > 0 && <table className="safety-table prior-typed" aria-label={p.part.typed}>
          <colgroup><col /><col style={{ width: 60 }} /><col style={{ width: 170 }} /><col style={{ width: 140 }} /></colgroup>
          <thead><tr><th scope="col">{p.typedHead.item}</th><th scope="col">{p.typedHead.unit}</th><th scope="col">{p.typedHead.last}</th><th scope="col" className="num">{p.typedHead.now}</th></tr></thead>
          <tbody>{compared(form).map((item) => <Line key={item.key} view={view} item={item} />)}</tbody>
        </table>}
        {form?.tables.map((table) => <TypedRows key={`${form.no}/${table.key}`} view={view} table={table} />)}
      </div>
    </>
  )
}
