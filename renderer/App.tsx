import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { FindBox } from './screens/frame/FindBox.tsx'
import { PolicyBand } from './screens/frame/PolicyBand.tsx'
import { SampleBand } from './screens/frame/SampleBand.tsx'
import { StatusBar } from './screens/frame/StatusBar.tsx'
import { TopBar } from './screens/frame/TopBar.tsx'
import { useFrameKeys } from './screens/frame/useFrameKeys.ts'
import { OfficeStatus } from './screens/office/OfficeStatus.tsx'
import { FindUnit } from './screens/office/FindUnit.tsx'
import { useLedgerWatch } from './screens/office/useLedgerWatch.ts'
import { useIsOffice } from './screens/office/role.ts'
import { useKeptFocus } from './screens/frame/useKeptFocus.ts'
import { GuideLine } from './screens/help/GuideLine.tsx'
import { HelpDrawer } from './screens/help/HelpDrawer.tsx'
import { PackDialog } from './screens/about/PackDialog.tsx'
import { LetterDialog } from './screens/letter/LetterDialog.tsx'
import { useLetters } from './screens/letter/useLetters.ts'
import { RescueScreen } from './screens/safety/RescueScreen.tsx'
import { HomeScreen } from './screens/home/HomeScreen.tsx'
import { fetchLater, laterScreen } from './screens/later.tsx'
import { useApp, useSettings } from './store/app.ts'
import { useFiling } from './store/filing.ts'
import { useSigns } from './store/useSigns.ts'
import { screenFor, useNav } from './store/nav.ts'
import type { Screen } from './store/nav.ts'
import { say, speak, t } from './text/texts.ts'
import { usePageTheme } from './ui/usePageTheme.ts'
import { usePageTitle } from './ui/usePageTitle.ts'

const needsFiling: readonly Screen[] = ['entry', 'audit', 'seal', 'print', 'import', 'prior']

const Body = () => {
  const { role } = useSettings()
  const screen = useNav((s) => screenFor(role, s.screen))
  const state = useApp((s) => s.state)
  const problem = useApp((s) => s.problem)
  const open = useFiling((s) => s.view !== null)
  if (!state && problem?.code === 'workfile-damaged') return <RescueScreen problem={problem} />
  if (!state) return <main className="waiting" aria-busy={!problem}>{problem ? say(problem) : t.loading}</main>
  return screen === 'home' || (needsFiling.includes(screen) && !open) ? <HomeScreen /> : laterScreen(screen)
}

/** The window: top bar, one screen, status bar. */
export const App = () => {
  const theme = usePageTheme()
  const { language } = useSettings()
  const office = useIsOffice()
  speak(language)
  usePageTitle()
  useFrameKeys()
  useKeptFocus()
  useLedgerWatch()
  useSigns(fetchLater)
  useLetters(!office)
  useEffect(() => {
    void useApp.getState().load()
  }, [])
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <AntApp key={language} className="frame">
        <TopBar />
        <PolicyBand />
        {!office && <><SampleBand /><GuideLine /></>}
        <Body />
        {office ? <OfficeStatus /> : <StatusBar />}
        {!office && <LetterDialog />}
        <PackDialog />
        <HelpDrawer />
        {office ? <FindUnit /> : <FindBox />}
      </AntApp>
    </ConfigProvider>
  )
}
