import { Select } from 'antd'
import { useEffect } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import type { HistoryLine } from '../../../core/contract/safety.ts'
import { call, dialog } from '../../api.ts'
import { clockTime, shortTime } from '../../grid/dates.ts'
import { catalogOf, codeOf } from '../../store/catalog.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { asked, noFilter, useHistory } from './historyState.ts'
import { useSafety } from './safety.ts'

const h = t.safety.history

const exportAll = async (view: FilingView): Promise<void> => {
  const [path] = await dialog('dialog.save', { title: h.exportTitle, name: h.exportName(view.unit.name, view.pack.year), kinds: 'table' })
  if (path) await useSafety.getState().run(() => call('history.export', { ...asked(view.filing, useHistory.getState().filter), path }), ({ lines }) => h.exported(lines))
}

const itemsOf = (view: FilingView): { value: string; label: string }[] => [
  { value: '', label: h.allItems },
  ...[...catalogOf(view.pack).places.values()].map(({ item }) => ({ value: item.key, label: `${codeOf(view.pack, item.key)}　${item.name}` })),
]

const Filters = ({ view }: { view: FilingView }) => {
  const { filter, people, set } = useHistory()
  const change = (patch: Partial<typeof filter>): void => void set(view.filing, patch)
  return (
    <div className="safety-filters" role="group" aria-label={h.filters}>
      <label htmlFor="history-item">{h.item}</label>
      <Select id="history-item" className="safety-item" showSearch={{ optionFilterProp: 'label' }} value={filter.item} options={itemsOf(view)} onChange={(item: string) => change({ item })} popupMatchSelectWidth={360} aria-label={h.item} />
      <label htmlFor="history-person">{h.person}</label>
      <select id="history-person" className="field" value={filter.person} onChange={(event) => change({ person: event.target.value })}>
        <option value="">{h.allPeople}</option>
        {people.map((person) => <option key={person} value={person}>{person}</option>)}
      </select>
      <label htmlFor="history-from">{h.from}</label>
      <div className="safety-day"><DateField id="history-from" label={h.from} value={filter.from} commit={(from) => change({ from })} /></div>
      <label htmlFor="history-to">{h.to}</label>
      <div className="safety-day"><DateField id="history-to" label={h.to} value={filter.to} commit={(to) => change({ to })} /></div>
      {Object.values(filter).some(Boolean) && <button type="button" className="link" onClick={() => change(noFilter)}>{h.clear}</button>}
    </div>
  )
}

const Text = ({ text }: { text: string }) => (text === '' ? <span className="grey">{t.safety.blank}</span> : text)

/** Figures stand at the right, sentences at the left. */
const side = (text: string): string => (text.length > 14 ? '' : 'num')

const Line = ({ line, code }: { line: HistoryLine; code: string }) => (
  <tr data-change={line.item}>
    <td>{shortTime(line.at, new Date(), t.today).replace(/ .*/, '')} {clockTime(line.at)}</td>
    <td>{line.userName || line.osUser}</td>
    <td>{code && <span className="grey">{code}　</span>}{line.label}{h.acts[line.kind] && <span className="grey">　{h.acts[line.kind]}</span>}{line.row !== null && <span className="grey">　{line.rowKey ?? t.safety.row(line.row)}</span>}</td>
    <td className={`${side(line.old)} safety-old`}><Text text={line.old} /></td>
    <td className={side(line.now)}><Text text={line.now} /></td>
    <td>{line.reason}</td>
  </tr>
)

const Table = ({ view, lines }: { view: FilingView; lines: readonly HistoryLine[] }) => (
  <table className="safety-table" aria-label={h.list}>
    <colgroup><col style={{ width: 128 }} /><col style={{ width: 112 }} /><col /><col style={{ width: 148 }} /><col style={{ width: 148 }} /><col style={{ width: 170 }} /></colgroup>
    <thead><tr><th scope="col">{h.head.at}</th><th scope="col">{h.head.who}</th><th scope="col">{h.head.where}</th><th scope="col" className="num">{h.head.old}</th><th scope="col" className="num">{h.head.now}</th><th scope="col">{h.head.reason}</th></tr></thead>
    <tbody>{lines.map((line) => <Line key={line.id} line={line} code={line.kind === 'explain' ? line.item : codeOf(view.pack, line.item)} />)}</tbody>
  </table>
)

/** 变更记录: every change of the open filing, filtered, as a table or as a workbook. */
export const History = () => {
  const view = useFiling((s) => s.view)
  const { total, lines } = useHistory()
  const busy = useSafety((s) => s.busy)
  const filing = view?.filing
  useEffect(() => {
    useHistory.setState({ lines: null })
    if (filing !== undefined) void useHistory.getState().set(filing, noFilter)
  }, [filing])
  if (!view) return <section className="panel safety-empty"><p>{h.noFiling}</p><button type="button" className="btn solid" onClick={() => useNav.getState().go('home')}>{h.goHome}</button></section>
  return (
    <section className="panel safety-list" aria-label={h.list} data-region="form">
      <div className="safety-bar"><p className="grow">{h.lead(view.unit.name, view.pack.year)}　<b data-history-total={total}>{h.count(total)}</b></p><button type="button" className="btn" disabled={busy || total === 0} onClick={() => void exportAll(view)} data-history-export><Icon name="table" />{h.export}</button></div>
      <Filters view={view} />
      <div className="safety-scroll" tabIndex={0} role="region" aria-label={h.list}>
        {lines && lines.length === 0 && <p className="safety-hint">{h.empty}</p>}
        {lines && lines.length > 0 && <Table view={view} lines={lines} />}
        {lines && lines.length < total && <button type="button" className="link safety-older" onClick={() => void useHistory.getState().older(view.filing)}>{h.older}</button>}
      </div>
    </section>
  )
}
