import type { Answer, FilingView } from '../../../core/contract.ts'
import type { PartOf } from '../../../core/import/mapping.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { changePart, useImporting } from './importing.ts'
import type { DraftPart } from './parts.ts'
import { ItemChoice } from './ItemChoice.tsx'
import { GroupCard, TallyCard } from './ListCards.tsx'
import { TableCard } from './TableCard.tsx'
import { UnitChoice } from './UnitChoice.tsx'

const i = t.importing

const CellCard = ({ id, part, view }: { id: number; part: PartOf<'cell'>; view: FilingView }) => (
  <div className="import-line">
    <input className="field import-ref" aria-label={i.cellAt} title={i.cellHint} placeholder="C5" maxLength={10} value={part.cell} onFocus={() => useImporting.getState().set({ here: id })} onChange={(event) => changePart(id, { ...part, cell: event.target.value.trim().toUpperCase() })} data-import-ref />
    <Icon name="next" />
    <ItemChoice view={view} item={part.item} change={(item) => changePart(id, { ...part, item, unit: null })} />
    <UnitChoice view={view} item={part.item} unit={part.unit} label={i.unit} change={(unit) => changePart(id, { ...part, unit })} />
  </div>
)

const LookupCard = ({ id, part, view }: { id: number; part: PartOf<'lookup'>; view: FilingView }) => (
  <div className="import-line">
    <input className="field import-keys" aria-label={i.keys} title={i.keysHint} maxLength={400} defaultValue={part.keys.join('、')} onBlur={(event) => changePart(id, { ...part, keys: event.target.value.split('、').map((key) => key.trim()).filter(Boolean) })} />
    <input className="field import-col" aria-label={i.valueAt} title={i.valueAt} maxLength={3} defaultValue={part.valueAt.column} onBlur={(event) => /^[A-Z]{1,3}$/i.test(event.target.value) && changePart(id, { ...part, valueAt: { column: event.target.value.toUpperCase(), header: null } })} />
    <Icon name="next" />
    <ItemChoice view={view} item={part.item} change={(item) => changePart(id, { ...part, item, unit: null })} />
    <UnitChoice view={view} item={part.item} unit={part.unit} label={i.unit} change={(unit) => changePart(id, { ...part, unit })} />
  </div>
)

const Body = ({ one, view, look }: { one: DraftPart; view: FilingView; look: Answer<'import.look'> }) => {
  const { part } = one
  if (part.kind === 'cell') return <CellCard id={one.id} part={part} view={view} />
  if (part.kind === 'lookup') return <LookupCard key={one.id} id={one.id} part={part} view={view} />
  if (part.kind === 'table') return <TableCard id={one.id} part={part} view={view} look={look} />
  if (part.kind === 'tally') return <TallyCard id={one.id} part={part} view={view} look={look} />
  return <GroupCard id={one.id} part={part} view={view} look={look} />
}

const titleOf = ({ part }: DraftPart): string => `${i.kinds[part.kind]}　${part.sheet}`

/** One part of the mapping: whether it is imported, where it comes from, what it fills. */
export const PartCard = ({ one, view, look }: { one: DraftPart; view: FilingView; look: Answer<'import.look'> }) => {
  const here = useImporting((s) => s.here === one.id)
  const { parts, set } = useImporting.getState()
  return (
    <li className={`import-part ${here ? 'here' : ''} ${one.on ? '' : 'off'}`} data-import-part={one.part.kind} onFocus={() => set({ here: one.id, sheet: one.part.sheet })}>
      <div className="import-part-head">
        <label><input type="checkbox" checked={one.on} onChange={(event) => set({ parts: parts.map((other) => (other.id === one.id ? { ...other, on: event.target.checked } : other)) })} />{titleOf(one)}</label>
        <button type="button" className="btn icon-only import-remove" aria-label={`${i.remove} ${titleOf(one)}`} title={i.remove} onClick={() => set({ parts: parts.filter((other) => other.id !== one.id) })}><Icon name="close" size={14} /></button>
      </div>
      <Body one={one} view={view} look={look} />
    </li>
  )
}
