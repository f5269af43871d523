import type { Verification } from '../../../core/contract.ts'
import { codeOf, itemOf } from '../../store/catalog.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'

type Change = Verification['changed'][number]

/** The item's code and name when a pack is open that knows it; else its key. */
const useItemName = (): ((key: string) => string) => {
  const pack = useFiling((s) => s.view?.pack ?? null)
  return (key) => {
    const item = pack ? itemOf(pack, key) : null
    return pack && item ? `${codeOf(pack, key)} ${item.name}`.trim() : key
  }
}

const Value = ({ text }: { text: string | null }) => (text === null || text === '' ? <span className="grey">{t.verify.blank}</span> : text)

const Line = ({ change, name }: { change: Change; name: (key: string) => string }) => (
  <tr data-changed={`${change.sheet}!${change.cell}`}>
    <td>{change.sheet}</td>
    <td>{change.cell}</td>
    <td>{change.item ? name(change.item) : t.verify.none}{change.row && <span className="grey verify-row-key">{t.verify.rowKey(change.row)}</span>}</td>
    <td className="num"><Value text={change.sealed} /></td>
    <td className="num c-verify"><b><Value text={change.found} /></b></td>
  </tr>
)

/** Every cell that differs from what was sealed, with both values. */
export const ChangedCells = ({ changed }: { changed: Verification['changed'] }) => {
  const name = useItemName()
  const { cells } = t.verify
  return (
    <section className="verify-part">
      <h3>{t.verify.changes(changed.length)}</h3>
      <table className="verify-cells" aria-label={t.verify.changes(changed.length)}>
        <thead><tr><th scope="col">{cells.sheet}</th><th scope="col">{cells.cell}</th><th scope="col">{cells.item}</th><th scope="col" className="num">{cells.sealed}</th><th scope="col" className="num">{cells.found}</th></tr></thead>
        <tbody>{changed.map((change) => <Line key={`${change.sheet}!${change.cell}`} change={change} name={name} />)}</tbody>
      </table>
    </section>
  )
}
