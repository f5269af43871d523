import type { FilingView } from '../../../core/contract.ts'
import { itemOf } from '../../store/catalog.ts'
import { unitChoices } from './parts.ts'

/** The unit in which a file has its figures. */
export const UnitChoice = ({ view, item, unit, label, change }: { view: FilingView; item: string; unit: string | null; label: string; change: (unit: string | null) => void }) => {
  const found = itemOf(view.pack, item)
  const choices = unitChoices(found)
  if (choices.length < 2) return null
  const all = unit && !choices.includes(unit) ? [unit, ...choices] : choices
  return (
    <select className="field import-unit" aria-label={label} value={unit ?? found?.unit ?? ''} onChange={(event) => change(event.target.value === found?.unit ? null : event.target.value)}>
      {all.map((one) => <option key={one} value={one}>{one}</option>)}
    </select>
  )
}
