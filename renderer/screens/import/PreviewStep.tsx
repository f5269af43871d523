import { useState } from 'react'
import type { Answer, FilingView } from '../../../core/contract.ts'
import type { ImportCell } from '../../../core/import/plan.ts'
import { say, t } from '../../text/texts.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { CellTable } from './CellTable.tsx'
import { useImporting } from './importing.ts'
import { SaveMapping } from './SaveMapping.tsx'
import { VerdictIcon, verdicts } from './VerdictIcon.tsx'

const i = t.importing
type Preview = Answer<'import.preview'>
type Verdict = ImportCell['verdict']

const Faults = ({ preview }: { preview: Preview }) => {
  const n = preview.faults.length
  if (n === 0) return null
  return (
    <section className="import-faults" aria-label={i.faults(n)} data-import-faults={n}>
      <h2><Mark name="stop">{i.faults(n)}</Mark></h2>
      <ul>{preview.faults.map((fault, at) => <li key={at}><b>{i.faultAt(fault.sheet, fault.cell)}</b>　{say(fault.problem)}</li>)}</ul>
    </section>
  )
}

const Counts = ({ preview, filter, show }: { preview: Preview; filter: Verdict | null; show: (filter: Verdict | null) => void }) => (
  <section className="import-counts" aria-label={i.filter}>
    <h2>{i.counts(preview.cells.length)}</h2>
    {verdicts.map((verdict) => (
      <button key={verdict} type="button" className="import-count" aria-pressed={filter === verdict} disabled={preview.counts[verdict] === 0} onClick={() => show(filter === verdict ? null : verdict)} data-count={verdict}>
        <VerdictIcon verdict={verdict}>{i.countWords[verdict]}</VerdictIcon><b>{preview.counts[verdict]}</b>
      </button>
    ))}
    {([['rowsAdded', i.rowsAdded], ['rowsRemoved', i.rowsRemoved]] as const).map(([key, word]) => preview.counts[key] > 0 && <p key={key} className="import-count plain"><span>{word}</span><b>{preview.counts[key]}</b></p>)}
  </section>
)

const Skipped = ({ preview }: { preview: Preview }) => preview.skipped.length > 0 && (
  <section className="import-counts" aria-label={i.skipped}>
    <h2>{i.skipped}</h2>
    <ul>{preview.skipped.slice(0, 20).map((one) => <li key={`${one.sheet}/${one.row}`} className="safety-extra">{one.sheet} {one.row}　{one.text}　{say(one.problem)}</li>)}</ul>
  </section>
)

const Foot = ({ preview }: { preview: Preview }) => {
  const skip = useImporting((s) => s.skip)
  const problem = useImporting((s) => s.problem)
  const busy = useImporting((s) => s.busy)
  const bad = preview.counts.refused + preview.faults.length
  const n = preview.counts.fills + preview.counts.replaces
  const ready = n + preview.counts.rowsRemoved > 0 && (bad === 0 || skip) && !busy
  const write = (): void => void useImporting.getState().write()
  useCtrlEnter(ready ? write : null)
  return (
    <footer className="import-foot">
      <div className="grow">
        {problem ? <span role="alert"><Mark name="stop">{say(problem)}</Mark></span> : bad > 0 && !skip ? <Mark name="stop">{i.refusedFirst(bad)}</Mark> : n === 0 ? i.nothingNew : i.undo}
      </div>
      {bad > 0 && n > 0 && <label className="import-skip"><input type="checkbox" checked={skip} onChange={(event) => useImporting.getState().set({ skip: event.target.checked })} data-import-skip />{i.skipRefused(bad)}</label>}
      <button type="button" className="btn" onClick={() => useImporting.getState().set({ preview: null, problem: null })}>{i.back}</button>
      <button type="button" className="btn solid" disabled={!ready} onClick={write} data-import-run>{i.run(n)}<Kbd>Ctrl Enter</Kbd></button>
    </footer>
  )
}

/** Every cell with its verdict, everything that is wrong at once, and the one button that writes. */
export const PreviewStep = ({ view, preview }: { view: FilingView; preview: Preview }) => {
  const [filter, setFilter] = useState<Verdict | null>(null)
  const cells = filter ? preview.cells.filter((cell) => cell.verdict === filter) : preview.cells.toSorted((a, b) => Number(b.verdict === 'refused') - Number(a.verdict === 'refused'))
  return (
    <>
      <div className="import-split preview">
        <section className="panel safety-list" aria-label={i.cells} data-region="form">
          <div className="safety-scroll" tabIndex={0} role="region" aria-label={i.cells}><Faults preview={preview} /><CellTable view={view} cells={cells} /></div>
        </section>
        <section className="panel safety-list import-side" aria-label={i.parts} data-region="panel"><div className="safety-scroll" tabIndex={-1}><Counts preview={preview} filter={filter} show={setFilter} /><Skipped preview={preview} /><SaveMapping /></div></section>
      </div>
      <Foot preview={preview} />
    </>
  )
}
