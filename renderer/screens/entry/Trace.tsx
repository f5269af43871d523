import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { namesIn } from '../../grid/balance.ts'
import { storedText } from '../../grid/cellModel.ts'
import { shownText } from '../../grid/show.ts'
import { catalogOf, itemOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'
import { Section } from './Section.tsx'
import { jumpTo } from './jump.ts'

const computedOf = (view: FilingView, item: Item): Item | null => {
  if (item.formula) return item
  const balance = catalogOf(view.pack).places.get(item.key)?.group?.balance
  const total = balance && itemOf(view.pack, balance.total)
  return total?.formula ? total : null
}

const Line = ({ view, item }: { view: FilingView; item: Item }) => {
  const place = catalogOf(view.pack).places.get(item.key)
  const rows = place?.table ? (view.data.tables[place.table.key]?.length ?? 0) : null
  return (
    <li className="trace-line">
      <span className="trace-no">{place?.table ? place.table.no : item.no}</span>
      <button type="button" className="link under grow" onClick={() => jumpTo({ form: place?.form.no ?? '', item: item.key, row: null })}>{item.name.replace(/^其中：/, '')}</button>
      <span className="num">{rows === null ? shownText(view.pack, item, storedText(view, item)) || '—' : t.table.count2(rows)}</span>
    </li>
  )
}

/** The inputs of a computed item, or of the total a cell must add up to. */
export const Trace = ({ view, item }: { view: FilingView; item: Item }) => {
  const target = computedOf(view, item)
  if (!target?.formula) return null
  const inputs = namesIn(view.pack, target.formula).map((key) => itemOf(view.pack, key)).filter((i) => i !== null)
  if (inputs.length === 0) return null
  const text = storedText(view, target)
  return (
    <Section id="panel-trace" icon="sigma" title={t.panel.trace} aside={<span className="grey">{target === item ? t.panel.traceOwn : t.panel.traceHint}</span>}>
      <ul className="trace">
        {inputs.map((input) => <Line key={input.key} view={view} item={input} />)}
        <li className="trace-line trace-total">
          <span className="trace-no">{target.no}</span>
          <strong className="grow">{target.name}</strong>
          <strong className="num">{text === '' ? '—' : shownText(view.pack, target, text)}</strong>
        </li>
      </ul>
    </Section>
  )
}
