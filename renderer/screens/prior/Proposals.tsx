import type { FilingView } from '../../../core/contract.ts'
import type { PriorProposal } from '../../../core/contract/incoming.ts'
import { shownText } from '../../grid/show.ts'
import { codeOf, itemOf } from '../../store/catalog.ts'
import { useFiling } from '../../store/filing.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { t } from '../../text/texts.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { changing, keyOf, usePriors } from './priors.ts'

const p = t.prior

const shown = (view: FilingView, key: string, text: string): string => {
  const item = itemOf(view.pack, key)
  return item ? shownText(view.pack, item, text) : text
}

const toggle = (key: string): void => {
  const taken = new Set(usePriors.getState().taken)
  if (!taken.delete(key)) taken.add(key)
  usePriors.getState().take(taken)
}

const Line = ({ view, one, on }: { view: FilingView; one: PriorProposal; on: boolean }) => {
  const name = `${codeOf(view.pack, one.item)} ${one.name}${one.rowKey ? ` ${one.rowKey}` : ''}`
  return (
    <tr data-proposal={keyOf(one)} data-state={one.state}>
      <td><input type="checkbox" checked={on} aria-label={p.takeOne(name)} onChange={() => toggle(keyOf(one))} /></td>
      <td><span className="grey">{codeOf(view.pack, one.item)}</span>　{one.name}{one.table !== null && <div className="safety-extra">{one.rowKey}{one.present === null && `　${p.newRow}`}</div>}</td>
      <td>{shown(view, one.item, one.last)}</td>
      <td>{one.now === '' ? <span className="grey">{p.blank}</span> : shown(view, one.item, one.now)}</td>
      <td><Mark name={one.state === 'fills' ? 'plus' : 'pen'} className="c-accent">{p.state[one.state]}</Mark></td>
    </tr>
  )
}

const Choose = ({ items }: { items: readonly PriorProposal[] }) => {
  const { take } = usePriors.getState()
  return (
    <div className="safety-acts prior-choose">
      <button type="button" className="link" onClick={() => take(new Set(items.map(keyOf)))} data-take-all>{p.all}</button>
      <button type="button" className="link" onClick={() => take(new Set(items.filter((one) => one.state === 'fills').map(keyOf)))}>{p.allFills}</button>
      <button type="button" className="link" onClick={() => take(new Set())}>{p.none}</button>
    </div>
  )
}

const Foot = ({ n, same }: { n: number; same: number }) => {
  const busy = usePriors((s) => s.busy)
  const accept = (): void => void usePriors.getState().accept()
  useCtrlEnter(n > 0 && !busy ? accept : null)
  return (
    <footer className="safety-confirm">
      <p className="grow">{same > 0 && p.hideSame(same)}</p>
      <button type="button" className="btn solid" disabled={n === 0 || busy} onClick={accept} data-prior-accept>{p.take(n)}<Kbd>Ctrl Enter</Kbd></button>
    </footer>
  )
}

/** The 带入 items of last year beside this year's: each is taken or left, nothing by itself. */
export const Proposals = () => {
  const view = useFiling((s) => s.view)
  const look = usePriors((s) => s.look)
  const proposals = usePriors((s) => s.proposals)
  const taken = usePriors((s) => s.taken)
  if (!view || !look) return <p className="safety-hint" aria-busy="true" />
  if (isReadOnly(view.state)) return <p className="safety-hint">{p.readOnly}</p>
  if (look.use === 'none' || !proposals) return <div className="safety-hint prior-turn"><p>{p.noPrior}</p><button type="button" className="btn solid" onClick={() => void usePriors.getState().read()}>{p.read}</button></div>
  const items = changing(proposals)
  if (items.length === 0) return <p className="safety-hint">{p.empty}</p>
  return (
    <>
      <div className="prior-lead"><p className="grow">{p.lead(items.length)}</p><Choose items={items} /></div>
      <div className="safety-scroll" tabIndex={-1}>
        <table className="safety-table prior-table" aria-label={p.list}>
          <colgroup><col style={{ width: 56 }} /><col /><col style={{ width: '24%' }} /><col style={{ width: '20%' }} /><col style={{ width: 128 }} /></colgroup>
          <thead><tr><th scope="col">{p.head.take}</th><th scope="col">{p.head.item}</th><th scope="col">{p.head.last}</th><th scope="col">{p.head.now}</th><th scope="col">{p.head.state}</th></tr></thead>
          <tbody>{items.map((one) => <Line key={keyOf(one)} view={view} one={one} on={taken.has(keyOf(one))} />)}</tbody>
        </table>
      </div>
      <Foot n={items.filter((one) => taken.has(keyOf(one))).length} same={proposals.items.length - items.length} />
    </>
  )
}
