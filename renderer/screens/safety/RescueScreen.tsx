import { useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import type { Backup, Rescue, RescuedChange } from '../../../core/contract/safety.ts'
import { call } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { takeState } from '../../store/takeState.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { useSafety } from './safety.ts'

const r = t.safety.rescue
const { acts } = t.safety.history
const when = (iso: string): string => shortTime(iso, new Date(), t.today)

const Changes = ({ changes }: { changes: readonly RescuedChange[] }) => (
  <table className="safety-table" aria-label={r.changes}>
    <colgroup><col style={{ width: 108 }} /><col /><col style={{ width: 130 }} /><col style={{ width: 130 }} /><col style={{ width: 122 }} /></colgroup>
    <thead><tr><th scope="col">{r.head.at}</th><th scope="col">{r.head.where}</th><th scope="col" className="num">{r.head.old}</th><th scope="col" className="num">{r.head.now}</th><th scope="col">{r.head.again}</th></tr></thead>
    <tbody>
      {changes.map((one, at) => (
        <tr key={at} data-rescued={one.again ? 'again' : 'by-hand'}>
          <td>{when(one.at)}</td>
          <td>{one.label}{acts[one.kind] && <span className="grey">　{acts[one.kind]}</span>}{one.row !== null && `　${t.safety.row(one.row)}`}<div className="safety-extra">{one.unit}　{one.year}{one.form && `　${one.form}`}　{one.userName}</div></td>
          <td className="num safety-old">{one.old || t.safety.blank}</td><td className="num">{one.now || t.safety.blank}</td>
          <td>{one.again ? <Mark name="done">{r.again}</Mark> : <Mark name="verify">{r.byHand}</Mark>}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Others = ({ rescue, backup, choose }: { rescue: Rescue; backup: Backup; choose: (file: string) => void }) => {
  const sound = rescue.backups.filter((one) => one.verified)
  if (sound.length < 2) return null
  return (
    <label className="rescue-other">{r.other}
      <select className="field" value={backup.file} onChange={(event) => choose(event.target.value)}>
        {sound.map((one) => <option key={one.file} value={one.file}>{when(one.at)}　{t.safety.backup.reason[one.reason]}</option>)}
      </select>
    </label>
  )
}

const Offer = ({ rescue, failed }: { rescue: Rescue; failed: (problem: Problem) => void }) => {
  const [file, setFile] = useState(rescue.backup?.file ?? null)
  const [busy, setBusy] = useState(false)
  const backup = rescue.backups.find((one) => one.file === file) ?? rescue.backup
  const take = async (): Promise<void> => {
    if (!backup || busy) return
    setBusy(true)
    const answer = await call('workfile.rescueTake', { file: backup.file })
    setBusy(false)
    if (!answer.ok) return failed(answer.problem)
    await takeState(answer.value)
    useNav.getState().go('home')
  }
  useCtrlEnter(backup ? () => void take() : null)
  const byHand = rescue.changes.filter((one) => !one.again).length
  if (!backup) return <p>{r.none}</p>
  return (
    <>
      <p>{r.offer(when(backup.at))}{backup === rescue.backup && r.steps(rescue.steps)}</p>
      {(!rescue.readable || rescue.changes.length > 0) && <p>{rescue.readable ? r.readable : r.unreadable}{byHand > 0 && r.byHandCount(byHand)}</p>}
      <div className="safety-acts">
        <button type="button" className="btn solid" disabled={busy} onClick={() => void take()} data-rescue-take><Icon name="history" />{r.take}<Kbd>Ctrl Enter</Kbd></button>
        <Others rescue={rescue} backup={backup} choose={setFile} />
      </div>
    </>
  )
}

/** Instead of a blank page when the work file is damaged: what happened, the newest sound backup, and what came after it. */
export const RescueScreen = ({ problem }: { problem: Problem }) => {
  const [rescue, setRescue] = useState<Rescue | null>(null)
  const [trouble, setTrouble] = useState<Problem | null>(null)
  useEffect(() => {
    void call('workfile.rescue', {}).then((answer) => (answer.ok ? setRescue(answer.value) : setTrouble(answer.problem)))
    useSafety.setState({ backups: null, bin: null })
  }, [])
  return (
    <main className="rescue" data-region="form">
      <section className="panel rescue-panel" aria-labelledby="rescue-title">
        <h1 id="rescue-title"><Icon name="torn" size={20} className="c-stop" />{r.title}</h1>
        <p>{say(problem)}</p>
        {trouble && <p role="alert"><Mark name="stop">{say(trouble)}</Mark></p>}
        {!rescue && !trouble && <p className="grey" role="status">{r.looking}</p>}
        {rescue && <Offer rescue={rescue} failed={setTrouble} />}
      </section>
      {rescue && (
        <section className="panel rescue-changes" aria-label={r.changes}>
          <h2>{r.changes}</h2>
          <div className="safety-scroll" tabIndex={0} role="region" aria-label={r.changes}>{rescue.changes.length > 0 ? <Changes changes={rescue.changes} /> : <p className="safety-hint">{r.noChanges}</p>}</div>
        </section>
      )}
    </main>
  )
}
