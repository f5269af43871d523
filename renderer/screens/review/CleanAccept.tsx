import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { CleanPreview } from '../../../core/contract/regulator/review.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { useSettings } from '../../store/app.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useReviewing } from './reviewing.ts'

const Lists = ({ preview }: { preview: CleanPreview }) => (
  <div className="clean-lists">
    <section aria-label={t.review.cleanReady(preview.ready.length)} data-clean-ready={preview.ready.length}>
      <h3><Mark name="done">{t.review.cleanReady(preview.ready.length)}</Mark></h3>
      <ul tabIndex={0}>{preview.ready.map((line) => <li key={line.submission}>{line.name}<span className="grey-2">　{t.review.submit(line.submitNo)}</span></li>)}</ul>
    </section>
    <section aria-label={t.review.cleanNot(preview.not.length)} data-clean-not={preview.not.length}>
      <h3><Mark name="verify">{t.review.cleanNot(preview.not.length)}</Mark></h3>
      <ul tabIndex={0}>{preview.not.map(({ line, why }) => <li key={line.submission}>{line.name}<span className="grey-2">　{why}</span></li>)}</ul>
    </section>
  </div>
)

const Ask = ({ close }: { close: () => void }) => {
  const [preview, setPreview] = useState<CleanPreview | null>(null)
  const [receipts, setReceipts] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { exportFolder } = useSettings()
  useEffect(() => void call('review.clean', {}).then((answer) => (answer.ok ? setPreview(answer.value) : setProblem(answer.problem))), [])
  const n = preview?.ready.length ?? 0
  const go = async (): Promise<void> => {
    if (!preview || n === 0) return
    const [folder] = receipts ? await dialog('dialog.folder', { title: t.review.folderTitle, start: exportFolder || null }) : []
    if (receipts && !folder) return
    const submissions = preview.ready.map((line) => line.submission)
    const met = await useReviewing.getState().act(() => call('review.acceptClean', { submissions, ...(folder ? { folder } : {}) }), () => null, (answer) => ({ words: t.review.cleanDone(answer.accepted, answer.not), file: folder ?? null }))
    if (met) return setProblem(met)
    const open = useReviewing.getState().view?.line.submission
    if (open !== undefined) void useReviewing.getState().open(open)
    close()
  }
  return (
    <Modal open centered width={760} title={t.review.cleanTitle} okText={t.review.cleanDo(n)} cancelText={t.cancel} okButtonProps={{ disabled: n === 0, 'data-clean-do': '' }} onOk={() => void go()} onCancel={close}>
      <p>{t.review.cleanLine}</p>
      {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
      {preview && <Lists preview={preview} />}
      {preview && n === 0 && <p>{t.review.cleanNone}</p>}
      <label className="office-check"><input type="checkbox" checked={receipts} onChange={(event) => setReceipts(event.target.checked)} />{t.review.writeReceipt}</label>
    </Modal>
  )
}

/** Accepting what is clean in bulk, after a look at the list. */
export const CleanButton = ({ n }: { n: number }) => {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button type="button" className="link" disabled={n === 0} onClick={() => setAsking(true)} data-clean>{t.review.clean}</button>
      {asking && <Ask close={() => setAsking(false)} />}
    </>
  )
}
