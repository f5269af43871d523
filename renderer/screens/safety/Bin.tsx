import type { Request } from '../../../core/contract.ts'
import type { Binned } from '../../../core/contract/safety.ts'
import { call } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { t } from '../../text/texts.ts'
import { useSafety } from './safety.ts'

const b = t.safety.bin
const kindOf = (one: Binned): string => (one.what === 'unit' ? b.unit : one.what === 'filing' ? b.filing(one.year) : b.row(one.tableName))
const detailOf = (one: Binned): string => {
  if (one.what === 'unit') return `${one.unitId}　${b.filings(one.filings)}`
  if (one.what === 'filing') return `${b.cells(one.cells)}${one.sealed > 0 ? `　${b.sealed(one.sealed)}` : ''}`
  return `${t.bar.year(one.year)}　${one.text}`
}
const askOf = (one: Binned): Request<'bin.restore'> => {
  if (one.what === 'unit') return { what: 'unit', unit: one.unit }
  if (one.what === 'filing') return { what: 'filing', filing: one.filing }
  return { what: 'row', filing: one.filing, table: one.table, row: one.row }
}
const keyOf = (one: Binned): string => Object.values(askOf(one)).join('/')

const restore = (one: Binned): Promise<boolean> => useSafety.getState().replace(() => call('bin.restore', askOf(one)), b.restored(`${one.name}　${kindOf(one)}`))

const empty = async (): Promise<void> => {
  const { run, load } = useSafety.getState()
  if (await run(() => call('bin.empty', { all: false }), ({ removed }) => b.cleared(removed))) await load()
}

const Line = ({ one, busy }: { one: Binned; busy: boolean }) => (
  <tr data-binned={one.what}>
    <td><b>{one.name}</b><div className="safety-extra">{kindOf(one)}</div></td>
    <td>{detailOf(one)}</td>
    <td>{shortTime(one.at, new Date(), t.today)}</td>
    <td>{(one.what === 'row' ? null : one.reason) ?? <span className="grey">{t.safety.none}</span>}</td>
    <td className="num"><button type="button" className="btn small-btn" disabled={busy} aria-label={`${b.restore} ${one.name} ${kindOf(one)}`} onClick={() => void restore(one)} data-bin-restore>{b.restore}</button></td>
  </tr>
)

/** 回收站: what was deleted, each with its way back. */
export const Bin = () => {
  const bin = useSafety((s) => s.bin)
  const busy = useSafety((s) => s.busy)
  if (!bin) return <section className="panel safety-list" aria-busy="true" />
  if (bin.length === 0) return <section className="panel safety-empty"><p>{b.empty}</p></section>
  return (
    <section className="panel safety-list" aria-label={b.list} data-region="form">
      <div className="safety-bar"><p className="grow">{b.lead}</p><button type="button" className="link" disabled={busy} onClick={() => void empty()}>{b.clear}</button></div>
      <div className="safety-scroll" tabIndex={-1}>
        <table className="safety-table" aria-label={b.list}>
          <colgroup><col /><col /><col style={{ width: 112 }} /><col style={{ width: 190 }} /><col style={{ width: 92 }} /></colgroup>
          <thead><tr><th scope="col">{b.head.what}</th><th scope="col">{b.head.detail}</th><th scope="col">{b.head.at}</th><th scope="col">{b.head.reason}</th><th scope="col" className="num"><span className="sr">{b.head.act}</span></th></tr></thead>
          <tbody>{bin.map((one) => <Line key={keyOf(one)} one={one} busy={busy} />)}</tbody>
        </table>
      </div>
    </section>
  )
}
