import { t } from '../../text/texts.ts'

/** Register. */
export const RegisterScreen = () => (
  <main className="safety">
    <header className="safety-head"><h1>{t.tab.register}</h1></header>
  </main>
)
