import { normaliseTyped, parseAmount } from '../amount.ts'
import type { Row } from '../filing/filing.ts'
import { lookup, type Entry } from '../pack/lookup.ts'
import { say, type PasteWords } from '../text/paste.ts'
import { layForm } from './formLayout.ts'
import { startOf, type Layout, type Placed } from './layout.ts'
import { transposed } from './matrix.ts'
import { verdicts, type PasteInput, type PastePlan, type PasteVerdict, type PlanCell } from './plan.ts'
import type { Read } from './read.ts'
import { readCell } from './readCell.ts'
import { layTable } from './tableLayout.ts'
import { unitQuestion, type Compared } from './unitQuestion.ts'

/** Says for every cell of a copy what pasting it would do; null when the start is not a cell of the pack. Changes nothing. */
export function planPaste(given: PasteInput): PastePlan | null {
  const start = startOf(given)
  if (!start) return null
  const input = given.options?.transpose ? { ...given, matrix: transposed(given.matrix) } : given
  const layout = start.table ? layTable(input, start) : layForm(input, start)
  const before = beforeOf(input, layout)
  const cells = layout.cells.map(placed => cellOf(input, placed, before))
  return {
    cells, table: layout.table, columns: layout.columns.map(e => e?.item.key ?? null), headings: layout.headings, match: layout.match,
    addedRows: layout.added, counts: countsOf(cells), unit: unitQuestion(comparedOf(input, layout, before)),
  }
}

/** What stands in the filing and stood there last year. */
interface Before { readonly old: (placed: Placed) => string; readonly prior: (placed: Placed) => string }

function beforeOf(input: PasteInput, layout: Layout): Before {
  const { data, prior, pack, matrix, options } = input
  const rowKey = layout.table === null ? undefined : lookup(pack).table(layout.table)?.rowKey
  const keyAt = layout.columns.findIndex(e => e !== null && e === rowKey)
  const rows = new Map((data.tables[layout.table ?? ''] ?? []).map(row => [row.id, row]))
  const priorRows = new Map((prior?.data.tables[layout.table ?? ''] ?? []).map((row): [string, Row] => [(row.cells[rowKey?.item.key ?? ''] ?? '').trim(), row]))
  const keys = matrix.map(texts => (rowKey && keyAt >= 0 ? readCell(rowKey, texts[keyAt] ?? '', { pack, yuan: false, codes: options?.codes ?? {} }) : null))
  const keyOf = (placed: Placed): string => {
    const read = keys[placed.r]
    return read?.kind === 'value' ? read.text : (rows.get(placed.row ?? 0)?.cells[rowKey?.item.key ?? ''] ?? '').trim()
  }
  const key = (placed: Placed): string => placed.entry?.item.key ?? ''
  return {
    old: placed => (placed.entry?.table ? (rows.get(placed.row ?? 0)?.cells[key(placed)] ?? '') : placed.entry?.computed ? (input.computed[key(placed)] ?? '') : (data.values[key(placed)] ?? '')),
    prior: placed => (placed.entry?.table ? (priorRows.get(keyOf(placed))?.cells[key(placed)] ?? '') : (prior?.data.values[key(placed)] ?? '')),
  }
}

function comparedOf(input: PasteInput, layout: Layout, before: Before): readonly Compared[] {
  return layout.cells.flatMap(placed => (placed.entry?.item.unit === '万元' && placed.skip === null
    ? [{ entry: placed.entry, pasted: input.matrix[placed.r]?.[placed.c] ?? '', old: before.old(placed), prior: before.prior(placed) }] : []))
}

function cellOf(input: PasteInput, placed: Placed, before: Before): PlanCell {
  const pasted = input.matrix[placed.r]?.[placed.c] ?? ''
  const { entry, skip } = placed
  const old = entry ? before.old(placed) : ''
  const cell: PlanCell = { r: placed.r, c: placed.c, item: entry?.item.key ?? null, row: placed.row, added: placed.added, pasted, old, now: old, verdict: 'skipped', words: skip, converted: null, notice: null, suggest: null }
  if (!entry || skip) return { ...cell, verdict: placed.refused ? 'refused' : skip?.code === 'waiting' ? 'waiting' : 'skipped' }
  const { yuan } = input.options ?? {}
  const asYuan = Array.isArray(yuan) ? yuan.includes(entry.item.key) : yuan === true
  const read = readCell(entry, pasted, { pack: input.pack, yuan: asYuan, codes: input.options?.codes ?? {} })
  if (entry.computed) return computedCell(cell, entry, read)
  return judged(cell, entry, read, { keep: input.options?.blanks === 'keep', prior: before.prior(placed) })
}

function computedCell(cell: PlanCell, entry: Entry, read: Read): PlanCell {
  if (read.kind === 'blank') return { ...cell, verdict: 'skipped', words: say('computed') }
  return read.kind === 'value' && sameText(entry, cell.old, read.text) ? { ...cell, verdict: 'same', converted: read.how } : { ...cell, verdict: 'refused', words: say('computed') }
}

function judged(cell: PlanCell, entry: Entry, read: Read, by: { readonly keep: boolean; readonly prior: string }): PlanCell {
  const blank = cell.old.trim() === ''
  switch (read.kind) {
    case 'refused': return { ...cell, verdict: 'refused', words: read.why }
    case 'blank':
      if (blank) return { ...cell, verdict: cell.added === null ? 'same' : 'skipped', words: cell.added === null ? null : say('blank-kept') }
      return by.keep ? { ...cell, verdict: 'skipped', words: say('blank-kept') } : { ...cell, now: '', verdict: 'changed', words: say('cleared') }
    case 'text': return read.text === cell.old ? { ...cell, verdict: 'same' } : { ...cell, now: read.text, verdict: 'text', words: read.why, suggest: read.suggest }
    case 'value': {
      if (sameText(entry, cell.old, read.text)) return { ...cell, verdict: 'same', converted: read.how }
      const verdict: PasteVerdict = cell.added !== null ? 'new-row' : blank ? 'fill' : 'changed'
      return { ...cell, now: read.text, verdict, converted: read.how, notice: noticeOf(entry, cell.old, by.prior, read.text) }
    }
  }
}

/** The same text, or the same number however it is written. */
function sameText(entry: Entry, old: string, now: string): boolean {
  if (old.trim() === now) return true
  const [a, b] = [old, now].map(text => (entry.numeric ? parseAmount(normaliseTyped(text), entry.decimals) : null))
  return a !== null && a !== undefined && a === b
}

/** Ten times as much or a tenth: of what stands there, else of last year. */
function noticeOf(entry: Entry, old: string, prior: string, now: string): PasteWords | null {
  if (!entry.numeric) return null
  const amount = (text: string): number => Number(parseAmount(normaliseTyped(text), entry.decimals) ?? 0n)
  const base = amount(old) === 0 ? amount(prior) : amount(old)
  const ratio = base === 0 ? 1 : Math.abs(amount(now) / base)
  if (amount(now) === 0 || (ratio < 10 && ratio > 0.1)) return null
  const times = ratio >= 10 ? Math.round(ratio) : Number(ratio.toPrecision(1))
  return say(amount(old) === 0 ? 'times-prior' : 'times-present', { times })
}

function countsOf(cells: readonly PlanCell[]): PastePlan['counts'] {
  const of = (test: (cell: PlanCell) => boolean): number => cells.filter(test).length
  const each = Object.fromEntries(verdicts.map(verdict => [verdict, of(cell => cell.verdict === verdict)])) as Record<PasteVerdict, number>
  return { ...each, converted: of(cell => cell.converted !== null), notice: of(cell => cell.notice !== null), writes: of(writes) }
}

/** Whether a cell is written unless someone chooses otherwise. */
export const writes = (cell: PlanCell): boolean => cell.verdict === 'fill' || cell.verdict === 'changed' || cell.verdict === 'new-row' || cell.verdict === 'text'
