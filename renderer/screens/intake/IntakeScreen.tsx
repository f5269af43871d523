import { t } from '../../text/texts.ts'

/** Intake. */
export const IntakeScreen = () => (
  <main className="safety">
    <header className="safety-head"><h1>{t.tab.intake}</h1></header>
  </main>
)
