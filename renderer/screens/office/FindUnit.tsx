import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { RegisterUnit } from '../../../core/contract/regulator/register.ts'
import { useLedgerKey } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { openSubmission, openUnit } from './jumps.ts'
import { findUnits } from './unitNames.ts'
import type { Found } from './unitNames.ts'

const close = (): void => useNav.getState().showFind(false)

const open = (unit: RegisterUnit | undefined): void => {
  if (!unit) return
  close()
  if (useNav.getState().screen === 'review' && unit.submission !== null) openSubmission(unit.submission)
  else openUnit(unit.unit)
}

const Line = ({ unit, at, active, choose }: { unit: RegisterUnit; at: number; active: boolean; choose: (at: number) => void }) => (
  <div id={`unit-${at}`} role="option" aria-selected={active} className="finder-line" data-found-unit={unit.unit} onMouseDown={(event) => { event.preventDefault(); open(unit) }} onMouseEnter={() => choose(at)}>
    <span className="grow">{unit.name}<span className="grey small office-found-code">{unit.unit}</span></span>
    <span className="finder-value">{unit.regionName}</span>
  </div>
)

const onKeys = (units: readonly RegisterUnit[], active: number, choose: (at: number) => void) => (event: KeyboardEvent): void => {
  if (event.nativeEvent.isComposing) return
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by !== undefined) choose(Math.max(0, Math.min(units.length - 1, active + by)))
  else if (event.key === 'Enter') open(units[active])
  else if (event.key === 'Escape') close()
  else if (event.key !== 'Tab') return
  event.preventDefault()
  event.stopPropagation()
}

/** What is found, a moment after the last key; null until the first answer. */
const useFound = (query: string): Found | null => {
  const key = useLedgerKey()
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let live = true
    const wait = setTimeout(() => void findUnits(key, query, (now) => { if (live) setFound(now) }, () => live), 120)
    return () => {
      live = false
      clearTimeout(wait)
    }
  }, [key, query])
  return found
}

const Finder = () => {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const found = useFound(query)
  useEffect(() => {
    const before = document.activeElement
    input.current?.focus()
    return () => { if (before instanceof HTMLElement) before.focus() }
  }, [])
  useEffect(() => document.getElementById(`unit-${active}`)?.scrollIntoView({ block: 'nearest' }), [active])
  const list = found?.units ?? []
  return (
    <div className="finder" role="dialog" aria-label={t.office.find.label}>
      <div className="finder-field">
        <Icon name="search" />
        <input ref={input} value={query} role="combobox" aria-expanded={list.length > 0} aria-controls="unit-list" aria-activedescendant={list.length > 0 ? `unit-${active}` : undefined} aria-label={t.office.find.label} autoComplete="off" spellCheck={false} onChange={(event) => { setQuery(event.target.value); setActive(0) }} onKeyDown={onKeys(list, active, setActive)} />
        <span className="grey small">{t.office.find.hint}</span>
      </div>
      <div className="finder-list" id="unit-list" role="listbox" aria-label={t.office.find.label}>
        {list.length > 0 && <div className="finder-head" role="presentation">{t.office.find.units(list.length)}</div>}
        {list.map((unit, at) => <Line key={unit.unit} unit={unit} at={at} active={at === active} choose={setActive} />)}
      </div>
      {found?.busy && <p className="finder-none grey" role="status">{t.office.find.reading}</p>}
      {found && !found.busy && list.length === 0 && <p className="finder-none" role="status">{t.office.find.none(query)} <button type="button" className="link" onClick={() => { setQuery(''); input.current?.focus() }}>{t.find.clear}</button></p>}
      <div className="finder-foot" aria-hidden="true"><Kbd>↑</Kbd><Kbd>↓</Kbd> {t.find.choose}<span className="gap" /><Kbd>Enter</Kbd> {t.office.find.go}<span className="gap" /><Kbd>Esc</Kbd> {t.find.close}</div>
    </div>
  )
}

/** The quick find of the regulator: units by name, code or pinyin initials. */
export const FindUnit = () => {
  const on = useNav((s) => s.find)
  if (!on) return null
  return (
    <>
      <div className="finder-veil" onMouseDown={close} />
      <Finder />
    </>
  )
}
