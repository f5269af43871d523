import type { FilingView } from '../../../core/contract.ts'
import type { PartDifference, PartVerdict } from '../../../core/part/compare.ts'
import { cellsIn, undecided } from '../../../core/part/merge.ts'
import type { PartPreview } from '../../../core/contract/parting.ts'
import { shortTime } from '../../grid/dates.ts'
import { shownText } from '../../grid/show.ts'
import { catalogOf, codeOf, itemOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { choose, comingIn, lookAtReturned, mergeReturned, needsEyes, useParts } from './parting.ts'

const p = t.part
const icons: Readonly<Record<PartVerdict, IconName>> = { theirs: 'plus', mine: 'lock', conflict: 'verify', same: 'done' }

/** What a person calls the place of a difference. */
const whereOf = (view: FilingView, one: PartDifference): string => {
  const row = one.table === null ? '' : `　${p.row(one.rowKey ?? String(one.row ?? ''))}`
  if (one.kind === 'order') return `${one.form}　${catalogOf(view.pack).tables.get(one.table ?? '')?.name ?? ''}　${p.order}`
  if (one.kind === 'remark') return `${one.item === null ? one.form : `${codeOf(view.pack, one.item)}　${itemOf(view.pack, one.item)?.name ?? one.item}`}${row}　${one.about === 'note' ? p.cellNote : p.explanation}${one.rule === null ? '' : ` ${one.rule}`}`
  if (one.kind === 'row') return `${one.form}　${catalogOf(view.pack).tables.get(one.table ?? '')?.name ?? ''}${row}`
  return `${codeOf(view.pack, one.item)}　${itemOf(view.pack, one.item)?.name ?? one.item}${row}`
}

/** The first rows of a table in an order, by what they are called. */
const namesIn = (view: FilingView, table: string | null, ids: readonly number[]): string => {
  const key = catalogOf(view.pack).tables.get(table ?? '')?.rowKey ?? ''
  const rows = new Map((view.data.tables[table ?? ''] ?? []).map((r) => [r.id, r.cells[key] ?? '']))
  return `${ids.slice(0, 6).map((id) => rows.get(id) || String(id)).join('、')}${ids.length > 6 ? '…' : ''}`
}

const Side = ({ view, one, side }: { view: FilingView; one: PartDifference; side: 'base' | 'mine' | 'theirs' }) => {
  if (one.kind === 'cell') {
    const item = itemOf(view.pack, one.item)
    return one[side] === '' ? <span className="grey">{p.blank}</span> : item ? shownText(view.pack, item, one[side]) : one[side]
  }
  if (one.kind === 'remark') return one[side] === null ? <span className="grey">{p.blank}</span> : <span className="part-said">{one[side].text}{one.about === 'note' && one[side].shared && <span className="grey">　{p.shared}</span>}</span>
  if (one.kind === 'order') return <>{namesIn(view, one.table, one[side])}</>
  const cells = one[side]
  if (cells === null) return <span className="grey">{one.base === null ? p.rowNone : p.rowGone}</span>
  const shown = Object.entries(cells).slice(0, 4).map(([key, text]) => { const item = itemOf(view.pack, key); return item ? shownText(view.pack, item, text) : text })
  return <>{one.base === null ? p.rowNew : p.rowHere}<span className="safety-extra part-row">{shown.join('，')}</span></>
}

const Choice = ({ one, where }: { one: PartDifference; where: string }) => {
  const take = useParts((s) => s.choices.get(one.id))
  if (one.verdict !== 'conflict') return <Mark name={icons[one.verdict]} className="c-accent">{p.verdict[one.verdict]}</Mark>
  return (
    <div role="radiogroup" aria-label={p.choice(where)} className="part-choice">
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side}><input type="radio" name={`part-${one.id}`} checked={take === side} onChange={() => choose([one.id], side)} data-take={side} />{side === 'mine' ? p.takeMine : p.takeTheirs}</label>
      ))}
    </div>
  )
}

const Line = ({ view, one }: { view: FilingView; one: PartDifference }) => {
  const where = whereOf(view, one)
  return (
    <tr data-difference={one.id} data-verdict={one.verdict}>
      <th scope="row">{where}{one.verdict === 'conflict' && <div><Mark name="verify">{p.verdict.conflict}</Mark></div>}</th>
      <td><Side view={view} one={one} side="base" /></td>
      <td><Side view={view} one={one} side="mine" /></td>
      <td><Side view={view} one={one} side="theirs" /></td>
      <td><Choice one={one} where={where} /></td>
    </tr>
  )
}

const Head = ({ preview, conflicts }: { preview: PartPreview; conflicts: readonly string[] }) => (
  <div className="safety-bar">
    <span>{p.from(preview.by, shortTime(preview.returnedAt, new Date(), t.today))}　{preview.forms.map((form) => (form === 'signoff' ? p.signoff : form)).join('、')}　{preview.signer === null ? p.unsigned : p.signed(preview.signer)}</span>
    <span className="grow" />
    {conflicts.length > 1 && <><button type="button" className="link" onClick={() => choose(conflicts, 'mine')}>{p.allMine}</button><button type="button" className="link" onClick={() => choose(conflicts, 'theirs')} data-all-theirs>{p.allTheirs}</button></>}
    <button type="button" className="link" onClick={() => void lookAtReturned()}>{p.seeOther}</button>
  </div>
)

const Foot = ({ preview }: { preview: PartPreview }) => {
  const busy = useParts((s) => s.busy)
  const choices = useParts((s) => s.choices)
  const open = undecided(preview.differences, choices).length
  const n = comingIn(preview.differences, choices).reduce((sum, one) => sum + cellsIn(one), 0)
  const quiet = preview.counts.mine + preview.counts.same
  const ready = open === 0 && n > 0 && !busy
  useCtrlEnter(ready ? () => void mergeReturned() : null)
  return (
    <footer className="safety-confirm">
      <p className="grow" role="status">{open > 0 ? p.undecided(open) : quiet > 0 && p.quiet(quiet)}</p>
      <button type="button" className="btn" onClick={() => useParts.setState({ returned: null })}>{p.cancel}</button>
      <button type="button" className="btn solid" disabled={!ready} onClick={() => void mergeReturned()} data-part-merge>{p.merge(n)}<Kbd>Ctrl Enter</Kbd></button>
    </footer>
  )
}

/** A returned file against what was given and what is here; conflicts are decided one by one. */
export const Returned = ({ view, preview }: { view: FilingView; preview: PartPreview }) => {
  const list = preview.differences.filter(needsEyes).toSorted((a, b) => Number(b.verdict === 'conflict') - Number(a.verdict === 'conflict'))
  return (
    <>
      <Head preview={preview} conflicts={list.filter((one) => one.verdict === 'conflict').map((one) => one.id)} />
      {list.length === 0 ? <p className="safety-hint part-grow">{p.nothing}</p> : (
        <div className="safety-scroll" tabIndex={0} role="region" aria-label={p.list}>
          <table className="safety-table part-table" aria-label={p.list}>
            <colgroup><col /><col style={{ width: '16%' }} /><col style={{ width: '16%' }} /><col style={{ width: '16%' }} /><col style={{ width: 150 }} /></colgroup>
            <thead><tr><th scope="col">{p.head.where}</th><th scope="col">{p.head.base}</th><th scope="col">{p.head.mine}</th><th scope="col">{p.head.theirs}</th><th scope="col">{p.head.then}</th></tr></thead>
            <tbody>{list.map((one) => <Line key={one.id} view={view} one={one} />)}</tbody>
          </table>
        </div>
      )}
      <Foot preview={preview} />
    </>
  )
}
