import { t } from '../../text/texts.ts'

/** Tables. */
export const TablesScreen = () => (
  <main className="safety">
    <header className="safety-head"><h1>{t.tab.tables}</h1></header>
  </main>
)
