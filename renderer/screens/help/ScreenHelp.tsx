import { useSettings } from '../../store/app.ts'
import { screenFor, useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'

const parts = ['what', 'how', 'wrong'] as const

/** What the screen is for, what to do, what can go wrong. */
export const ScreenHelp = () => {
  const { role } = useSettings()
  const screen = useNav((s) => screenFor(role, s.screen))
  const help = t.help.screens[screen]
  return (
    <div className="help-text" data-help-screen={screen}>
      {parts.map((part) => (
        <section key={part}>
          <h3>{t.help.screens.heads[part]}</h3>
          {[help[part]].flat().map((sentence) => <p key={sentence}>{sentence}</p>)}
        </section>
      ))}
    </div>
  )
}
