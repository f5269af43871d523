import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import type { Screen } from '../../store/nav.ts'
import { useOpenFindings } from '../../grid/useGridState.ts'
import { dialog } from '../../api.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { LedgerSwitch, OfficeTabs } from '../office/OfficeBar.tsx'
import { useIsOffice } from '../office/role.ts'
import { useLedger } from '../../store/ledger.ts'
import { openFind } from './openFind.ts'
import { UnitSwitch } from './UnitSwitch.tsx'

const Tab = ({ screen, badge = 0, disabled = false }: { screen: Screen; badge?: number; disabled?: boolean }) => {
  const here = useNav((s) => s.screen === screen)
  return (
    <button type="button" className="tab" aria-current={here ? 'page' : undefined} disabled={disabled} onClick={() => goTo(screen)} data-tab={screen}>
      {t.tab[screen]}
      {badge > 0 && <span className="badge" title={t.bar.stopCount(badge)}>{badge}</span>}
    </button>
  )
}

/** Opens a screen; asking for the audit or the seal makes blank required items count. */
export const goTo = (screen: Screen): void => {
  if (screen === 'audit' || screen === 'seal') useFiling.getState().askAudit()
  if (screen === 'home') void useApp.getState().load()
  useNav.getState().go(screen)
}

const windowButtons: readonly { readonly does: 'minimize' | 'maximize' | 'close'; readonly icon: IconName }[] = [
  { does: 'minimize', icon: 'minimize' },
  { does: 'maximize', icon: 'maximize' },
  { does: 'close', icon: 'close' },
]

const WindowButtons = () => (
  <div className="window-buttons">
    {windowButtons.map(({ does, icon }) => (
      <button key={does} type="button" className={`window-button ${does}`} aria-label={t.bar[does]} onClick={() => void dialog('window.control', { do: does })}>
        <Icon name={icon} size={14} />
      </button>
    ))}
  </div>
)

const FindButton = ({ words }: { words: string }) => (
  <button type="button" className="find-button" onClick={() => void openFind()} aria-keyshortcuts="Control+K">
    <Icon name="search" />
    <span className="grow">{words}</span>
    <Kbd>Ctrl K</Kbd>
  </button>
)

const AgencyTabs = () => {
  const view = useFiling((s) => s.view)
  const ready = useApp((s) => s.state !== null)
  const { stop } = useOpenFindings()
  return (
    <nav className="tabs" aria-label={t.bar.tabs}>
      <Tab screen="home" />
      <Tab screen="entry" disabled={!view} />
      <Tab screen="audit" disabled={!view} badge={stop.length} />
      <Tab screen="seal" disabled={!view} />
      <Tab screen="import" disabled={!view} />
      <Tab screen="safety" disabled={!ready} />
    </nav>
  )
}

const AgencyEnd = () => {
  const view = useFiling((s) => s.view)
  const first = useApp((s) => (s.state?.units.length ?? 0) === 0)
  const screen = useNav((s) => s.screen)
  return <>{view && screen !== 'home' && <UnitSwitch />}{!first && <FindButton words={t.bar.find} />}</>
}

const OfficeEnd = () => {
  const none = useLedger((s) => s.state === null)
  return none ? null : <><LedgerSwitch /><FindButton words={t.office.bar.find} /></>
}

/** The top bar, which is also the window's title bar. */
export const TopBar = () => {
  const office = useIsOffice()
  return (
    <header className="top" data-region="bar">
      <span className="brand"><span className="brand-mark" aria-hidden="true">检</span>{t.app}</span>
      {office ? <OfficeTabs /> : <AgencyTabs />}
      <span className="grow" />
      {office ? <OfficeEnd /> : <AgencyEnd />}
      <WindowButtons />
    </header>
  )
}
