import type { Answer, FilingView } from '../../../core/contract.ts'
import type { ColumnRef, PartOf } from '../../../core/import/mapping.ts'
import { isNumeric } from '../../grid/show.ts'
import { t } from '../../text/texts.ts'
import { changePart } from './importing.ts'
import { ItemChoice } from './ItemChoice.tsx'
import { headingsOf, tablesOf, unitNamed } from './parts.ts'
import { UnitChoice } from './UnitChoice.tsx'

const i = t.importing
type Look = Answer<'import.look'>
type Headings = ReturnType<typeof headingsOf>
type Op = PartOf<'tally'>['op']
interface Measure { readonly op: Op; readonly of: ColumnRef | null }
interface Props<P> { readonly id: number; readonly part: P; readonly view: FilingView; readonly look: Look }

const ops = ['sum', 'distinct'] as const
const named = (at: Headings[number]): string => at.header || at.column
const refOf = (headings: Headings, column: string): ColumnRef => ({ column, header: headings.find((one) => one.column === column)?.header || null })

/** Rows counted, a column added up, or its different values counted; '' is nothing. */
const MeasureChoice = ({ headings, measure, label, blank, change }: { headings: Headings; measure: Measure | null; label: string; blank: boolean; change: (measure: Measure | null) => void }) => (
  <select
    className={`field import-target ${measure ? '' : 'grey'}`} aria-label={label} value={measure ? `${measure.op}/${measure.of?.column ?? ''}` : ''}
    onChange={({ target }) => {
      const [op, column = ''] = target.value.split('/')
      const known = ops.find((one) => one === op)
      change(op === 'count' ? { op: 'count', of: null } : known ? { op: known, of: refOf(headings, column) } : null)
    }}
  >
    {blank && <option value="">{i.notUsed}</option>}
    <option value="count/">{i.tally('count', '')}</option>
    {ops.flatMap((op) => headings.map((at) => <option key={`${op}/${at.column}`} value={`${op}/${at.column}`}>{i.tally(op, named(at))}</option>))}
  </select>
)

const HeaderRow = ({ value, change }: { value: number; change: (row: number) => void }) => (
  <label>{i.headerRow}<input className="field import-col" type="number" min={1} max={1000} value={value} onChange={(event) => Number(event.target.value) >= 1 && change(Math.floor(Number(event.target.value)))} /></label>
)

/** A list counted or added up into one item. */
export const TallyCard = ({ id, part, view, look }: Props<PartOf<'tally'>>) => (
  <>
    <div className="import-line import-table-head"><HeaderRow value={part.headerRow} change={(headerRow) => changePart(id, { ...part, headerRow })} /></div>
    <div className="import-line">
      <MeasureChoice headings={headingsOf(look, part)} measure={part} label={i.how} blank={false} change={(measure) => changePart(id, { ...part, ...(measure ?? { op: 'count', of: null }), unit: null })} />
      <ItemChoice view={view} item={part.item} change={(item) => changePart(id, { ...part, item, unit: null })} />
      {part.op === 'sum' && <UnitChoice view={view} item={part.item} unit={part.unit} label={i.unit} change={(unit) => changePart(id, { ...part, unit })} />}
    </div>
  </>
)

/** A list of single cases, counted and added up by class into the rows of a table. */
export const GroupCard = ({ id, part, view, look }: Props<PartOf<'group'>>) => {
  const headings = headingsOf(look, part)
  const table = tablesOf(view.pack).find(({ key }) => key === part.table)
  const measured = (item: string, measure: Measure | null, unit: string | null = null): void =>
    changePart(id, { ...part, measures: [...part.measures.filter((one) => one.item !== item), ...(measure ? [{ ...measure, item, unit }] : [])] })
  return (
    <>
      <div className="import-line import-table-head">
        <label>{i.table}<select className="field" value={part.table} onChange={(event) => changePart(id, { ...part, table: event.target.value, by: { ...part.by, item: tablesOf(view.pack).find(({ key }) => key === event.target.value)?.rowKey ?? '' }, measures: [] })}>{tablesOf(view.pack).map((one) => <option key={one.key} value={one.key}>{one.no} {one.name}</option>)}</select></label>
        <HeaderRow value={part.headerRow} change={(headerRow) => changePart(id, { ...part, headerRow, by: { ...part.by, at: { ...part.by.at, header: null } }, measures: [] })} />
        <label>{i.by}<select className="field" value={part.by.at.column} onChange={(event) => changePart(id, { ...part, by: { ...part.by, at: refOf(headings, event.target.value) } })} data-import-by>{headings.map((at) => <option key={at.column} value={at.column}>{at.column} {at.header}</option>)}</select></label>
      </div>
      <ul>
        {table?.columns.filter((item) => item.key !== table.rowKey && isNumeric(item) && item.required !== 'computed').map((item) => {
          const one = part.measures.find((measure) => measure.item === item.key) ?? null
          return (
            <li key={item.key} className="import-line">
              <span className="import-heading"><span className="grey">{item.no}</span> {item.name}</span>
              <MeasureChoice headings={headings} measure={one} label={`${i.how} ${item.name}`} blank change={(measure) => measured(item.key, measure, measure?.op === 'sum' ? unitNamed(item, measure.of?.header ?? '') : null)} />
              {one?.op === 'sum' && <UnitChoice view={view} item={item.key} unit={one.unit} label={`${i.unit} ${item.name}`} change={(unit) => measured(item.key, one, unit)} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}
