import { Modal } from 'antd'
import { useState } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { jumpToQuery } from '../letter/jumpToQuery.ts'
import { useSealing } from './sealing.ts'

/** Asks why a year is opened again; a return says why itself. */
export const ReopenDialog = ({ view, close }: { view: FilingView; close: () => void }) => {
  const { returned } = view.letters
  const [reason, setReason] = useState(returned ? t.letter.reason(returned.reason).slice(0, 500) : '')
  const problem = useSealing((s) => s.problem)
  const busy = useSealing((s) => s.busy !== null)
  const short = [...reason.trim()].length < 2
  const reopen = async (): Promise<void> => {
    if (short || busy || !(await useSealing.getState().reopen(view.filing, reason.trim()))) return
    close()
    useNav.getState().go('entry')
    jumpToQuery()
  }
  return (
    <Modal open centered className="seal-modal" width={480} title={t.seal.reopenTitle} okText={t.seal.reopenDo} cancelText={t.cancel} okButtonProps={{ disabled: short || busy, 'data-reopen-do': '' }} onOk={() => void reopen()} onCancel={close}>
      <p>{t.seal.reopenLine(view.submitNo + 1)}</p>
      <label className="seal-reason" htmlFor="seal-reason">{t.seal.reopenReason}<span className="c-stop" aria-hidden="true">*</span></label>
      <textarea
        id="seal-reason" className="field" rows={3} maxLength={500} value={reason} autoFocus placeholder={t.seal.reopenHint} aria-required aria-describedby="seal-reason-why" data-reopen-reason onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) { event.preventDefault(); void reopen() } }}
      />
      <p id="seal-reason-why" className="seal-reason-why" role="status">{problem ? <Mark name="stop">{say(problem)}</Mark> : short ? <span className="grey">{t.seal.reopenShort}</span> : null}</p>
    </Modal>
  )
}

const words = ({ letters: { returned, accepted } }: FilingView) => ({ draft: t.seal.readonly, sealed: t.seal.readonly, reopened: t.seal.readonly, returned: returned ? t.letter.returnedLine(returned.submitNo, returned.reason) : t.seal.returned, accepted: accepted ? t.letter.acceptedLine(accepted.submitNo, accepted.acceptedAt, accepted.regulator) : t.seal.accepted })

/** That the year is read-only, and the way to open it again with a reason. */
export const ReopenLine = ({ view }: { view: FilingView }) => {
  const [asking, setAsking] = useState(false)
  return (
    <div className="seal-foot">
      <Icon name="lock" />
      <span className="grow">{words(view)[view.state]}</span>
      {view.state !== 'accepted' && <button type="button" className="link" data-reopen onClick={() => setAsking(true)}>{t.seal.reopen}</button>}
      {asking && <ReopenDialog view={view} close={() => setAsking(false)} />}
    </div>
  )
}
