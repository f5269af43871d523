import { useEffect, useState } from 'react'
import type { CellRef } from '../../../core/filing/filing.ts'
import type { FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'
import { useFiling } from '../../store/filing.ts'
import { mergeChange } from '../../store/merge.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Section } from './Section.tsx'

const MOST = 2000

/** Stores a note and shows what the file now has; a refusal comes back. */
const put = async (filing: number, note: { readonly item: string; readonly row: number | null; readonly text: string; readonly shared: boolean }): Promise<Problem | null> => {
  const answer = await call('note.set', { filing, ...note })
  if (!answer.ok) return answer.problem
  const { view } = useFiling.getState()
  if (view?.filing === filing) useFiling.setState({ view: mergeChange(view, answer.value) })
  return null
}

interface Props { readonly view: FilingView; readonly cell: CellRef; readonly item: Item }

const Field = ({ view, cell, item }: Props) => {
  const stored = view.notes.find((note) => note.item === cell.item && note.row === cell.row)
  const [text, setText] = useState(stored?.text ?? '')
  const [shared, setShared] = useState(stored?.shared ?? false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [saved, setSaved] = useState(false)
  const readOnly = !['draft', 'reopened'].includes(view.state)
  const fixed = readOnly && stored?.shared === true
  const changed = text.trim() !== (stored?.text ?? '') || (text.trim() !== '' && shared !== (stored?.shared ?? false))
  useEffect(() => { if (changed) setSaved(false) }, [changed])
  const save = async (): Promise<void> => {
    if (!changed || fixed) return
    const refused = await put(view.filing, { item: cell.item, row: cell.row, text: text.trim(), shared })
    setProblem(refused)
    setSaved(refused === null)
  }
  return (
    <div className="cell-note" data-note={cell.item} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) void save() }} onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); void save() } }}>
      <textarea className="field" aria-label={t.print.note.label(item.name)} placeholder={t.print.note.placeholder} maxLength={MOST} value={text} readOnly={fixed} onChange={(event) => setText(event.target.value)} />
      <div className="cell-note-acts">
        <label title={t.print.note.sharedSub}><input type="checkbox" checked={shared} disabled={readOnly} onChange={(event) => setShared(event.target.checked)} data-shared />{t.print.note.shared}</label>
        <span className="grow" />
        {changed && !fixed && <button type="button" className="btn small-btn" onClick={() => void save()} data-save-note>{t.print.note.save}</button>}
        <span role="status" aria-live="polite">{problem ? <Mark name="stop">{say(problem)}</Mark> : fixed ? t.print.note.fixed : saved && !changed ? <Mark name="done">{t.print.note.saved}</Mark> : null}</span>
      </div>
    </div>
  )
}

/** The note on a cell: for the unit alone, or to go with the submission; leaving it saves it. */
export const CellNote = (props: Props) => (
  <Section id="panel-note" icon="pen" title={t.print.note.title}><Field key={`${props.view.filing}/${props.cell.item}@${props.cell.row ?? ''}`} {...props} /></Section>
)
