import type { Notice } from '../../../core/contract/safety.ts'
import { noticeSentence } from '../../../core/text/notices.ts'
import { shortTime } from '../../grid/dates.ts'
import { useApp } from '../../store/app.ts'
import { language, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useSafety } from './safety.ts'

/** What is told for the record and asks for nothing. */
const quiet: ReadonlySet<Notice['kind']> = new Set(['recovered', 'rescued', 'pack-brought'])

const isIso = (value: string | number): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)

const readable = (notice: Notice): Notice => ({
  ...notice,
  params: Object.fromEntries(Object.entries(notice.params).map(([name, value]) => [name, isIso(value) ? shortTime(String(value), new Date(), t.today) : value])),
})

/** What the last start has to tell: recovered changes, storage that is at risk. `all` keeps them after they were read. */
export const Notices = ({ all = false }: { all?: boolean }) => {
  const notices = useApp((s) => s.state?.notices)
  const known = useSafety((s) => s.known)
  if (!notices || notices.length === 0 || (known && !all)) return null
  return (
    <section className="panel safety-notices" aria-label={t.safety.notices} data-notices>
      <ul className="grow">{notices.map((notice) => <li key={`${notice.kind}/${String(notice.params['pack'] ?? '')}`} data-notice={notice.kind}><Mark name={quiet.has(notice.kind) ? 'info' : 'verify'}><span className="dark">{noticeSentence(readable(notice), language)}</span></Mark></li>)}</ul>
      {!all && <button type="button" className="btn small-btn" onClick={() => useSafety.getState().dismiss()}>{t.safety.known}</button>}
    </section>
  )
}
