import type { Answer } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useImporting } from './importing.ts'
import { lettersOf, wholeParts } from './parts.ts'

const i = t.importing
type Sheet = Answer<'import.look'>['sheets'][number]

/** Cells and columns of a sheet that the mapping takes, for marking. */
const useTaken = (sheet: string): { readonly cells: ReadonlySet<string>; readonly columns: ReadonlySet<string> } => {
  const parts = wholeParts(useImporting((s) => s.parts)).filter((part) => part.sheet === sheet)
  return {
    cells: new Set(parts.flatMap((part) => (part.kind === 'cell' ? [part.cell] : []))),
    columns: new Set(parts.flatMap((part) => (part.kind === 'table' ? part.columns.map(({ at }) => at.column) : part.kind === 'lookup' ? [part.valueAt.column] : []))),
  }
}

/** A click on a sample cell gives it to the part that is being edited. */
const take = (sheet: string, cell: string): void => {
  const { here, parts, set } = useImporting.getState()
  set({ parts: parts.map((one) => (one.id === here && one.part.kind === 'cell' ? { ...one, part: { ...one.part, sheet, cell } } : one)) })
}

const Rows = ({ sheet, picking }: { sheet: Sheet; picking: boolean }) => {
  const { cells, columns } = useTaken(sheet.name)
  return sheet.sample.map(({ row, cells: line }) => (
    <tr key={row}>
      <th scope="row" className="num">{row}</th>
      {line.map(({ cell, text, kind, damaged }) => (
        <td key={cell} className={`${kind === 'number' ? 'num' : ''} ${cells.has(cell) ? 'import-taken' : ''} ${columns.has(cell.replace(/\d+$/, '')) ? 'import-column' : ''}`}>
          {picking && text !== '' ? <button type="button" className="import-cell" aria-label={i.choose(cell, text)} onClick={() => take(sheet.name, cell)}>{text}</button> : text}
          {damaged && <Mark name="stop"><span className="small">{i.damaged}</span></Mark>}
        </td>
      ))}
    </tr>
  ))
}

/** The first rows of each sheet as they stand in the file. */
export const Sample = ({ sheets }: { sheets: readonly Sheet[] }) => {
  const shown = useImporting((s) => s.sheet)
  const picking = useImporting((s) => s.parts.some((one) => one.id === s.here && one.part.kind === 'cell'))
  const sheet = sheets.find(({ name }) => name === shown) ?? sheets[0]
  if (!sheet) return null
  const wide = Math.max(0, ...sheet.sample.map(({ cells }) => cells.length))
  return (
    <section className="panel safety-list" aria-label={i.sheets} data-region="form">
      <div className="safety-bar import-sheets">
        <div className="seg" role="group" aria-label={i.sheets}>
          {sheets.map(({ name }) => <button key={name} type="button" aria-pressed={name === sheet.name} onClick={() => useImporting.getState().set({ sheet: name })} data-sheet={name}>{name}</button>)}
        </div>
        <span className="grow" />
        <span>{i.size(sheet.rows, sheet.columns)}　{i.sample(sheet.sample.length)}</span>
      </div>
      <div className="safety-scroll" tabIndex={0} role="region" aria-label={sheet.name}>
        <table className="import-sample" aria-label={sheet.name}>
          <thead><tr><th scope="col"><span className="sr">{i.rowHead}</span></th>{Array.from({ length: wide }, (_, at) => <th key={at} scope="col">{lettersOf(at)}</th>)}</tr></thead>
          <tbody><Rows sheet={sheet} picking={picking} /></tbody>
        </table>
      </div>
    </section>
  )
}
