import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import type { LedgerState } from '../../../core/contract/regulator/ledger.ts'
import { call } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'

type Backup = Answer<'ledger.backups'>[number]
const when = (iso: string): string => shortTime(iso, new Date(), t.today)

const Table = ({ backups, ask }: { backups: readonly Backup[]; ask: (backup: Backup) => void }) => {
  const b = t.office.ledger.backup
  return (
    <table className="safety-table" aria-label={t.office.ledger.section.backups}>
      <colgroup><col style={{ width: 140 }} /><col style={{ width: 110 }} /><col style={{ width: 120 }} /><col /></colgroup>
      <thead><tr><th scope="col">{b.at}</th><th scope="col" className="num">{b.size}</th><th scope="col">{b.sound}</th><th scope="col"><span className="sr">{b.restore}</span></th></tr></thead>
      <tbody>{backups.map((one) => <tr key={one.path} data-backup={one.path}><td>{when(one.at)}</td><td className="num">{t.safety.size(one.size)}</td><td>{one.sound ? <Mark name="done">{b.ok}</Mark> : <Mark name="stop">{b.bad}</Mark>}</td><td>{one.sound && <button type="button" className="link" onClick={() => ask(one)}>{b.restore}</button>}</td></tr>)}</tbody>
    </table>
  )
}

/** The ledger's backups: made, verified, restored after one more question. */
export const BackupsPart = ({ state }: { state: LedgerState }) => {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null)
  const [asked, setAsked] = useState<Backup | null>(null)
  const { busy, act, run, say, load } = useLedger()
  const b = t.office.ledger.backup
  useEffect(() => void call('ledger.backups', {}).then((answer) => (answer.ok ? setBackups(answer.value) : say(null, answer.problem))), [say, state])
  const now = async (): Promise<void> => {
    if (await run(() => call('ledger.backUp', {}), () => b.done)) await load()
  }
  const restore = async (backup: Backup): Promise<void> => {
    setAsked(null)
    await act(() => call('ledger.restore', { path: backup.path }), b.restored)
  }
  return (
    <section className="panel safety-list" aria-label={t.office.ledger.section.backups} data-region="form">
      <div className="safety-bar"><p className="grow">{state.kind === 'postgres' ? b.server : b.lead}</p>{state.kind === 'sqlite' && <button type="button" className="btn solid" disabled={busy} onClick={() => void now()} data-backup-now><Icon name="disk" />{b.now}</button>}</div>
      <div className="safety-scroll" tabIndex={0} role="group" aria-label={t.office.ledger.section.backups}>{backups && (backups.length > 0 ? <Table backups={backups} ask={setAsked} /> : <p className="safety-hint">{b.empty}</p>)}</div>
      {asked && <Modal open centered title={b.restoreAsk(when(asked.at))} okText={b.restore} cancelText={t.cancel} onOk={() => void restore(asked)} onCancel={() => setAsked(null)}><p>{b.restoreLine}</p></Modal>}
    </section>
  )
}
