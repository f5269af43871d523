import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { t } from '../text/texts.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { initialsOf } from './initials.ts'
import type { Match } from './match.ts'
import type { Picker } from './usePicker.ts'

interface Place { readonly left: number; readonly width: number; readonly top?: number; readonly bottom?: number }

const placeUnder = (input: HTMLInputElement | null): Place => {
  const box = (input?.closest('.cell') ?? input)?.getBoundingClientRect()
  const zoom = Number(document.documentElement.style.zoom || 1)
  if (!box) return { left: 0, width: 320, top: 0 }
  const [left, top, bottom] = [box.left / zoom, box.bottom / zoom, (window.innerHeight - box.top) / zoom]
  const width = Math.max(320, Math.min(432, box.width / zoom + 160))
  const room = window.innerWidth / zoom - width - 8
  const below = window.innerHeight / zoom - top > 260
  return { left: Math.min(left, room), width, ...(below ? { top: top + 2 } : { bottom: bottom + 2 }) }
}

const headOf = (match: Match, query: string): string => {
  if (query === '') return t.table.all
  if (match.reason === 'code') return t.table.byCode
  if (match.reason === 'name') return t.table.byName
  return match.reason === 'initials' ? t.table.byInitials(query) : t.table.inside(query.length)
}

const Letters = ({ match, query }: { match: Match; query: string }) => {
  if (match.reason !== 'initials' && match.reason !== 'inside') return <span className="pick-letters" />
  const spaced = initialsOf(match.option.name)
  const all = spaced.includes(query) ? spaced : spaced.replaceAll(' ', '')
  return (
    <span className="pick-letters">
      {all.slice(0, match.at)}<b>{all.slice(match.at, match.at + query.length)}</b>{all.slice(match.at + query.length, match.at + query.length + 4)}
    </span>
  )
}

interface Props { readonly id: string; readonly picker: Picker; readonly anchor: () => HTMLInputElement | null; readonly choose: (at: number) => void; readonly used?: ReadonlyMap<string, number> }

const Lines = ({ id, picker, choose, used }: Omit<Props, 'anchor'>) => (
  <>
    {picker.matches.map((match, at) => {
      const head = headOf(match, picker.query)
      const row = used?.get(match.option.code)
      const first = at === 0 || headOf(picker.matches[at - 1] ?? match, picker.query) !== head
      return (
        <Fragment key={`${match.option.code}${at}`}>
          {first && <div className="pick-head" role="presentation">{head}</div>}
          <div
            id={`${id}-${at}`} role="option" aria-selected={at === picker.active} className={`pick-line ${row === undefined ? '' : 'used'}`}
            onMouseDown={(event) => { event.preventDefault(); choose(at) }} onMouseEnter={() => picker.activate(at)}
          >
            <span className="pick-code">{match.option.code}</span>
            <span className="pick-name">{match.option.name}</span>
            <Letters match={match} query={picker.query} />
            {row !== undefined && <span className="pick-note">{t.table.used(row)}</span>}
          </div>
        </Fragment>
      )
    })}
  </>
)

const samePlace = (old: Place | null, now: Place | null): Place | null => (JSON.stringify(old) === JSON.stringify(now) ? old : now)

/** The list of a code cell, floating under it; the caret stays in the cell. */
export const PickerList = ({ id, picker, anchor, choose, used }: Props) => {
  const [place, setPlace] = useState<Place | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const lines = picker.matches.length
  useLayoutEffect(() => setPlace((old) => samePlace(old, placeUnder(anchor()))), [anchor, lines])
  useEffect(() => box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [picker.active, picker.matches])
  return createPortal(
    <div className="pick" style={place ?? { visibility: 'hidden' }} ref={box}>
      <div className="pick-lines" role="listbox" id={id} aria-label={t.table.pick}>
        <Lines id={id} picker={picker} choose={choose} {...(used ? { used } : {})} />
        {picker.matches.length === 0 && <div className="pick-none" role="option" aria-selected="false" aria-disabled="true">{t.table.noMatch(picker.query)}</div>}
      </div>
      <div className="pick-foot" aria-hidden="true">
        <span>{picker.query === '' ? t.table.count(picker.options.length) : t.table.foundOf(picker.matches.length, picker.options.length)}</span>
        <span className="grow" />
        <Kbd>↑</Kbd><Kbd>↓</Kbd> {t.table.pick} <Kbd>Enter</Kbd> {t.table.fill} <Kbd>Alt ↓</Kbd> {t.table.all}
      </div>
    </div>,
    document.body,
  )
}
