import { t } from '../../text/texts.ts'
import type { Server } from './place.ts'

const texts = ['host', 'port', 'database', 'user'] as const

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
      </div>
    </div>
    <label className="dialog-line office-check"><input type="checkbox" checked={server.tls} onChange={(event) => change({ ...server, tls: event.target.checked })} />{t.office.make.tls}</label>
  </>
)
