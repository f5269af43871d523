import { t } from '../../text/texts.ts'

/** Review. */
export const ReviewScreen = () => (
  <main className="safety">
    <header className="safety-head"><h1>{t.tab.review}</h1></header>
  </main>
)
