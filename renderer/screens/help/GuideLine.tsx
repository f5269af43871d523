import { useApp, useSettings } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { useHelp } from './help.ts'

const steps = ['entry', 'audit', 'seal'] as const
type GuideStep = (typeof steps)[number]

/** Three quiet steps above the first filing of one's own, until put away or sealed. */
export const GuideLine = () => {
  const { guideSeen } = useSettings()
  const own = useApp((s) => s.state?.which === 'own')
  const first = useFiling((s) => s.view?.submitNo === 0)
  const screen = useNav((s) => s.screen)
  if (guideSeen || !own || !first || !steps.includes(screen as GuideStep)) return null
  return (
    <section className="band guide" aria-label={t.help.guide.label} data-guide>
      <ol>
        {steps.map((step, at) => <li key={step} aria-current={step === screen ? 'step' : undefined}><span className="guide-no" aria-hidden="true">{at + 1}</span>{t.help.guide.steps[step]}</li>)}
      </ol>
      <span className="grow" />
      <button type="button" className="link" onClick={() => useHelp.getState().show('manual')}>{t.help.guide.more}</button>
      <button type="button" className="link" onClick={() => void useApp.getState().change({ guideSeen: true })} data-guide-known><Icon name="close" size={14} />{t.help.guide.known}</button>
    </section>
  )
}
