import type { RegisterUnit } from '../../../core/contract/regulator/register.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'
import { Mark } from '../../ui/Mark.tsx'

const icons: Readonly<Record<RegisterUnit['state'], IconName>> = { missing: 'blank', received: 'half', in_review: 'half', conflict: 'verify', returned: 'query', accepted: 'done' }

/** Where a unit's reporting stands: shape and words. */
export const UnitState = ({ unit }: { unit: RegisterUnit }) => {
  if (!unit.active) return <Mark name="lock" className="grey">{t.register.inactive}</Mark>
  return <span data-unit-state={unit.state}><Mark name={icons[unit.state]}>{t.register.unitStates[unit.state]}{unit.late && <span className="c-stop">　{unit.state === 'missing' ? t.register.late : t.review.late}</span>}{unit.handFiled && <span className="grey-2">　{t.register.hand}</span>}</Mark></span>
}
