import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import { focusCell } from '../../grid/GridContext.ts'
import { useInitials } from '../../grid/useInitials.ts'
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
import { blankCells, findRules } from './findBlanks.ts'
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

interface Part { readonly title: string; readonly hits: readonly Hit[] }
const SHOWN = 60

/** What is found, part by part; with nothing typed, the required cells that are still blank. */
const useParts = (view: FilingView, query: string): readonly Part[] => {
  const findings = useShownFindings()
  const initials = useInitials(true)
  const form = useNav((s) => s.form)
  return useMemo(() => {
    const blanks = query.trim() === '' ? blankCells(view, form) : []
    const items = findItems(view, query, initials)
    const found = findFindings(findings, query, initials)
    const rules = findRules(view, query, new Set(found.map((hit) => hit.code)))
    const parts = [{ title: t.grid.blanks(blanks.length), hits: blanks.slice(0, SHOWN) }, { title: t.find.items(items.length), hits: items }, { title: t.find.findings(found.length), hits: found }, { title: t.grid.rules(rules.length), hits: rules }]
    return parts.filter(({ hits }) => hits.length > 0)
  }, [view, query, findings, initials, form])
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

/** What is typed stays in the find: a cell that comes into view late, after an undo say, does not take the caret away. */
const keepCaret = (event: FocusEvent<HTMLInputElement>): void => {
  const input = event.currentTarget
  if (event.relatedTarget instanceof Element && event.relatedTarget.closest('.finder')) return
  setTimeout(() => { if (useNav.getState().find) input.focus() })
}

const Finder = ({ view }: { view: FilingView }) => {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const parts = useParts(view, query)
  const hits = parts.flatMap((part) => part.hits)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => document.getElementById(`find-${active}`)?.scrollIntoView({ block: 'nearest' }), [active])
  const line = (hit: Hit, at: number) => <Line key={hit.key} hit={hit} at={at} active={at === active} choose={setActive} />
  return (
    <div className="finder" role="dialog" aria-label={t.find.label}>
      <div className="finder-field">
        <Icon name="search" />
        <input ref={input} value={query} role="combobox" aria-expanded={hits.length > 0} aria-controls="find-list" aria-activedescendant={hits.length > 0 ? `find-${active}` : undefined} aria-label={t.find.label} autoComplete="off" spellCheck={false} onChange={(event) => { setQuery(event.target.value); setActive(0) }} onKeyDown={onKeys(hits, active, setActive)} onBlur={keepCaret} />
        <span className="grey small">{t.find.hint}</span>
      </div>
      <div className="finder-list" id="find-list" role="listbox" aria-label={t.find.label}>
        {parts.map(({ title, hits: mine }) => (
          <Fragment key={title}>
            <div className="finder-head" role="presentation">{title}</div>
            {mine.map((hit) => line(hit, hits.indexOf(hit)))}
          </Fragment>
        ))}
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
