import type { Answer, FilingView } from '../../../core/contract.ts'
import type { Table } from '../../../core/pack/schema.ts'
import { isNumeric } from '../../grid/show.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { newPart, useImporting } from './importing.ts'
import { PartCard } from './PartCard.tsx'
import { tablesOf, wholeParts } from './parts.ts'
import { Sample } from './Sample.tsx'

const i = t.importing

const SavedChoice = () => {
  const saved = useImporting((s) => s.saved)
  const used = useImporting((s) => s.used)
  if (saved.length === 0) return null
  return (
    <span className="import-saved">
      <label htmlFor="import-saved">{i.useSaved}</label>
      <select id="import-saved" className="field" value={used ?? ''} onChange={(event) => useImporting.getState().use(event.target.value)}>
        <option value="">{i.savedNone}</option>
        {saved.map(({ name }) => <option key={name} value={name}>{name}</option>)}
      </select>
      {used && <button type="button" className="btn icon-only" aria-label={i.forget(used)} title={i.forget(used)} onClick={() => void useImporting.getState().forget(used)}><Icon name="trash" /></button>}
    </span>
  )
}

const addCell = (): void => {
  const { parts, sheet, set } = useImporting.getState()
  const part = newPart({ kind: 'cell', sheet, cell: '', item: '', unit: null, codes: {} })
  set({ parts: [part, ...parts], here: part.id })
}

const addTable = (view: FilingView): void => {
  const { parts, sheet, set } = useImporting.getState()
  const part = newPart({ kind: 'table', sheet, headerRow: 1, lastRow: null, table: tablesOf(view.pack)[0]?.key ?? '', mode: 'match', columns: [] })
  set({ parts: [part, ...parts], here: part.id })
}

const figuresIn = (table: Table): number => table.columns.filter((item) => item.key !== table.rowKey && item.required !== 'computed' && isNumeric(item)).length

const addGroup = (view: FilingView): void => {
  const { parts, sheet, set } = useImporting.getState()
  const table = tablesOf(view.pack).toSorted((a, b) => figuresIn(b) - figuresIn(a))[0]
  if (!table) return
  const part = newPart({ kind: 'group', sheet, headerRow: 1, lastRow: null, table: table.key, mode: 'match', where: null, by: { at: { column: 'A', header: null }, item: table.rowKey, codes: {} }, measures: [] })
  set({ parts: [part, ...parts], here: part.id })
}

const addTally = (): void => {
  const { parts, sheet, set } = useImporting.getState()
  const part = newPart({ kind: 'tally', sheet, headerRow: 1, lastRow: null, op: 'count', of: null, where: null, item: '', unit: null })
  set({ parts: [part, ...parts], here: part.id })
}

const Parts = ({ view, look }: { view: FilingView; look: Answer<'import.look'> }) => {
  const parts = useImporting((s) => s.parts)
  const used = useImporting((s) => s.used)
  const proposed = parts.filter((one) => one.on).length
  return (
    <section className="panel safety-list" aria-label={i.parts} data-region="panel">
      <div className="safety-bar"><p className="grow" data-import-used={used ?? ''}>{used ? i.used(used) : parts.length > 0 ? i.proposed(proposed) : i.nothing}</p><SavedChoice /></div>
      <div className="safety-scroll" tabIndex={-1}><ul className="import-parts">{parts.map((one) => <PartCard key={one.id} one={one} view={view} look={look} />)}</ul></div>
      <div className="import-add">
        <button type="button" className="link" onClick={addCell} data-import-add="cell"><Icon name="plus" />{i.addCell}</button>
        <button type="button" className="link" onClick={() => addTable(view)} data-import-add="table"><Icon name="plus" />{i.addTable}</button>
        <button type="button" className="link" onClick={() => addGroup(view)} data-import-add="group"><Icon name="plus" />{i.addGroup}</button>
        <button type="button" className="link" onClick={addTally} data-import-add="tally"><Icon name="plus" />{i.addTally}</button>
      </div>
    </section>
  )
}

/** The file's sheets on the left, what each part fills on the right. */
export const MapStep = ({ view, look }: { view: FilingView; look: Answer<'import.look'> }) => {
  const whole = wholeParts(useImporting((s) => s.parts))
  const problem = useImporting((s) => s.problem)
  const busy = useImporting((s) => s.busy)
  const ready = whole.length > 0 && !busy
  const see = (): void => void useImporting.getState().see()
  useCtrlEnter(ready ? see : null)
  const tables = whole.filter((part) => 'table' in part).length
  return (
    <>
      <div className="import-split"><Sample sheets={look.sheets} /><Parts view={view} look={look} /></div>
      <footer className="import-foot">
        <span className="grow">{problem ? <span role="alert"><Mark name="stop">{say(problem)}</Mark></span> : whole.length > 0 ? `${i.sum(whole.length - tables, tables)}　${i.untouched}` : i.lack}</span>
        <button type="button" className="btn" onClick={() => useImporting.getState().start()}>{i.again}</button>
        <button type="button" className="btn solid" disabled={!ready} onClick={see} data-import-see>{i.preview}<Kbd>Ctrl Enter</Kbd></button>
      </footer>
    </>
  )
}
