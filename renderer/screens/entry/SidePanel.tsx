import { useState } from 'react'
import type { CellRef } from '../../../core/filing/filing.ts'
import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { shownText, decimalsOf, optionsOf } from '../../grid/show.ts'
import { priorText } from '../../grid/cellModel.ts'
import { findingsAt } from '../../grid/marks.ts'
import { useOpenFindings, useShownFindings, useView } from '../../grid/useGridState.ts'
import { codeOf, itemOf } from '../../store/catalog.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'
import { usePage } from '../../store/page.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { CellNote } from './CellNote.tsx'
import { FindingCard } from './FindingCard.tsx'
import { History } from './History.tsx'
import { Section } from './Section.tsx'
import { Thread } from './Thread.tsx'
import { Trace } from './Trace.tsx'

const typeWords = (view: FilingView, item: Item): string => {
  if (optionsOf(view.pack, item).length > 0) return t.panel.codeType
  if (item.type === 'month') return t.panel.month
  if (item.type === 'date') return t.panel.date
  if (item.type === 'text') return t.panel.text(item.maxLength ?? 100)
  const kind = item.type === 'integer' ? t.panel.whole : (t.panel.decimals[decimalsOf(item)] ?? '')
  return item.unit ? `${item.unit}，${kind}` : kind
}
const requiredWords = (item: Item): string => ({ always: t.panel.required, when: t.panel.when, optional: t.panel.optional, computed: t.panel.computed })[item.required]

const Head = ({ view, cell, item }: { view: FilingView; cell: CellRef; item: Item }) => {
  const prior = cell.row === null ? priorText(view, item) : null
  const facts = [typeWords(view, item), requiredWords(item), ...(prior ? [t.panel.before(shownText(view.pack, item, prior))] : [])]
  return (
    <header className="panel-head">
      <div><span className="grey">{codeOf(view.pack, item.key)}</span> <strong>{item.name}</strong></div>
      <div className="panel-facts">{facts.map((fact) => <span key={fact}>{fact}</span>)}</div>
    </header>
  )
}

const Explanation = ({ item }: { item: Item }) => (
  <Section id="panel-explanation" title={t.panel.explanation}>
    <p>{item.explanation}</p>
    {item.format && <p className="panel-note">{item.format}</p>}
  </Section>
)

const Content = ({ cell }: { cell: CellRef }) => {
  const view = useView()
  const findings = findingsAt(useShownFindings(), cell.item, cell.row)
  const item = itemOf(view.pack, cell.item)
  if (!item) return null
  return (
    <>
      <Head view={view} cell={cell} item={item} />
      <Explanation item={item} />
      {findings.map((finding) => <FindingCard key={`${finding.rule}${finding.item}${finding.row}`} finding={finding} here={cell} />)}
      <Thread view={view} cell={cell} item={item} />
      <Trace view={view} item={item} />
      <CellNote view={view} cell={cell} item={item} />
      <History view={view} cell={cell} item={item} />
    </>
  )
}

const Rail = ({ open }: { open: () => void }) => {
  const { stop, verify } = useOpenFindings()
  const count = stop.length + verify.length
  return (
    <aside className="rail" data-region="panel" aria-label={t.panel.label}>
      <button type="button" className="rail-button" aria-label={t.panel.expand} onClick={open}><Icon name="left" /></button>
      <button type="button" className="rail-button" onClick={open}><Icon name="info" /><span>{t.panel.rail.info}</span></button>
      <button type="button" className="rail-button" onClick={open}><Icon name={stop.length > 0 ? 'stop' : verify.length > 0 ? 'verify' : 'done'} /><span>{t.panel.rail.findings}</span>{count > 0 && <span>{count}</span>}</button>
      <button type="button" className="rail-button" onClick={open}><Icon name="history" /><span>{t.panel.rail.history}</span></button>
    </aside>
  )
}

/** The panel that follows the caret; a narrow rail beside wide tables and in narrow windows. */
export const SidePanel = () => {
  const wide = useNav((s) => s.part !== null)
  const narrow = usePage((s) => s.size === 'narrow')
  const [choice, setChoice] = useState<{ readonly when: string; readonly open: boolean } | null>(null)
  const when = `${wide}/${narrow}`
  const form = useNav((s) => s.form)
  const cell = useFocus((s) => (s.cell?.form === form ? s.cell : null))
  const open = choice?.when === when ? choice.open : !wide && !narrow
  if (!open) return <Rail open={() => setChoice({ when, open: true })} />
  return (
    <aside className="side" data-region="panel" aria-label={t.panel.label} tabIndex={-1}>
      {cell ? <Content cell={cell} /> : <p className="panel-none">{t.panel.none}</p>}
      <button type="button" className="panel-close" aria-label={t.panel.collapse} title={t.panel.collapse} onClick={() => setChoice({ when, open: false })}><Icon name="right" size={14} /></button>
    </aside>
  )
}
