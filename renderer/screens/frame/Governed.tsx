import type { PolicyField } from '../../../core/policy/schema.ts'
import { useGoverned } from '../../store/policy.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'

/** Beside a setting: a lock, that an administrator fixed it, and where. Nothing where it is the user's own. */
export const Governed = ({ field }: { field: PolicyField }) => {
  const source = useGoverned(field)
  return source && <span className="governed" title={source.where} data-governed={field}><Icon name="lock" size={12} />{t.about.governed}<span className="sr">{source.where}</span></span>
}
