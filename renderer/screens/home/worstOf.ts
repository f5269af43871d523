import type { Finding } from '../../../core/audit/finding.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import { itemOf } from '../../store/catalog.ts'
import type { Worst } from './nextStep.ts'

/** A fact that is one bare figure, such as 差 12.50. */
const bare = /^\D{1,3} [−+]?[\d,]+(?:\.\d+)?$/

/** The finding to begin with; a bare figure gets the unit of the cell. */
export const worstOf = (pack: Pack, finding: Finding): Worst | undefined => {
  const [cell] = finding.cells
  if (!cell || finding.fact === '') return undefined
  const unit = bare.test(finding.fact) ? itemOf(pack, cell.item)?.unit : undefined
  return { form: cell.form, fact: unit ? `${finding.fact} ${unit}` : finding.fact }
}
