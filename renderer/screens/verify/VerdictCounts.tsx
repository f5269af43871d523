import type { Verification } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { kindOf, kinds, looks } from './VerdictMark.tsx'
import type { Kind } from './VerdictMark.tsx'
import { useVerifying } from './verifying.ts'

const Count = ({ kind, n, on }: { kind: Kind; n: number; on: boolean }) => (
  <button type="button" className="verify-count" aria-pressed={on} disabled={n === 0} onClick={() => useVerifying.getState().show(on ? null : kind)} data-count={kind}>
    <span className="verify-count-word"><Icon name={looks[kind].icon} className={looks[kind].tone} />{kind === 'altered' ? t.verdict.alteredShort : t.verdict[kind]}</span>
    <b className="verify-count-n">{n}</b>
    <span className="verify-count-sub">{t.verify.sub[kind]}</span>
  </button>
)

/** How many files have which verdict; a press shows only those. */
export const VerdictCounts = ({ results }: { results: readonly Verification[] }) => {
  const filter = useVerifying((s) => s.filter)
  return (
    <div className="panel verify-counts" role="group" aria-label={t.verify.counts}>
      {kinds.map((kind) => <Count key={kind} kind={kind} n={results.filter((one) => kindOf(one) === kind).length} on={filter === kind} />)}
    </div>
  )
}
