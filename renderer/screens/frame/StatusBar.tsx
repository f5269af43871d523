import { clockTime, shortTime } from '../../grid/dates.ts'
import { useApp, useSettings } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { useSaid } from '../../store/said.ts'
import { t } from '../../text/texts.ts'
import { HelpButton } from '../help/HelpButton.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { BusinessDate } from './BusinessDate.tsx'
import { SelectionSums } from './SelectionSums.tsx'
import { SettingsPop } from './SettingsPop.tsx'

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

const Said = () => {
  const savedAt = useFiling((s) => s.view?.savedAt ?? null)
  const sentence = useSaid((s) => (s.savedAt === savedAt ? s.sentence : null))
  return <span role="status" aria-live="polite" className="c-accent" data-said>{sentence}</span>
}

const Rules = () => {
  const view = useFiling((s) => s.view)
  return view?.savedAt ? <span>{t.audit.rules(view.pack.rules.length, clockTime(view.savedAt))}</span> : null
}

const AuditKeys = () => (
  <span className="status-keys" aria-hidden="true"><Kbd>↑</Kbd><Kbd>↓</Kbd> {t.audit.keys} <Kbd>Enter</Kbd> {t.audit.write}</span>
)

/** The status bar: file, backup, business date, selection, settings. */
export const StatusBar = () => {
  const state = useApp((s) => s.state)
  const screen = useNav((s) => s.screen)
  const { zoom } = useSettings()
  if (!state) return <footer className="status" data-region="status" />
  const pack = state.packs.find((p) => p.year === Math.max(...state.packs.map((q) => q.year)))
  return (
    <footer className="status" data-region="status">
      <Icon name="disk" size={14} />
      <span>{state.units.length > 0 ? t.status.file(fileName(state.workFile)) : t.status.noFile}</span>
      {state.units.length > 0 && <span>{state.backup ? t.status.backup(shortTime(state.backup, new Date(), t.today)) : t.status.noBackup}</span>}
      {screen === 'audit' && <Rules />}
      <BusinessDate />
      <span className="grow" />
      {screen === 'entry' && <><Said /><SelectionSums /></>}
      {screen === 'audit' && <AuditKeys />}
      {pack && screen !== 'entry' && screen !== 'audit' && <span>{t.status.pack(`${pack.year}-${pack.version}`)}{pack.sample ? `「${t.sample}」` : ''}</span>}
      {screen === 'home' && <button type="button" className="status-button" onClick={() => useNav.getState().go('about')} title={t.about.open} data-link="about">{t.status.version(state.version)}</button>}
      <SettingsPop zoom={zoom} />
      <HelpButton />
    </footer>
  )
}
