import { Modal } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'

interface Props { readonly title: string; readonly ok: string; readonly children?: ReactNode; readonly ready?: boolean; readonly optional?: boolean; readonly start?: string; readonly close: () => void; /** Does it; null when done. */ readonly run: (reason: string) => Promise<Problem | null> }

/** A dialog that asks why, since the ledger records it. */
export const AskReason = ({ title, ok, children, ready = true, optional = false, start = '', close, run }: Props) => {
  const [reason, setReason] = useState(start)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const can = ready && !busy && (optional || reason.trim() !== '')
  const go = async (): Promise<void> => {
    if (!can) return
    setBusy(true)
    const met = await run(reason.trim())
    setBusy(false)
    if (met) setProblem(met)
    else close()
  }
  return (
    <Modal open centered className="seal-modal" width={500} title={title} okText={ok} cancelText={t.cancel} okButtonProps={{ disabled: !can, 'data-ask-ok': '' }} onOk={() => void go()} onCancel={close}>
      {children}
      <label className="seal-reason" htmlFor="ask-reason">{t.office.reason}{!optional && <span className="c-stop" aria-hidden="true">*</span>}</label>
      <textarea
        id="ask-reason" className="field" rows={3} maxLength={500} value={reason} autoFocus placeholder={t.office.reasonHint} aria-required={!optional} data-ask-reason onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) { event.preventDefault(); void go() } }}
      />
      <p className="seal-reason-why" role="status">{problem && <Mark name="stop">{say(problem)}</Mark>}</p>
    </Modal>
  )
}
