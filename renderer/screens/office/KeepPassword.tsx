import { useEffect, useState } from 'react'
import { keepings } from '../../../core/contract/keeping.ts'
import type { Keeping } from '../../../core/contract/keeping.ts'
import { dialog } from '../../api.ts'
import { t } from '../../text/texts.ts'
import { Governed } from '../frame/Governed.tsx'
import { addressOf } from './place.ts'
import type { Server } from './place.ts'

/** How it stands with the password of a server; null until the system has answered. */
const useKeeping = (where: string): Keeping | null => {
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  useEffect(() => void dialog('password.state', { where }).then(([state]) => setKeeping(keepings.find((one) => one === state) ?? null)), [where])
  return keeping
}

/** Whether the system's key store may keep the password; why not, where it may not. */
export const KeepPassword = ({ server, change }: { server: Server; change: (server: Server) => void }) => {
  const keeping = useKeeping(addressOf(server))
  const k = t.office.make
  if (keeping === 'forbidden') return <p className="grey small" data-keep="forbidden">{k.keepForbidden} <Governed field="keepPassword" /></p>
  if (keeping === 'none') return <p className="grey small" data-keep="none">{k.keepNone}</p>
  if (keeping === null) return null
  return <label className="safety-extra" data-keep={keeping}><input type="checkbox" checked={server.keep} disabled={server.password === ''} onChange={(event) => change({ ...server, keep: event.target.checked })} data-keep-password /> {keeping === 'kept' ? k.kept : k.keep}</label>
}

/** After a server was opened with a typed password: kept where that was asked for, forgotten where not. */
export const keepAfter = async (server: Server): Promise<void> => {
  if (server.password === '') return
  const where = addressOf(server)
  await (server.keep ? dialog('password.keep', { where, password: server.password }) : dialog('password.forget', { where }))
}
