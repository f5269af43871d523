import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'

/** Goes over to the samples' work file or back to the user's own, and home. */
export const switchWorkFile = async (which: 'own' | 'samples'): Promise<void> => {
  useFiling.getState().forget()
  useFocus.getState().clear()
  useNav.getState().go('home')
  await useApp.getState().openWorkFile(which)
}

/** The band over everything while the sample units are open. */
export const SampleBand = () => {
  const samples = useApp((s) => s.state?.which === 'samples')
  if (!samples) return null
  return (
    <section className="band" aria-label={t.sample}>
      <Icon name="info" />
      <span className="grow">{t.samples.band}</span>
      <button type="button" className="link under" onClick={() => void switchWorkFile('own')}>{t.samples.back}</button>
    </section>
  )
}
