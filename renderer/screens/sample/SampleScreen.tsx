import { t } from '../../text/texts.ts'

/** Sample. */
export const SampleScreen = () => (
  <main className="safety">
    <header className="safety-head"><h1>{t.tab.sample}</h1></header>
  </main>
)
