import { Dropdown, Modal } from 'antd'
import { useState } from 'react'
import type { AppState, UnitSummary } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Result } from '../../../core/result.ts'
import { call } from '../../api.ts'
import { takeState } from '../../store/takeState.ts'
import { useNav } from '../../store/nav.ts'
import { openFiling } from '../frame/UnitSwitch.tsx'
import { useHelp } from '../help/help.ts'
import { useSafety } from '../safety/safety.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'

const r = t.safety.remove

/** What is to be deleted: the unit, or one of its years. */
interface Doomed { readonly title: string; readonly sealed: boolean; readonly remove: (reason: string) => Promise<Result<AppState>> }

const RemoveDialog = ({ doomed, close }: { doomed: Doomed; close: () => void }) => {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const short = doomed.sealed && [...reason.trim()].length < 2
  const run = async (): Promise<void> => {
    if (short || busy) return
    setBusy(true)
    const answer = await doomed.remove(reason.trim())
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    close()
    await takeState(answer.value)
    await useSafety.getState().load()
  }
  return (
    <Modal open centered className="seal-modal" width={480} title={doomed.title} okText={r.do} cancelText={t.cancel} okButtonProps={{ disabled: short || busy, 'data-remove-do': '' }} onOk={() => void run()} onCancel={close}>
      <p>{r.line}</p>
      <label className="seal-reason" htmlFor="remove-reason">{r.reason}{doomed.sealed && <span className="c-stop" aria-hidden="true">*</span>}</label>
      <input id="remove-reason" className="field" maxLength={200} value={reason} autoFocus aria-required={doomed.sealed} placeholder={doomed.sealed ? r.reasonHint : ''} onChange={(event) => setReason(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && void run()} />
      <p className="seal-reason-why" role="status">{problem ? <Mark name="stop">{say(problem)}</Mark> : short ? <span className="grey">{r.reasonShort}</span> : null}</p>
    </Modal>
  )
}

const withReason = (reason: string): { reason?: string } => (reason === '' ? {} : { reason })

const doomedOf = (unit: UnitSummary, key: string): Doomed => {
  const filing = unit.filings.find((one) => String(one.filing) === key)
  if (!filing) return { title: r.unitTitle(unit.name), sealed: unit.filings.some((one) => one.submitNo > 0), remove: (reason) => call('unit.delete', { unit: unit.unit, ...withReason(reason) }) }
  return { title: r.filingTitle(unit.name, filing.year), sealed: filing.submitNo > 0, remove: (reason) => call('filing.delete', { filing: filing.filing, ...withReason(reason) }) }
}

const openPrior = async (filing: number): Promise<void> => {
  if (await openFiling(filing)) useNav.getState().go('prior')
}

/** The links in a unit's heading: what is seldom needed. */
export const UnitLinks = ({ unit, own }: { unit: UnitSummary; own: boolean }) => {
  const [doomed, setDoomed] = useState<Doomed | null>(null)
  const newest = unit.filings[0]
  const items = [{ key: 'note', label: t.help.note.text }, ...unit.filings.map((filing) => ({ key: String(filing.filing), label: r.filing(filing.year) })), { key: 'unit', label: r.unit }]
  return (
    <>
      {newest && <button type="button" className="link" aria-label={`${t.safety.home.prior} ${unit.name}`} onClick={() => void openPrior(newest.filing)} data-link="prior">{t.safety.home.prior}</button>}
      {own && <Dropdown menu={{ items, onClick: ({ key }) => (key === 'note' ? useHelp.getState().showNote(unit.unit) : setDoomed(doomedOf(unit, key))) }} trigger={['click']}>
        <button type="button" className="link" aria-label={`${r.more} ${unit.name}`} data-more>{r.more}</button>
      </Dropdown>}
      {doomed && <RemoveDialog doomed={doomed} close={() => setDoomed(null)} />}
    </>
  )
}
