import type { FilingView } from '../../../../core/contract.ts'
import { usePasting } from '../../../grid/paste/pasting.ts'
import type { Pasting } from '../../../grid/paste/pasting.ts'
import type { Preview, PreviewColumn } from '../../../grid/paste/preview.ts'
import { catalogOf } from '../../../store/catalog.ts'
import { t } from '../../../text/texts.ts'

interface Props { readonly preview: Preview; readonly pasting: Pasting; readonly mapping: boolean; readonly columns: string; readonly view: FilingView }

/** Chooses which item a column of the copy goes to; taken from another column, it leaves that one. */
const ColumnChoice = ({ column, preview, pasting, view }: Omit<Props, 'mapping' | 'columns'> & { column: PreviewColumn }) => {
  const table = catalogOf(view.pack).places.get(pasting.target.item)?.table
  const choose = (key: string): void => {
    const columns = preview.columns.map((one) => (one.c === column.c ? key || null : one.item?.key === key ? null : (one.item?.key ?? null)))
    usePasting.getState().option({ columns })
  }
  return (
    <select className="pp-select" aria-label={column.source} value={column.item?.key ?? ''} onChange={(event) => choose(event.target.value)}>
      <option value="">{t.paste.columnOff}</option>
      {table?.columns.map((item) => <option key={item.key} value={item.key}>{item.no} {item.name}</option>)}
    </select>
  )
}

/** In a form: which column of the copy holds the figures. */
const ValueChoice = ({ column, pasting }: { column: PreviewColumn; pasting: Pasting }) => (
  <select className="pp-select" aria-label={t.paste.valueColumn} value={column.c} onChange={(event) => usePasting.getState().option({ columns: (pasting.matrix[0] ?? []).map((_, c) => (c === Number(event.target.value) ? pasting.target.item : null)) })}>
    {(pasting.matrix[0] ?? []).map((text, c) => <option key={`${c}${text}`} value={c}>{t.paste.nth(c + 1)}</option>)}
  </select>
)

/** The two heading rows of the preview: items, and below them the columns of the copy. */
export const PasteHeads = ({ preview, pasting, mapping, columns, view }: Props) => (
  <div role="rowgroup" className="pp-heads">
    <div role="row" className="pp-row" style={{ gridTemplateColumns: columns }}>
      <div role="columnheader" className="pp-no">{t.paste.row}</div>
      {preview.lead && <div role="columnheader">{t.paste.item}</div>}
      {preview.columns.map((column) => <div key={column.c} role="columnheader" className={column.numeric ? 'num' : ''}>{column.letter && <span>{column.letter}</span>}<span>{column.title}</span></div>)}
    </div>
    {(mapping || preview.columns.some((column) => column.source !== '')) && <div role="row" className="pp-row pp-from" style={{ gridTemplateColumns: columns }}>
      <div role="columnheader" className="pp-no"><span className="sr">{t.paste.row}</span></div>
      {preview.lead && <div role="columnheader"><span className="sr">{t.paste.item}</span></div>}
      {preview.columns.map((column) => (
        <div key={column.c} role="columnheader" className={column.numeric ? 'num' : ''}>
          {!mapping ? column.source : preview.lead ? <ValueChoice column={column} pasting={pasting} /> : <ColumnChoice column={column} preview={preview} pasting={pasting} view={view} />}
        </div>
      ))}
    </div>}
  </div>
)
