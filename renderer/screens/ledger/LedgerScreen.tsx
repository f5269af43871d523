import { t } from '../../text/texts.ts'

/** 台账设置. */
export const LedgerScreen = () => (
  <main className="safety">
    <header className="safety-head"><h1>{t.office.ledger.title}</h1></header>
  </main>
)
