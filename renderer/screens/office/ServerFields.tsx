import { useState } from 'react'
import { call } from '../../api.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { KeepPassword } from './KeepPassword.tsx'
import { isWhole, placeOf, tlsKinds } from './place.ts'
import type { Server } from './place.ts'

const texts = ['host', 'port', 'database', 'user'] as const

/** Tries the connection and says what is there, without choosing it. */
const TestLine = ({ server }: { server: Server }) => {
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly words: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const test = async (): Promise<void> => {
    setBusy(true)
    const answer = await call('ledger.probe', { place: placeOf(server) })
    setBusy(false)
    setSaid(answer.ok ? { ok: true, words: answer.value.ledger ? t.office.make.works(answer.value.bureau) : t.office.make.worksNew } : { ok: false, words: say(answer.problem) })
  }
  return (
    <div className="dialog-line">
      <span className="dialog-word"><button type="button" className="btn small-btn" disabled={busy || !isWhole(server)} onClick={() => void test()} data-server-test>{t.office.make.test}</button></span>
      <p className="grow office-path" role="status" data-tested={said ? String(said.ok) : ''}>{said && <Mark name={said.ok ? 'done' : 'stop'}>{said.words}</Mark>}</p>
    </div>
  )
}

/** The connection to a PostgreSQL server, field by field. */
export const ServerFields = ({ server, change }: { server: Server; change: (server: Server) => void }) => (
  <>
    {texts.map((key) => (
      <div className="dialog-line" key={key}>
        <label htmlFor={`server-${key}`}>{t.office.make[key]}</label>
        <input id={`server-${key}`} className="field grow" value={server[key]} maxLength={200} autoComplete="off" spellCheck={false} onChange={(event) => change({ ...server, [key]: event.target.value })} />
      </div>
    ))}
    <div className="dialog-line">
      <label htmlFor="server-password">{t.office.make.password}</label>
      <div className="grow">
        <input id="server-password" type="password" className="field" value={server.password} maxLength={200} autoComplete="off" aria-describedby="server-password-hint" onChange={(event) => change({ ...server, password: event.target.value })} />
        <p className="grey small" id="server-password-hint">{t.office.make.passwordHint}</p>
        <KeepPassword server={server} change={change} />
      </div>
    </div>
    <div className="dialog-line">
      <label htmlFor="server-tls">{t.office.make.tls}</label>
      <select id="server-tls" className="field grow" value={server.tls} onChange={(event) => change({ ...server, tls: tlsKinds.find((one) => one === event.target.value) ?? 'verify-full' })}>{tlsKinds.map((one) => <option key={one} value={one}>{t.office.make.tlsKinds[one]}</option>)}</select>
    </div>
    <TestLine server={server} />
  </>
)
