import { useState } from 'react'
import type { ReviewView } from '../../../core/contract/regulator/review.ts'
import { call } from '../../api.ts'
import { isDate, tidyDate } from '../../grid/dates.ts'
import { useSettings } from '../../store/app.ts'
import { t } from '../../text/texts.ts'
import { DateField } from '../../ui/DateField.tsx'
import { AskReason } from '../office/AskReason.tsx'
import { today } from '../office/today.ts'
import { chooseLetterFolder, queryCounts } from './deciding.ts'
import { useReviewing } from './reviewing.ts'

const Folder = () => {
  const { exportFolder } = useSettings()
  return (
    <div className="dialog-line decide-line">
      <span className="dialog-word">{t.review.folder}</span>
      <span className="grow office-path">{exportFolder || <span className="grey">{t.review.noFolder}</span>}</span>
      <button type="button" className="btn small-btn" onClick={() => void chooseLetterFolder(exportFolder)} data-letter-folder>{t.review.chooseFolder}</button>
    </div>
  )
}

/** Accepting: a reason where something stands against it, and a receipt if wanted. */
export const AcceptDialog = ({ view, close }: { view: ReviewView; close: () => void }) => {
  const [receipt, setReceipt] = useState(false)
  const { exportFolder } = useSettings()
  const { submission, errors } = view.line
  const run = (reason: string) => useReviewing.getState().act(() => call('review.accept', { submission, reason, ...(receipt ? { folder: exportFolder } : {}) }), (answer) => answer.view, (answer) => ({ words: answer.file ? t.review.acceptedFile : t.review.accepted, file: answer.file }))
  return (
    <AskReason title={t.review.acceptTitle} ok={t.review.accept} optional={errors === 0} ready={!receipt || exportFolder !== ''} close={close} run={run}>
      <p>{errors > 0 ? t.review.acceptErrors(errors) : t.review.acceptLine}</p>
      <label className="office-check"><input type="checkbox" checked={receipt} onChange={(event) => setReceipt(event.target.checked)} data-receipt />{t.review.writeReceipt}</label>
      {receipt && <Folder />}
    </AskReason>
  )
}

/** Returning: why, until when, and where the slip goes. */
export const ReturnDialog = ({ view, close }: { view: ReviewView; close: () => void }) => {
  const [due, setDue] = useState(today(10))
  const { exportFolder } = useSettings()
  const { submission } = view.line
  const { drafts } = queryCounts(view)
  const run = (reason: string) => useReviewing.getState().act(() => call('review.return', { submission, reason, due: tidyDate(due), folder: exportFolder }), (answer) => answer.view, (answer) => ({ words: t.review.returned(answer.queries), file: answer.file }))
  return (
    <AskReason title={t.review.returnTitle} ok={t.review.return(drafts)} start={t.review.defaultReason} ready={exportFolder !== '' && isDate(tidyDate(due))} close={close} run={run}>
      <p>{t.review.returnLine(drafts)}</p>
      <div className="dialog-line decide-line"><label htmlFor="return-due">{t.review.returnDue}</label><DateField id="return-due" label={t.review.returnDue} value={due} commit={setDue} /></div>
      <Folder />
    </AskReason>
  )
}

/** Taking an acceptance or a return back. */
export const RevokeDialog = ({ view, close }: { view: ReviewView; close: () => void }) => (
  <AskReason title={t.review.revokeTitle} ok={t.review.revoke} close={close} run={(reason) => useReviewing.getState().act(() => call('review.revoke', { submission: view.line.submission, reason }), (next) => next, () => ({ words: t.review.revoked }))}><p>{t.review.revokeLine}</p></AskReason>
)

/** Letting one in that waits outside: another region, a conflict, a unit the register does not have. */
export const AdmitDialog = ({ view, close }: { view: ReviewView; close: () => void }) => (
  <AskReason title={t.intake.admitTitle} ok={t.review.admit} close={close} run={(reason) => useReviewing.getState().act(() => call('review.admit', { submission: view.line.submission, reason }), (next) => next)}><p>{t.intake.admitLine}</p></AskReason>
)
