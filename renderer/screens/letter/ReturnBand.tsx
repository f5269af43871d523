import { useState } from 'react'
import { openQueries } from '../../grid/queries.ts'
import { useView } from '../../grid/useGridState.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { ReopenDialog } from '../seal/ReopenLine.tsx'
import { jumpToQuery } from './jumpToQuery.ts'

/** Over the form while a return stands: its reason, what still waits, and the next thing to do. */
export const ReturnBand = () => {
  const view = useView()
  const [asking, setAsking] = useState(false)
  const { returned } = view.letters
  if (!returned || (view.state !== 'returned' && view.state !== 'reopened')) return null
  const waiting = openQueries(view).length
  return (
    <section className="band letter-band" aria-label={t.state.returned} data-return={waiting}>
      <Icon name="query" />
      <span className="letter-reason" title={returned.reason}>{t.letter.band(returned.submitNo, returned.reason)}</span>
      {returned.due && <span className="grey">{t.letter.bandDue(returned.due)}</span>}
      <span className="grow" />
      <span role="status" aria-live="polite">{t.letter.bandLeft(waiting)}</span>
      {waiting > 0 && <button type="button" className="link under" data-next-query onClick={() => jumpToQuery(true)}>{t.letter.bandNext}</button>}
      {view.state === 'returned' && <button type="button" className="link under" data-reopen onClick={() => setAsking(true)}>{t.letter.bandOpen}</button>}
      {view.state === 'reopened' && waiting === 0 && <button type="button" className="link under" onClick={() => useNav.getState().go('seal')}>{t.letter.bandSeal}</button>}
      {asking && <ReopenDialog view={view} close={() => setAsking(false)} />}
    </section>
  )
}
