import type { TableResult } from '../../../core/contract/regulator/tables.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useTables } from './tables.ts'

/** 单位, 口径, 截止, 已报/应报, notes, and what should be checked. */
export const Caption = ({ result }: { result: TableResult }) => {
  const { caption, notes, warnings } = result
  return (
    <div className="sheet-caption">
      <dl>
        <dt>{t.tables.unit}</dt><dd>{caption.unit}</dd>
        <dt>{t.tables.scope}</dt><dd>{caption.scope}</dd>
        <dt>{t.tables.cutoff}</dt><dd data-cutoff>{caption.cutoff}　{t.tables.received(caption.received, caption.due)}{caption.basis === 'received' ? `，${t.tables.accepted(caption.accepted)}` : ''}{caption.adjustments > 0 ? `　${t.tables.adjusted(caption.adjustments)}` : ''}</dd>
      </dl>
      {result.edition === 'public' && <p>{t.tables.hidden}</p>}
      {notes.map((note) => <p key={note}>{note}</p>)}
      {warnings.map((one) => (
        <p key={`${one.row}.${one.column}.${one.text}`} className="sheet-warning" data-warning={`${one.row}.${one.column}`}>
          <Mark name="verify">{one.text}</Mark> <button type="button" className="link in-text" onClick={() => void useTables.getState().openInputs()}>{t.tables.denominator}</button>
        </p>
      ))}
    </div>
  )
}
