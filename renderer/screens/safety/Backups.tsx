import { useEffect } from 'react'
import type { KeyboardEvent } from 'react'
import type { Backup } from '../../../core/contract/safety.ts'
import { call } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { useApp } from '../../store/app.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { Governed } from '../frame/Governed.tsx'
import { CompareView } from './CompareView.tsx'
import { useSafety } from './safety.ts'

const when = (iso: string): string => shortTime(iso, new Date(), t.today)

const backUpNow = async (): Promise<void> => {
  const { run, load } = useSafety.getState()
  const backup = await run(() => call('backup.now', {}), (made) => t.safety.backup.done(when(made.at)))
  if (!backup) return
  await load()
  await useApp.getState().load()
}

const restore = (backup: Backup): Promise<boolean> =>
  useSafety.getState().replace(() => call('backup.restore', { file: backup.file }), t.safety.backup.restored(when(backup.at)))

const Line = ({ backup, on, first }: { backup: Backup; on: boolean; first: boolean }) => (
  <tr aria-selected={on} tabIndex={on || first ? 0 : -1} data-backup={backup.file} data-reason={backup.reason} onClick={() => void useSafety.getState().choose(backup.file)} onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey) void useSafety.getState().choose(backup.file) }}>
    <td>{when(backup.at)}</td>
    <td>{t.safety.backup.reason[backup.reason]}</td>
    <td className="num">{t.safety.size(backup.size)}</td>
    <td>{backup.verified ? <Mark name="done">{t.safety.backup.verified}</Mark> : <Mark name="stop">{t.safety.backup.bad}</Mark>}</td>
  </tr>
)

const step = (event: KeyboardEvent<HTMLTableElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody tr')]
  rows[Math.max(0, Math.min(rows.length - 1, rows.findIndex((row) => row.contains(document.activeElement)) + by))]?.focus()
}

const List = ({ backups, chosen }: { backups: readonly Backup[]; chosen: string | null }) => (
  <table className="safety-table" role="grid" aria-label={t.safety.backup.list} onKeyDown={step}>
    <colgroup><col style={{ width: 108 }} /><col /><col style={{ width: 76 }} /><col style={{ width: 104 }} /></colgroup>
    <thead><tr><th scope="col">{t.safety.backup.head.at}</th><th scope="col">{t.safety.backup.head.reason}</th><th scope="col" className="num">{t.safety.backup.head.size}</th><th scope="col">{t.safety.backup.head.verified}</th></tr></thead>
    <tbody>{backups.map((backup, at) => <Line key={backup.file} backup={backup} on={backup.file === chosen} first={at === 0 && !chosen} />)}</tbody>
  </table>
)

const Restore = ({ backup }: { backup: Backup }) => {
  const comparison = useSafety((s) => s.comparison)
  const busy = useSafety((s) => s.busy)
  const problem = useSafety((s) => s.problem)
  useCtrlEnter(comparison && !busy ? () => void restore(backup) : null)
  if (!backup.verified) return <p className="safety-hint"><Mark name="stop">{t.safety.backup.unsound}</Mark></p>
  if (!comparison) return problem ? null : <p className="safety-hint" aria-busy="true">{t.safety.backup.reading}</p>
  return (
    <>
      <CompareView comparison={comparison} title={t.safety.compare.title(when(backup.at))} same={t.safety.compare.same} then={t.safety.compare.cellHead.there} />
      <footer className="safety-confirm">
        <p className="grow">{t.safety.confirm.restore(when(backup.at))}</p>
        <button type="button" className="btn solid" disabled={busy} onClick={() => void restore(backup)} data-restore><Icon name="history" />{t.safety.backup.restore}<Kbd>Ctrl Enter</Kbd></button>
      </footer>
    </>
  )
}

/** The list of backups, and for the chosen one what restoring it would change. */
export const Backups = () => {
  const backups = useSafety((s) => s.backups)
  const chosen = useSafety((s) => s.chosen)
  const busy = useSafety((s) => s.busy)
  const backup = backups?.find((one) => one.file === chosen)
  useEffect(() => () => useSafety.setState({ chosen: null, comparison: null }), [])
  useCtrlEnter(backup ? null : () => void backUpNow())
  return (
    <div className="safety-split">
      <section className="panel safety-list" aria-label={t.safety.backup.list} data-region="form">
        <div className="safety-bar"><p className="grow">{t.safety.backup.keep} <Governed field="backupMinutes" /> <Governed field="backupFolder" /></p><button type="button" className={`btn ${backup ? '' : 'solid'}`} disabled={busy} onClick={() => void backUpNow()} data-backup-now><Icon name="disk" />{t.safety.backup.now}</button></div>
        <div className="safety-scroll" tabIndex={-1}>{backups && (backups.length > 0 ? <List backups={backups} chosen={chosen} /> : <p className="safety-hint">{t.safety.backup.empty}</p>)}</div>
      </section>
      <section className="panel safety-detail" aria-label={t.safety.backup.restore} data-region="panel">{backup ? <Restore backup={backup} /> : <p className="safety-hint">{t.safety.backup.pick}</p>}</section>
    </div>
  )
}
