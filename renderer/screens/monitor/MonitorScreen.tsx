import { t } from '../../text/texts.ts'

/** Monitor. */
export const MonitorScreen = () => (
  <main className="safety">
    <header className="safety-head"><h1>{t.tab.monitor}</h1></header>
  </main>
)
