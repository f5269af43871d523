import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { FirstLedger } from './FirstLedger.tsx'
import { OfficeHome } from './OfficeHome.tsx'

/** 首页 of a regulator: the first page, or where the year stands. */
export const OfficeScreen = () => {
  const state = useLedger((s) => s.state)
  const asked = useLedger((s) => s.asked)
  if (state) return <OfficeHome state={state} />
  return asked ? <FirstLedger /> : <main className="waiting" aria-busy="true">{t.office.working}</main>
}
