import { Select } from 'antd'
import type { FilingView } from '../../../core/contract.ts'
import type { ImportCell } from '../../../core/import/plan.ts'
import { optionsOf, shownText } from '../../grid/show.ts'
import { codeOf, itemOf } from '../../store/catalog.ts'
import { say, t } from '../../text/texts.ts'
import { useImporting } from './importing.ts'
import { VerdictIcon } from './VerdictIcon.tsx'

const i = t.importing

const shown = (view: FilingView, key: string, text: string): string => {
  const item = itemOf(view.pack, key)
  return item ? shownText(view.pack, item, text) : text
}

/** For a word that no code is called by: which code it is. */
const CodeChoice = ({ view, cell }: { view: FilingView; cell: ImportCell }) => {
  const item = itemOf(view.pack, cell.item)
  if (cell.problem?.code !== 'import-code-unknown' || !item) return null
  const options = optionsOf(view.pack, item).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
  return <Select className="import-code" size="small" showSearch={{ optionFilterProp: 'label' }} value={null} placeholder={i.pickCode} options={options} onChange={(code: string | null) => code && void useImporting.getState().assign(cell, code)} popupMatchSelectWidth={280} aria-label={`${i.pickCode} ${cell.source}`} />
}

const Line = ({ view, cell }: { view: FilingView; cell: ImportCell }) => (
  <tr data-import-cell={`${cell.sheet}!${cell.cell}`} data-verdict={cell.verdict} className={cell.verdict === 'refused' ? 'import-bad' : ''}>
    <td>{cell.sheet}<span className="grey">　{cell.cell}</span></td>
    <td className="num">{cell.source}</td>
    <td><span className="grey">{codeOf(view.pack, cell.item)}</span>　{cell.name}{cell.table !== null && <div className="safety-extra">{cell.added !== null ? i.added(cell.added) : ''}　{cell.rowKey}</div>}</td>
    <td className="num">{cell.verdict !== 'same' && cell.old !== '' && <><s className="grey">{shown(view, cell.item, cell.old)}</s>　</>}{cell.now === '' ? <span className="grey">{cell.verdict === 'refused' ? t.safety.none : i.blank}</span> : <b>{shown(view, cell.item, cell.now)}</b>}</td>
    <td><VerdictIcon verdict={cell.verdict}>{i.verdict[cell.verdict]}</VerdictIcon>{(cell.problem ?? cell.note) && <div className="safety-extra">{say(cell.problem ?? cell.note ?? { code: 'fault', params: {} })}</div>}<CodeChoice view={view} cell={cell} /></td>
  </tr>
)

/** Where each cell comes from, what stands there, what it will be, and its verdict. At most a thousand are drawn. */
export const CellTable = ({ view, cells }: { view: FilingView; cells: readonly ImportCell[] }) => (
  <table className="safety-table" aria-label={i.cells}>
    <colgroup><col style={{ width: 150 }} /><col style={{ width: 130 }} /><col /><col style={{ width: 190 }} /><col style={{ width: 210 }} /></colgroup>
    <thead><tr><th scope="col">{i.head.source}</th><th scope="col" className="num">{i.head.text}</th><th scope="col">{i.head.item}</th><th scope="col" className="num">{i.head.now}</th><th scope="col">{i.head.verdict}</th></tr></thead>
    <tbody>{cells.slice(0, 1000).map((cell, at) => <Line key={at} view={view} cell={cell} />)}</tbody>
  </table>
)
