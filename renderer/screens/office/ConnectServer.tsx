import { Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { usePolicy } from '../../store/policy.ts'
import { Governed } from '../frame/Governed.tsx'
import { keepAfter } from './KeepPassword.tsx'
import { isWhole, noServer, placeOf, serverOf } from './place.ts'
import { ServerFields } from './ServerFields.tsx'

/** The dialog that opens a ledger on a server. */
export const ConnectServer = ({ close }: { close: () => void }) => {
  const { ledger } = usePolicy().policy
  const last = useLedger((s) => s.server)
  const address = ledger ?? last
  const known = address === null ? null : serverOf(address)
  const [server, setServer] = useState(() => known ?? noServer)
  const { problem, busy } = useLedger()
  const ready = isWhole(server) && !busy
  const open = async (): Promise<void> => {
    if (!ready || !(await useLedger.getState().act(() => call('ledger.open', { place: placeOf(server) })))) return
    await keepAfter(server)
    close()
    useNav.getState().go('office')
  }
  return (
    <Modal title={t.office.make.connect} open centered onCancel={close} onOk={() => void open()} okText={t.office.make.doOpen} cancelText={t.cancel} okButtonProps={{ disabled: !ready, 'data-server-open': '' }} width={520}>
      <form className="dialog" onSubmit={(event) => { event.preventDefault(); void open() }}>
        <Governed field="ledger" />
        <ServerFields server={server} change={setServer} />
        {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
        <button type="submit" className="sr" tabIndex={-1}>{t.office.make.doOpen}</button>
      </form>
    </Modal>
  )
}
