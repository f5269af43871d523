import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import { focusCell } from '../../grid/GridContext.ts'
import { initialsOf, loadInitials } from '../../grid/initials.ts'
import { useShownFindings } from '../../grid/useGridState.ts'
import { cellId } from '../../store/cellId.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { jumpTo } from '../entry/jump.ts'
import { findFindings, findItems } from './findMatches.ts'
import type { Hit } from './findMatches.ts'

const close = (): void => useNav.getState().showFind(false)

/** Closes the find and gives the caret back to its cell. */
const giveBack = (): void => {
  close()
  const { cell } = useFocus.getState()
  if (cell) focusCell(cellId(cell.item, cell.row))
}
const open = (hit: Hit | undefined): void => {
  if (!hit) return
  close()
  jumpTo(hit.cell)
}

const Line = ({ hit, at, active, choose }: { hit: Hit; at: number; active: boolean; choose: (at: number) => void }) => (
  <div id={`find-${at}`} role="option" aria-selected={active} className="finder-line" onMouseDown={(event) => { event.preventDefault(); open(hit) }} onMouseEnter={() => choose(at)}>
    <span className="finder-code">{hit.kind ? <Mark name={hit.kind}>{hit.code}</Mark> : hit.code}</span>
    <span className="grow">{hit.name.slice(0, hit.from)}<b>{hit.name.slice(hit.from, hit.to)}</b>{hit.name.slice(hit.to)}</span>
    <span className={hit.kind === 'stop' ? 'c-stop' : 'finder-value'}>{hit.value}</span>
  </div>
)

const useHits = (view: FilingView, query: string): readonly [readonly Hit[], readonly Hit[]] => {
  const findings = useShownFindings()
  const [loaded, setLoaded] = useState(false)
  useEffect(() => void loadInitials().then(() => setLoaded(true)), [])
  return useMemo(() => [findItems(view, query, initialsOf), findFindings(findings, query, initialsOf)], [view, query, findings, loaded])
}

const Foot = () => (
  <div className="finder-foot" aria-hidden="true"><Kbd>↑</Kbd><Kbd>↓</Kbd> {t.find.choose}<span className="gap" /><Kbd>Enter</Kbd> {t.find.go}<span className="gap" /><Kbd>Esc</Kbd> {t.find.close}</div>
)

const onKeys = (hits: readonly Hit[], active: number, choose: (at: number) => void) => (event: KeyboardEvent): void => {
  if (event.nativeEvent.isComposing) return
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by !== undefined) choose(Math.max(0, Math.min(hits.length - 1, active + by)))
  else if (event.key === 'Enter') open(hits[active])
  else if (event.key === 'Escape') giveBack()
  else if (event.key !== 'Tab') return
  event.preventDefault()
  event.stopPropagation()
}

const Finder = ({ view }: { view: FilingView }) => {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const [items, findings] = useHits(view, query)
  const hits = [...items, ...findings]
  useEffect(() => input.current?.focus(), [])
  useEffect(() => document.getElementById(`find-${active}`)?.scrollIntoView({ block: 'nearest' }), [active])
  const line = (hit: Hit, at: number) => <Line key={hit.key} hit={hit} at={at} active={at === active} choose={setActive} />
  return (
    <div className="finder" role="dialog" aria-label={t.find.label}>
      <div className="finder-field">
        <Icon name="search" />
        <input ref={input} value={query} role="combobox" aria-expanded={hits.length > 0} aria-controls="find-list" aria-activedescendant={hits.length > 0 ? `find-${active}` : undefined} aria-label={t.find.label} autoComplete="off" spellCheck={false} onChange={(event) => { setQuery(event.target.value); setActive(0) }} onKeyDown={onKeys(hits, active, setActive)} />
        <span className="grey small">{t.find.hint}</span>
      </div>
      <div className="finder-list" id="find-list" role="listbox" aria-label={t.find.label}>
        {items.length > 0 && <div className="finder-head" role="presentation">{t.find.items(items.length)}</div>}
        {items.map((hit, at) => line(hit, at))}
        {findings.length > 0 && <div className="finder-head" role="presentation">{t.find.findings(findings.length)}</div>}
        {findings.map((hit, at) => line(hit, items.length + at))}
      </div>
      {query.trim() !== '' && hits.length === 0 && <p className="finder-none" role="status">{t.find.none(query)} <button type="button" className="link" onClick={() => { setQuery(''); input.current?.focus() }}>{t.find.clear}</button></p>}
      <Foot />
    </div>
  )
}

/** The quick find over the window: items and findings by name, code or pinyin initials. */
export const FindBox = () => {
  const on = useNav((s) => s.find)
  const view = useFiling((s) => s.view)
  if (!on || !view) return null
  return (
    <>
      <div className="finder-veil" onMouseDown={giveBack} />
      <Finder view={view} />
    </>
  )
}
