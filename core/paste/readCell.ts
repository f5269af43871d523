import { fits } from '../formula/sheet.ts'
import { gb32100Ok } from '../identity/uscc.ts'
import { dayText, monthText } from '../import/day.ts'
import { plainName } from '../import/likeness.ts'
import type { Entry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { say } from '../text/paste.ts'
import { broken, isNothing, isScientific, narrowed, readAmount, type Read } from './read.ts'

/** How pasted texts are to be read: whether bare numbers are 元, and codes chosen by hand for texts. */
export interface ReadAs { readonly pack: Pack; readonly yuan: boolean; readonly codes: Readonly<Record<string, string>> }

/** Reads a pasted text for an item. */
export function readCell(entry: Entry, raw: string, as: ReadAs): Read {
  const { item } = entry
  if (entry.numeric) return readAmount(raw, { decimals: entry.decimals, unit: item.unit, yuan: as.yuan })
  const text = unquoted(raw.trim())
  const narrow = narrowed(text)
  const bad = broken(narrow)
  if (bad) return { kind: 'refused', why: bad }
  if (isScientific(narrow)) return { kind: 'refused', why: say('scientific') }
  if (entry.codes || item.pick) return isNothing(narrow) ? { kind: 'blank' } : readCode(entry, text, as)
  if (item.type === 'month' || item.type === 'date') return isNothing(narrow) ? { kind: 'blank' } : readDate(entry, text)
  return text === '' || /^[-—]{1,4}$/.test(text) ? { kind: 'blank' } : readText(entry, text)
}

/** The apostrophe that keeps a text from being a formula goes. */
const unquoted = (text: string): string => (/^'(?:\d|'*[=+\-@])/.test(text) ? text.slice(1) : text)

function readDate(entry: Entry, text: string): Read {
  const narrow = narrowed(text)
  const read = entry.item.type === 'month' ? monthText(narrow) : dayText(narrow)
  if (read === null || !fits(entry, read)) return { kind: 'text', text, why: say('not-date'), suggest: null }
  return { kind: 'value', text: read, how: read === text ? null : say('date', { from: text }) }
}

function readText(entry: Entry, typed: string): Read {
  const text = typed.replace(/\s*[\r\n]+\s*/g, ' ')
  const max = entry.item.maxLength
  if (max !== undefined && [...text].length > max) return { kind: 'refused', why: say('too-long', { max }) }
  if (/^\d{16,}$/.test(text) && /^0+$/.test(text.slice(15)) && gb32100Ok(text) !== true) return { kind: 'refused', why: say('digits-lost') }
  return { kind: 'value', text, how: text === typed ? null : say('one-line') }
}

/** Codes with their names, and what looking one up needs. */
interface Codes { readonly names: ReadonlyMap<string, string>; readonly plain: readonly (readonly [code: string, name: string])[]; readonly width: number; readonly loose: boolean }
const lists = new WeakMap<Entry, Codes>()

/** The codes an item takes, of its own list or of the regions and industries. */
function codesOf(entry: Entry, pack: Pack): Codes {
  const known = lists.get(entry)
  if (known) return known
  const list = entry.item.pick === 'region' ? pack.regions : entry.item.pick === 'industry' ? pack.industries : []
  const names = entry.codes ?? new Map(list.toReversed().map(([code, name]) => [code, name]))
  const plain = [...names].map(([code, name]) => [code, plainName(name)] as const)
  const made = { names, plain, width: plain.reduce((most, [code]) => Math.max(most, code.length), 0), loose: entry.item.pick === undefined }
  lists.set(entry, made)
  return made
}

function readCode(entry: Entry, text: string, as: ReadAs): Read {
  const codes = codesOf(entry, as.pack)
  const found = as.codes[text] ?? codeOf(codes, text)
  if (found === undefined || !codes.names.has(found)) {
    if (/^\d+$/.test(text) && entry.item.pick) return readText(entry, text)
    return { kind: 'text', text, why: say('no-code', { count: codes.names.size }), suggest: null }
  }
  return { kind: 'value', text: found, how: found === text ? null : say('code', { from: text, code: found, name: codes.names.get(found) ?? '' }) }
}

/** The code that a text means: itself, itself without leading zeros, before its name, or by a name that fits only one. */
function codeOf(codes: Codes, text: string): string | undefined {
  const narrow = narrowed(text)
  if (codes.names.has(narrow)) return narrow
  const padded = (digits: string): string | undefined => (codes.names.has(digits.padStart(codes.width, '0')) ? digits.padStart(codes.width, '0') : undefined)
  if (/^\d+$/.test(narrow)) return padded(narrow)
  const headed = /^([0-9A-Za-z]+)[\s.、:：-]*(\D.*)$/.exec(narrow)
  const head = headed ? padded(headed[1] ?? '') : undefined
  if (head !== undefined) return byName(codes, headed?.[2] ?? '') === head ? head : undefined
  return byName(codes, narrow)
}

const yes: Readonly<Record<string, string>> = { '√': '是', '✓': '是', '☑': '是', 'y': '是', '×': '否', '✗': '否', 'n': '否' }

function byName(codes: Codes, text: string): string | undefined {
  const wanted = plainName(yes[text.toLowerCase()] ?? text)
  if (wanted === '') return undefined
  const loose = codes.loose && wanted.length >= 2
  const tests: readonly ((name: string) => boolean)[] = [
    name => name === wanted,
    name => loose && name.length >= 2 && (name.startsWith(wanted) || wanted.startsWith(name)),
    name => loose && name.includes(wanted),
  ]
  for (const test of tests) {
    const found = codes.plain.filter(([, name]) => test(name))
    if (found.length > 1) return undefined
    if (found[0]) return found[0][0]
  }
  return undefined
}
