import type { Verification } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { useItemName } from './packNames.ts'

type Change = Verification['changed'][number]

const isFigure = (text: string | null): boolean => /^-?[\d.,]{1,16}$/.test(text ?? '')

const Value = ({ text }: { text: string | null }) => (text === null || text === '' ? <span className="grey">{t.verify.blank}</span> : text)

const Line = ({ change, name }: { change: Change; name: string | null }) => {
  const look = isFigure(change.sealed) || isFigure(change.found) ? 'num' : ''
  return (
    <tr data-changed={`${change.sheet}!${change.cell}`}>
      <td>{change.sheet}</td>
      <td className="verify-cell">{change.cell}</td>
      <td>{name ?? <span className="grey">{change.item ?? t.verify.none}</span>}{change.row && <span className="grey verify-row-key">{t.verify.rowKey(change.row)}</span>}</td>
      <td className={look}><Value text={change.sealed} /></td>
      <td className={`c-verify ${look}`}><b><Value text={change.found} /></b></td>
    </tr>
  )
}

/** Every cell that differs from what was sealed, with both values. */
export const ChangedCells = ({ changed, pack }: { changed: Verification['changed']; pack: string | null }) => {
  const nameOf = useItemName(pack)
  const { cells } = t.verify
  return (
    <section className="verify-part">
      <h3>{t.verify.changes(changed.length)}</h3>
      <table className="verify-cells" aria-label={t.verify.changes(changed.length)}>
        <thead><tr><th scope="col">{cells.sheet}</th><th scope="col">{cells.cell}</th><th scope="col">{cells.item}</th><th scope="col" className="num">{cells.sealed}</th><th scope="col" className="num">{cells.found}</th></tr></thead>
        <tbody>{changed.map((change) => <Line key={`${change.sheet}!${change.cell}`} change={change} name={change.item === null ? null : nameOf(change.item)} />)}</tbody>
      </table>
    </section>
  )
}
