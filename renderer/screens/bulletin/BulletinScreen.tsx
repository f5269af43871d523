import { t } from '../../text/texts.ts'

/** Bulletin. */
export const BulletinScreen = () => (
  <main className="safety">
    <header className="safety-head"><h1>{t.tab.bulletin}</h1></header>
  </main>
)
