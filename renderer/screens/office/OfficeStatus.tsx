import { shortTime } from '../../grid/dates.ts'
import { useSettings } from '../../store/app.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { SettingsPop } from '../frame/SettingsPop.tsx'
import { HelpButton } from '../help/HelpButton.tsx'
import { StatusNote } from './statusNote.tsx'

/** The regulator's status bar: ledger, how many have reported, backup, a lost connection, and what the screen adds. */
export const OfficeStatus = () => {
  const state = useLedger((s) => s.state)
  const { zoom } = useSettings()
  const { due, received, missing } = state?.counts ?? { due: 0, received: 0, missing: 0 }
  return (
    <footer className="status" data-region="status">
      <Icon name="disk" size={14} />
      <span>{state ? t.office.status.ledger(state.name) : t.office.status.none}</span>
      {state && <span className="status-sums" data-counts={`${due}/${received}/${missing}`}><span>{t.office.status.due(due)}</span><span>{t.office.status.received(received)}</span><span>{t.office.status.missing(missing)}</span></span>}
      {state?.lost && <span role="status" data-lost><Mark name="stop">{t.office.status.lost}</Mark></span>}
      {state && !state.lost && <span>{state.backup ? t.status.backup(shortTime(state.backup, new Date(), t.today)) : state.kind === 'sqlite' ? t.status.noBackup : ''}</span>}
      <span className="grow" />
      <StatusNote />
      <SettingsPop zoom={zoom} />
      <HelpButton />
    </footer>
  )
}
