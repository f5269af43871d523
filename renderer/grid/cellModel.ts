import type { Finding } from '../../core/audit/finding.ts'
import type { FilingView } from '../../core/contract.ts'
import type { Item } from '../../core/pack/schema.ts'
import { cellId } from '../store/cellId.ts'
import { isReadOnly } from '../store/readOnly.ts'
import type { Pending } from '../store/filing.ts'
import { t } from '../text/texts.ts'
import type { Hint } from './hint.ts'
import { isBlankFinding, kindOf, worstFirst } from './marks.ts'
import { sealedBefore, waitingAt } from './queries.ts'
import { pastHint } from './past.ts'
import { amountOf, changePercent, isNumeric, shownText } from './show.ts'

/** The mark a cell carries: the worst of what holds. */
export type Mark = 'unsaved' | 'stop' | 'verify' | 'query' | 'explained' | 'changed' | 'none'
export type { Hint } from './hint.ts'
/** All that a cell shows, as plain values. */
export interface CellModel {
  readonly id: string
  readonly text: string
  readonly shown: string
  readonly readOnly: boolean
  readonly computed: boolean
  readonly inactive: string | null
  readonly mark: Mark
  readonly hint: Hint | null
  /** What is noted on the cell, for its corner and its tooltip. */
  readonly note: string | null
  readonly before: string
  /** Last year's text as it is stored; blank when there is none. */
  readonly last: string
  readonly change: string
}
/** What cell models are made from. */
export interface GridState {
  readonly view: FilingView
  readonly pending: Readonly<Record<string, Pending>>
  readonly marks: ReadonlyMap<string, readonly Finding[]>
  readonly inactive: ReadonlyMap<string, string>
}

const findingHint = (finding: Finding): Hint => {
  const kind = kindOf(finding)
  return { icon: kind, tone: kind === 'stop' ? 'stop' : 'verify', text: kind === 'stop' ? finding.fact : t.form.fact(finding.fact, kind === 'explained') }
}

const missingIn = new WeakMap<readonly Finding[], ReadonlySet<string>>()

/** The cells that a finding says are required and blank. */
const missingOf = (view: FilingView): ReadonlySet<string> => {
  const made = missingIn.get(view.findings) ?? new Set(view.findings.filter((f) => isBlankFinding(view, f)).flatMap((f) => f.cells.map((c) => cellId(c.item, c.row))))
  missingIn.set(view.findings, made)
  return made
}

const blankHint = (item: Item, missing: boolean): Hint | null => {
  if (!missing) return null
  return { icon: 'blank', tone: 'quiet', text: isNumeric(item) ? t.form.blank : t.form.blankText }
}

const computedHint = (item: Item, text: string): Hint | null => {
  if (text === '') return { icon: null, tone: 'quiet', text: item.formula?.includes('/') ? t.form.notComputed : t.form.notYet }
  return item.formulaHint ? { icon: 'sigma', tone: 'quiet', text: item.formulaHint } : null
}

const notesIn = new WeakMap<FilingView['notes'], ReadonlyMap<string, string>>()

/** What is noted on a cell, with whom it is for; null without a note. */
const noteAt = ({ notes }: FilingView, id: string): string | null => {
  const made = notesIn.get(notes) ?? new Map(notes.map((note) => [cellId(note.item, note.row), t.print.note.mark(note.text, note.shared)]))
  notesIn.set(notes, made)
  return made.get(id) ?? null
}

interface Facts { readonly pending: Pending | undefined; readonly worst: Finding | undefined; readonly why: string | null; readonly missing: boolean; readonly note: string | null; readonly queries: number; readonly sealed: Hint | null; readonly last: string }

const hintOf = (item: Item, text: string, stored: string, facts: Facts): Hint | null => {
  if (facts.pending?.problem) return { icon: 'disk', tone: 'stop', text: t.form.refusedShort(stored === '' ? t.form.blankStored : stored) }
  if (facts.worst && kindOf(facts.worst) !== 'explained') return findingHint(facts.worst)
  if (facts.queries > 0) return { icon: 'query', tone: 'accent', text: t.letter.waiting(facts.queries) }
  if (facts.worst) return findingHint(facts.worst)
  if (facts.sealed && !facts.missing) return facts.sealed
  if (facts.note !== null) return { icon: 'pen', tone: 'quiet', text: facts.note }
  if (item.required === 'computed') return pastHint(item, text, facts.last) ?? computedHint(item, text)
  if (facts.why !== null) return { icon: null, tone: 'quiet', text: facts.why }
  return text.trim() === '' ? blankHint(item, facts.missing) : pastHint(item, text, facts.last)
}

/** Last year's text of an item that stands once, or null when there is none to show. */
export const priorText = (view: FilingView, item: Item): string | null => {
  const text = view.prior?.data.values[item.key]
  return text === undefined || text === '' || item.prior === null ? null : text
}

const compare = (view: FilingView, item: Item, text: string): Pick<CellModel, 'before' | 'change'> => {
  const prior = priorText(view, item)
  if (!isNumeric(item)) return { before: prior === null ? '' : shownText(view.pack, item, prior), change: '' }
  const before = prior === null ? null : amountOf(item, prior)
  const change = changePercent(amountOf(item, text), before)
  return { before: prior === null ? t.form.nothing : shownText(view.pack, item, prior), change: change ?? t.form.nothing }
}

/** What the newest submission had where it differs now. */
const sealedHint = (view: FilingView, item: Item, row: number | null, text: string): Hint | null => {
  const before = sealedBefore(view, item, row, text)
  return before === null ? null : { icon: 'pen', tone: 'accent', text: t.letter.before(view.submitNo, before === '' ? t.form.blankStored : shownText(view.pack, item, before)) }
}

const markOf = ({ pending, worst, queries, sealed }: Facts): Mark => {
  const kind = worst && kindOf(worst)
  if (pending?.problem) return 'unsaved'
  if (kind === 'stop' || kind === 'verify') return kind
  return queries > 0 ? 'query' : (kind ?? (sealed ? 'changed' : 'none'))
}

/** What one cell shows. `stored` is the text the file holds (row cells bring their own, and last year's beside it). */
export const cellModel = (state: GridState, item: Item, row: { readonly id: number; readonly last: string } | null, stored: string): CellModel => {
  const { view } = state
  const id = cellId(item.key, row?.id ?? null)
  const pending = state.pending[id]
  const computed = item.required === 'computed'
  const text = pending?.text ?? stored
  const why = state.inactive.get(id) ?? null
  const worst = worstFirst(state.marks.get(id) ?? [])[0]
  const closed = isReadOnly(view.state)
  const note = noteAt(view, id)
  const last = row === null ? (priorText(view, item) ?? '') : row.last
  const facts: Facts = { pending, worst, why, missing: missingOf(view).has(id), note, queries: waitingAt(view, id), sealed: sealedHint(view, item, row?.id ?? null, text), last }
  const shown = computed && text === '' ? t.form.nothing : shownText(view.pack, item, text)
  return {
    id, text, shown, computed, inactive: why, note, last, readOnly: computed || closed,
    mark: markOf(facts), hint: hintOf(item, text, shownText(view.pack, item, stored), facts),
    ...(row === null ? compare(view, item, text) : { before: '', change: '' }),
  }
}

/** The text the file holds for an item that stands once. */
export const storedText = (view: FilingView, item: Item): string =>
  (item.required === 'computed' ? view.computed[item.key] : view.data.values[item.key]) ?? ''
