import type { Answer, FilingView } from '../../../core/contract.ts'
import type { PartOf } from '../../../core/import/mapping.ts'
import { t } from '../../text/texts.ts'
import { changePart } from './importing.ts'
import { headingsOf, tablesOf, unitNamed } from './parts.ts'
import { UnitChoice } from './UnitChoice.tsx'

const i = t.importing
type TablePart = PartOf<'table'>
type Look = Answer<'import.look'>

const withColumn = (part: TablePart, at: { readonly column: string; readonly header: string }, item: string, unit: string | null): TablePart => {
  const others = part.columns.filter((one) => one.at.column !== at.column && one.item !== item)
  return { ...part, columns: item === '' ? others : [...others, { at: { column: at.column, header: at.header || null }, item, unit, codes: {} }].toSorted((a, b) => a.at.column.length - b.at.column.length || a.at.column.localeCompare(b.at.column)) }
}

const Column = ({ id, part, at, view }: { id: number; part: TablePart; at: { column: string; header: string }; view: FilingView }) => {
  const table = tablesOf(view.pack).find(({ key }) => key === part.table)
  const one = part.columns.find((column) => column.at.column === at.column)
  return (
    <li className="import-line">
      <span className="import-heading"><span className="grey">{at.column}</span> {at.header}</span>
      <select className={`field import-target ${one ? '' : 'grey'}`} aria-label={`${i.column} ${at.column} ${at.header}`} value={one?.item ?? ''} onChange={(event) => changePart(id, withColumn(part, at, event.target.value, unitNamed(table?.columns.find(({ key }) => key === event.target.value) ?? null, at.header)))} data-import-column={at.column}>
        <option value="">{i.notUsed}</option>
        {table?.columns.filter((item) => item.required !== 'computed').map((item) => <option key={item.key} value={item.key}>{item.no} {item.name}</option>)}
      </select>
      {one && <UnitChoice view={view} item={one.item} unit={one.unit} label={`${i.unit} ${at.header}`} change={(unit) => changePart(id, { ...part, columns: part.columns.map((other) => (other === one ? { ...one, unit } : other)) })} />}
    </li>
  )
}

const modes = ['match', 'add', 'replace'] as const

/** A repeating table filled row by row: where its headings are, and what each column is. */
export const TableCard = ({ id, part, view, look }: { id: number; part: TablePart; view: FilingView; look: Look }) => (
  <>
    <div className="import-line import-table-head">
      <label>{i.table}<select className="field" value={part.table} onChange={(event) => changePart(id, { ...part, table: event.target.value, columns: [] })} data-import-table>{tablesOf(view.pack).map((table) => <option key={table.key} value={table.key}>{table.no} {table.name}</option>)}</select></label>
      <label>{i.headerRow}<input className="field import-col" type="number" min={1} max={1000} value={part.headerRow} onChange={(event) => Number(event.target.value) >= 1 && changePart(id, { ...part, headerRow: Math.floor(Number(event.target.value)), columns: [] })} /></label>
      <label>{i.mode}<select className="field" value={part.mode} onChange={(event) => changePart(id, { ...part, mode: modes.find((mode) => mode === event.target.value) ?? 'match' })}>{modes.map((mode) => <option key={mode} value={mode}>{i.modes[mode]}</option>)}</select></label>
    </div>
    <ul>{headingsOf(look, part).filter(({ column, header }) => header !== '' || part.columns.some((one) => one.at.column === column)).map((at) => <Column key={at.column} id={id} part={part} at={at} view={view} />)}</ul>
  </>
)
