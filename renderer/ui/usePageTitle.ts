import { useEffect } from 'react'
import { useSettings } from '../store/app.ts'
import { screenFor, useNav } from '../store/nav.ts'
import { t } from '../text/texts.ts'

/** Names the window after the screen that is open, in the language that is spoken. */
export const usePageTitle = (): void => {
  const { language, role } = useSettings()
  const screen = useNav((s) => screenFor(role, s.screen))
  useEffect(() => {
    document.title = `${t.tab[screen]} · ${t.app}`
  }, [screen, language])
}
