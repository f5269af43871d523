import { formatAmount } from '../amount.ts'
import { fits } from '../formula/sheet.ts'
import type { Entry } from '../pack/lookup.ts'
import { problem, type Problem, type ProblemCode } from '../problem.ts'
import { dayText, monthText } from './day.ts'
import { figureText, isBlankMark, readFigure, scaledTo, times, unitParts, unitShift, type Figure } from './figure.ts'
import type { SheetCell } from './sheet.ts'

/** What a foreign cell means for an item: a text to store ('' = nothing there), or why it cannot be taken. */
export interface Reading { readonly text: string; readonly refused: Problem | null; readonly note: Problem | null }
/** How the mapping says a cell is to be read. */
export interface ReadAs { readonly unit: string | null; readonly codes: Readonly<Record<string, string>> }

const blank: Reading = { text: '', refused: null, note: null }
const taken = (text: string, note: Problem | null = null): Reading => ({ text, refused: null, note })
/** A reading that is refused. */
export const refuse = (code: ProblemCode, params: Problem['params'] = {}): Reading => ({ text: '', refused: problem(code, params), note: null })

/** Reads a foreign cell for an item. */
export function readCell(entry: Entry, cell: SheetCell | undefined, as: ReadAs): Reading {
  if (!cell || cell.text.trim() === '') return blank
  if (cell.kind === 'error') return refuse('import-cell-error', { text: cell.text })
  if (entry.numeric) return readNumber(entry, cell, as.unit)
  if (cell.damaged) return refuse('import-code-damaged', { text: cell.text })
  if (entry.codes) return readCode(entry, cell, as.codes)
  if (isBlankMark(cell.text) && entry.item.type !== 'text') return blank
  if (entry.item.type === 'month') return dated(entry, cell.text, monthText(cell.text))
  if (entry.item.type === 'date') return dated(entry, cell.text, dayText(cell.text))
  return readText(entry, cell)
}

function readNumber(entry: Entry, cell: SheetCell, unit: string | null): Reading {
  if (isBlankMark(cell.text)) return blank
  const from = unit ?? entry.item.unit ?? ''
  const figure = figureIn(cell, from)
  return figure === null ? refuse('import-not-number', { text: cell.text }) : figureReading(entry, figure, from)
}

/** A cell's figure in a unit; null when it is none. 12.5万 is 12.5 万元 in a column of 元 and of 万元 alike: the cell's own multiplier counts. */
export function figureIn(cell: SheetCell, unit: string): Figure | null {
  if (cell.kind === 'date' || cell.kind === 'flag' || cell.kind === 'error') return null
  const figure = readFigure(cell.text)
  if (!figure) return null
  if (figure.percent) return unit === '%' ? figure : times(figure, -2)
  return figure.power === null ? figure : times(figure, figure.power - unitParts(unit).power)
}

/** A figure in a unit as the text of a numeric item. */
export function figureReading(entry: Entry, figure: Figure, from: string): Reading {
  const shift = unitShift(from, entry.item.unit ?? '')
  if (shift === null) return refuse('import-unit', { from, to: entry.item.unit ?? '' })
  const moved = times(figure, shift)
  const { scaled, rounded } = scaledTo(moved, entry.decimals)
  const text = formatAmount(scaled, entry.decimals)
  if (rounded && entry.decimals === 0) return refuse('import-not-whole', { text: figureText(moved) })
  if (/^-?[0-9]{13}/.test(text)) return refuse('import-too-long', { text: figureText(moved), most: 12 })
  return taken(text, rounded ? problem('import-rounded', { from: figureText(moved), to: text }) : null)
}

const yes: Readonly<Record<string, string>> = { '√': '是', '✓': '是', '☑': '是', Y: '是', y: '是', TRUE: '是', '×': '否', '✗': '否', N: '否', n: '否', FALSE: '否' }

function readCode(entry: Entry, cell: SheetCell, codes: ReadAs['codes']): Reading {
  const text = cell.text.trim()
  const mapped = codes[text]
  const known = entry.codes ?? new Map<string, string>()
  if (mapped !== undefined) return known.has(mapped) ? taken(mapped) : refuse('import-code-unknown', { text: mapped })
  if (known.has(text)) return taken(text)
  const padded = [...known.keys()].filter((code) => code.replace(/^0+/, '') === text && cell.kind === 'number')
  if (padded.length === 1) return taken(padded[0] ?? '')
  const head = /^([0-9A-Z]+)[\s.、:：-]/.exec(text)?.[1]
  if (head !== undefined && known.has(head)) return taken(head)
  const plain = (word: string): string => word.replace(/[\s（）()、，,；;：:]/g, '')
  const named = [...known].filter(([, label]) => plain(label) === plain(yes[text] ?? text))
  if (named.length === 1) return taken(named[0]?.[0] ?? '')
  return isBlankMark(text) ? blank : refuse('import-code-unknown', { text })
}

const dated = (entry: Entry, text: string, read: string | null): Reading =>
  read !== null && fits(entry, read) ? taken(read) : refuse('import-not-date', { text })

function readText(entry: Entry, cell: SheetCell): Reading {
  const text = cell.text.trim()
  return fits(entry, text) ? taken(text) : refuse('import-too-long', { text, most: entry.item.maxLength ?? 0 })
}
