import { useState } from 'react'
import type { IntakeDetail } from '../../../core/contract/regulator/intake.ts'
import { call, dialog } from '../../api.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { AskReason } from '../office/AskReason.tsx'
import { openSubmission } from '../office/jumps.ts'
import { useIntaking } from './intaking.ts'

const admitted: readonly string[] = ['other_region', 'not_in_register', 'conflict', 'other_year']

const writeFindings = async (file: IntakeDetail): Promise<void> => {
  const [path] = await dialog('dialog.save', { title: t.intake.findingsTitle, name: t.intake.findingsName((file.name ?? file.file).replace(/\.xlsx$/i, '')), kinds: 'table' })
  if (!path) return
  const problem = await useIntaking.getState().act(() => call('intake.findings', { file: file.id, path }), (answer) => t.intake.letterDone(answer.path))
  if (problem) useIntaking.getState().say(null, problem)
}

const TakeHand = ({ file, close }: { file: IntakeDetail; close: () => void }) => {
  const [unit, setUnit] = useState(file.unit ?? '')
  const code = unit.trim().toUpperCase()
  return (
    <AskReason title={t.intake.handTitle} ok={t.intake.hand} close={close} run={(reason) => useIntaking.getState().act(() => call('intake.takeHand', { file: file.id, reason, ...(code === '' ? {} : { unit: code }) }), (took) => took.did)}>
      <p>{t.intake.handLine}</p>
      <label className="seal-reason" htmlFor="hand-unit">{t.intake.handUnit}</label>
      <input id="hand-unit" className="field" value={unit} maxLength={40} autoComplete="off" spellCheck={false} placeholder={t.intake.handUnitHint} onChange={(event) => setUnit(event.target.value)} data-hand-unit />
    </AskReason>
  )
}

/** What a person may do with a file: open it in review, take it in, write to its unit, see where it lies. */
export const FileActs = ({ file }: { file: IntakeDetail }) => {
  const [asking, setAsking] = useState<'hand' | 'admit' | null>(null)
  const { submission, other, kept } = file
  const close = (): void => setAsking(null)
  const hand = file.verdict === 'unsealed' && submission === null
  return (
    <div className="office-acts">
      {submission !== null && <button type="button" className="btn small-btn" onClick={() => openSubmission(submission)} data-go-review>{t.intake.review}<Icon name="next" size={14} /></button>}
      {submission !== null && admitted.includes(file.state) && <button type="button" className="btn small-btn" onClick={() => setAsking('admit')} data-admit>{t.intake.admit}</button>}
      {other !== null && <button type="button" className="btn small-btn" onClick={() => openSubmission(other)}>{t.intake.other}</button>}
      {hand && <button type="button" className="btn small-btn" onClick={() => setAsking('hand')} data-take-hand>{t.intake.hand}</button>}
      {file.verdict === 'unsealed' && <button type="button" className="btn small-btn" onClick={() => void writeFindings(file)} data-findings>{t.intake.findingsLetter}</button>}
      {kept !== null && <button type="button" className="btn small-btn" onClick={() => void dialog('shell.show', { path: kept })} data-open-kept><Icon name="folder" size={14} />{t.intake.openKept}</button>}
      <button type="button" className="btn small-btn" onClick={() => void dialog('shell.show', { path: file.path })}><Icon name="folder" size={14} />{t.intake.openFolder}</button>
      {kept !== null && <p className="verify-quiet">{t.intake.keptNote}</p>}
      {asking === 'hand' && <TakeHand file={file} close={close} />}
      {asking === 'admit' && submission !== null && <AskReason title={t.intake.admitTitle} ok={t.intake.admit} close={close} run={(reason) => useIntaking.getState().act(() => call('review.admit', { submission, reason }), () => null)}><p>{t.intake.admitLine}</p></AskReason>}
    </div>
  )
}
