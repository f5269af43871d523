import type { IntakeProgress } from '../../../core/contract/regulator/intake.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { kinds, looks } from '../verify/VerdictMark.tsx'
import { useIntaking } from './intaking.ts'

/** How many files have which verdict; a press shows only those. */
export const Counts = ({ counts }: { counts: IntakeProgress['counts'] }) => {
  const filter = useIntaking((s) => s.filter.verdict)
  return (
    <div className="panel verify-counts" role="group" aria-label={t.verify.counts}>
      {kinds.map((kind) => (
        <button key={kind} type="button" className="verify-count" aria-pressed={filter === kind} disabled={counts[kind] === 0} onClick={() => useIntaking.getState().narrow({ verdict: filter === kind ? null : kind })} data-count={kind} data-n={counts[kind]}>
          <span className="verify-count-word"><Icon name={looks[kind].icon} className={looks[kind].tone} />{kind === 'altered' ? t.verdict.alteredShort : t.verdict[kind]}</span>
          <b className="verify-count-n">{counts[kind]}</b>
          <span className="verify-count-sub">{t.intake.sub[kind]}</span>
        </button>
      ))}
    </div>
  )
}
