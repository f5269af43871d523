import { Modal } from 'antd'
import { useState } from 'react'
import { call, dialog } from '../../api.ts'
import { useSettings } from '../../store/app.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { noFilter, useRegistering } from './registering.ts'
import type { Filter } from './registering.ts'

const PAGE = 5000

/** The codes of every unit that fits. */
const codesOf = async (filter: Filter): Promise<readonly string[]> => {
  const codes: string[] = []
  for (;;) {
    const answer = await call('register.look', { ...filter, offset: codes.length, limit: PAGE })
    if (!answer.ok || answer.value.units.length === 0) return codes
    codes.push(...answer.value.units.map((one) => one.unit))
    if (codes.length >= answer.value.total) return codes
  }
}

/** Asks for a folder and writes a task file for each of the units. */
export const issueTasks = async (units: 'all' | readonly string[], start: string): Promise<void> => {
  const [folder] = await dialog('dialog.folder', { title: t.register.issueFolder, start: start || null })
  if (!folder) return
  const answer = await call('register.issue', { units: units === 'all' ? 'all' : [...units], folder })
  useRegistering.setState(answer.ok ? { done: t.register.issued(answer.value.files, answer.value.folder), problem: null } : { done: null, problem: answer.problem })
  void useLedger.getState().load()
}

const Ask = ({ close }: { close: () => void }) => {
  const filter = useRegistering((s) => s.filter)
  const due = useLedger((s) => s.state?.counts.due ?? 0)
  const { exportFolder } = useSettings()
  const narrowed = JSON.stringify(filter) !== JSON.stringify(noFilter)
  const [found, setFound] = useState(narrowed)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [asked, setAsked] = useState(false)
  if (narrowed && !asked) {
    setAsked(true)
    void codesOf(filter).then(setCodes)
  }
  const ready = !found || (codes !== null && codes.length > 0)
  const go = async (): Promise<void> => {
    close()
    await issueTasks(found ? (codes ?? []) : 'all', exportFolder)
  }
  return (
    <Modal open centered width={520} title={t.register.issueTitle} okText={t.register.issueDo} cancelText={t.cancel} okButtonProps={{ disabled: !ready, 'data-issue-do': '' }} onOk={() => void go()} onCancel={close}>
      <p>{t.register.issueLine}</p>
      <div className="office-choices" role="radiogroup" aria-label={t.register.issueTitle}>
        <label className="office-check"><input type="radio" name="issue" checked={!found} onChange={() => setFound(false)} />{t.register.issueAll(due)}</label>
        {narrowed && <label className="office-check"><input type="radio" name="issue" checked={found} onChange={() => setFound(true)} />{t.register.issueFound(codes?.length ?? 0)}</label>}
      </div>
    </Modal>
  )
}

/** The button that issues task files. */
export const IssueButton = () => {
  const [asking, setAsking] = useState(false)
  const none = useLedger((s) => (s.state?.counts.due ?? 0) === 0)
  return (
    <>
      <button type="button" className="btn" disabled={none} onClick={() => setAsking(true)} data-issue><Icon name="ribbon" />{t.register.issue}</button>
      {asking && <Ask close={() => setAsking(false)} />}
    </>
  )
}
