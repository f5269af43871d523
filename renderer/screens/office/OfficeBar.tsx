import { Dropdown } from 'antd'
import { call } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { isAway } from '../../store/policy.ts'
import { screenFor, useNav } from '../../store/nav.ts'
import type { OfficeScreen } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { openLedgerFile } from './opening.ts'

const tabs: readonly OfficeScreen[] = ['office', 'register', 'intake', 'review', 'tables', 'monitor', 'bulletin', 'sample']

const Tab = ({ screen, disabled }: { screen: OfficeScreen; disabled: boolean }) => {
  const here = useNav((s) => screenFor('regulator', s.screen) === screen)
  const go = (): void => {
    if (screen === 'office') void useLedger.getState().load()
    useNav.getState().go(screen)
  }
  return <button type="button" className="tab" aria-current={here ? 'page' : undefined} disabled={disabled} onClick={go} data-tab={screen}>{t.tab[screen]}</button>
}

/** The regulator's pages. */
export const OfficeTabs = () => {
  const none = useLedger((s) => s.state === null)
  return <nav className="tabs" aria-label={t.bar.tabs}>{tabs.map((screen) => <Tab key={screen} screen={screen} disabled={none && screen !== 'office'} />)}</nav>
}

const choose = (key: string): void => {
  if (key === 'open') void openLedgerFile()
  else if (key === 'settings') useNav.getState().go('ledger')
  else if (key === 'verify') useNav.getState().go('verify')
  else void useLedger.getState().act(() => call('ledger.use', { pack: key }))
}

/** Region and year; a menu of the ledger's other years, of other ledgers, and of its settings. */
export const LedgerSwitch = () => {
  const state = useLedger((s) => s.state)
  if (!state) return null
  const years = state.packs.map((one) => ({ key: one.pack, label: `${t.bar.year(one.year)}　${t.office.bar.submissions(one.submissions)}` }))
  const items = [
    ...(years.length > 0 ? [{ key: 'years', type: 'group' as const, label: t.office.bar.years, children: years }] : []),
    { key: 'line', type: 'divider' as const },
    { key: 'open', label: t.office.bar.open },
    ...(isAway('ledger') ? [] : [{ key: 'settings', label: t.office.bar.settings }]),
    ...(isAway('verify') ? [] : [{ key: 'verify', label: t.tab.verify }]),
  ]
  const region = state.regionName.split(' ').at(-1) || t.office.bar.noRegion
  return (
    <Dropdown menu={{ items, selectedKeys: [state.pack], onClick: ({ key }) => choose(key) }} trigger={['click']}>
      <button type="button" className="unit-switch" aria-label={`${t.office.bar.label}：${region} ${state.year > 0 ? t.bar.year(state.year) : ''}`} data-ledger-switch>
        <span className="unit-name">{region}</span>
        {state.year > 0 && <span className="unit-year">{t.bar.year(state.year)}</span>}
        <Icon name="down" />
      </button>
    </Dropdown>
  )
}
