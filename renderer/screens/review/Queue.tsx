import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { QueueLine } from '../../../core/contract/regulator/review.ts'
import { call } from '../../api.ts'
import { useLedger, useLedgerKey } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { inSight } from '../../ui/list/inSight.ts'
import { usePaged } from '../../ui/list/usePaged.ts'
import type { Paged } from '../../ui/list/usePaged.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { useOffice } from '../office/jumps.ts'
import { writeMissing } from '../office/writeMissing.ts'
import { CleanButton } from './CleanAccept.tsx'
import { asksLook, queueGroups, queueLook, queueWords } from './queueWords.ts'
import type { QueueGroup } from './queueWords.ts'
import { goTo, useReviewing } from './reviewing.ts'

const LINE = 60
const HEAD = 28

/** The lines of one state, page by page. */
const useGroup = (state: QueueGroup, search: string): Paged<QueueLine> => {
  const ledger = useLedgerKey()
  const turn = useReviewing((s) => s.turn)
  const list = usePaged<QueueLine>(`${ledger} ${state} ${search}`, async (offset, limit) => {
    const answer = await call('review.queue', { search, state, offset, limit })
    return answer.ok ? { ok: true, value: { rows: answer.value.lines, total: answer.value.total } } : answer
  })
  const { again } = list
  useEffect(() => {
    if (turn > 0) again()
  }, [turn, again])
  return list
}

const Line = ({ line, on, first, top }: { line: QueueLine; on: boolean; first: boolean; top: number }) => {
  const { icon, tone } = queueLook(line)
  return (
    <div role="option" aria-selected={on} tabIndex={on || first ? 0 : -1} className="queue-line" style={{ top, height: LINE }} onClick={() => goTo(line.submission)} data-submission={line.submission} data-queue-state={line.state} title={line.why.join('\n')}>
      <Icon name={icon} className={tone} />
      <span className="queue-words">
        <span className="queue-name">{line.name}</span>
        <span className="queue-sub">{asksLook(line) && <span className="c-verify"><Icon name="verify" size={13} /><span className="sr">{line.why.join('，')}</span></span>}{queueWords(line).map((words) => <span key={words}>{words}</span>)}</span>
      </span>
    </div>
  )
}

interface Sight { readonly top: number; readonly height: number }
const Group = ({ state, list, top, sight, chosen, lead }: { state: QueueGroup; list: Paged<QueueLine>; top: number; sight: Sight; chosen: number | null; lead: boolean }) => {
  const at = chosen === null ? -1 : list.find((line) => line.submission === chosen)
  const drawn = inSight(list.total, LINE, { top: sight.top - top - HEAD, height: sight.height }, at)
  const { need } = list
  const [from, to] = [drawn[0] ?? 0, drawn.at(-1) ?? 0]
  useEffect(() => {
    if (list.total > 0) need(from, to)
  }, [need, from, to, list.total])
  if (list.total === 0) return null
  return (
    <div role="group" aria-label={t.review.groups[state](list.total)} className="queue-group" style={{ top, height: HEAD + list.total * LINE }} data-queue={state} data-n={list.total}>
      <p className="queue-head" aria-hidden="true">{t.review.groups[state](list.total)}</p>
      {drawn.map((n) => {
        const line = list.row(n)
        return line && <Line key={line.submission} line={line} on={n === at} first={lead && n === 0} top={HEAD + n * LINE} />
      })}
    </div>
  )
}

const step = (event: KeyboardEvent<HTMLDivElement>): void => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined || event.altKey || event.ctrlKey) return
  event.preventDefault()
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.queue-line')].toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
  const next = lines[Math.max(0, Math.min(lines.length - 1, lines.indexOf(document.activeElement as HTMLElement) + by))]
  next?.focus()
  next?.click()
}

const Foot = () => {
  const state = useLedger((s) => s.state)
  if (!state) return null
  return (
    <footer className="queue-foot">
      <span>{t.office.status.due(state.counts.due)}</span><span>{t.office.status.received(state.counts.received)}</span><span className="grow" />
      <button type="button" className="link" disabled={state.counts.missing + state.counts.returned === 0} onClick={() => void writeMissing(state)}>{t.register.missing} {state.counts.missing}</button>
    </footer>
  )
}

/** The submissions by state, those that need a look first. */
export const Queue = () => {
  const [search, setSearch] = useState('')
  const [sight, setSight] = useState<Sight>({ top: 0, height: 600 })
  const chosen = useOffice((s) => s.submission)
  const box = useRef<HTMLDivElement>(null)
  const lists: Readonly<Record<QueueGroup, Paged<QueueLine>>> = { in_review: useGroup('in_review', search), returned: useGroup('returned', search), accepted: useGroup('accepted', search), other: useGroup('other', search) }
  const first = queueGroups.map((state) => lists[state].row(0)).find((line) => line !== undefined)?.submission
  useEffect(() => {
    if (chosen === null && first !== undefined) goTo(first)
  }, [chosen, first])
  const heights = queueGroups.map((state) => (lists[state].total > 0 ? HEAD + lists[state].total * LINE : 0))
  const topOf = (n: number): number => heights.slice(0, n).reduce((sum, height) => sum + height, 0)
  const nothing = queueGroups.every((state) => lists[state].asked && lists[state].total === 0)
  const lead = queueGroups.find((state) => lists[state].total > 0)
  const held = queueGroups.some((state) => chosen !== null && lists[state].find((line) => line.submission === chosen) >= 0)
  return (
    <aside className="queue" aria-label={t.review.queue} data-region="tree">
      <div className="queue-find"><SearchField label={t.review.search} value={search} change={setSearch} /></div>
      <div className="queue-scroll" ref={box} onScroll={(event) => setSight({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}>
        <div role="listbox" aria-label={t.review.queue} className="queue-body" style={{ height: topOf(queueGroups.length) }} onKeyDown={step}>
          {queueGroups.map((state, n) => <Group key={state} state={state} list={lists[state]} top={topOf(n)} sight={sight} chosen={chosen} lead={!held && state === lead} />)}
        </div>
        {nothing && search !== '' && <p className="safety-hint">{t.review.none}</p>}
      </div>
      <div className="queue-clean"><CleanButton n={lists.in_review.total} /></div>
      <Foot />
    </aside>
  )
}
