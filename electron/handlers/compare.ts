import { explanationsOf } from '../db/explanation.ts'
import { filingsOf, type FilingRow } from '../db/filing.ts'
import { newestIn } from '../db/history.ts'
import type { Reader } from '../db/open.ts'
import { newestSubmission } from '../db/submission.ts'
import { units, type UnitRow } from '../db/unit.ts'
import { notesOf } from '../db/cellNote.ts'
import { priorsOf } from '../db/prior.ts'
import { valuesOf } from '../db/value.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { lookup } from '../../core/pack/lookup.ts'
import type { CellDifference, Comparison, FilingDifference } from '../../core/contract/safety.ts'
import type { Desk } from './desk.ts'
import { dataOf } from './filingData.ts'

const LISTED = 500
const LAST = 'last'
interface Side { readonly db: Reader; readonly unit: UnitRow; readonly filing: FilingRow }
interface Pair { readonly here: Side | null; readonly there: Side | null }
interface Differing { readonly filing: FilingDifference; readonly cells: readonly CellDifference[] }

/** What taking another work file instead of the open one would change; units and years are matched by identity. */
export function compare(desk: Desk, here: Reader, there: Reader): Comparison {
  const pairs = pairsOf(here, there)
  const differing = pairs.map(pair => differ(desk, pair))
  const newest = (of: (f: FilingDifference) => string | null): string | null => differing.map(d => of(d.filing) ?? '').toSorted().at(-1) || null
  return {
    unitsHere: units(here).length, unitsThere: units(there).length,
    newestHere: newest(f => f.newestHere), newestThere: newest(f => f.newestThere),
    filings: differing.map(d => d.filing),
    cells: differing.reduce((n, d) => n + d.filing.cells, 0),
    list: differing.flatMap(d => d.cells).slice(0, LISTED),
  }
}

function pairsOf(here: Reader, there: Reader): readonly Pair[] {
  const sides = (db: Reader): ReadonlyMap<string, Side> =>
    new Map(units(db).flatMap(unit => filingsOf(db, unit.id).map(filing => [`${unit.uid}/${filing.year}`, { db, unit, filing }] as const)))
  const [a, b] = [sides(here), sides(there)]
  return [...new Set([...a.keys(), ...b.keys()])].map(key => ({ here: a.get(key) ?? null, there: b.get(key) ?? null }))
}

function differ(desk: Desk, pair: Pair): Differing {
  const [a, b] = [cellsOf(desk, pair.here), cellsOf(desk, pair.there)]
  const keys = [...new Set([...a.keys(), ...b.keys()])].filter(key => a.get(key) !== b.get(key))
  const [said, saidThere] = [saidIn(pair.here), saidIn(pair.there)]
  const explanations = [...new Set([...said.keys(), ...saidThere.keys()])].filter(key => said.get(key) !== saidThere.get(key)).length
  const { unit, filing } = pair.here ?? pair.there ?? fail()
  const sealed = (side: Side | null): number => (side ? (newestSubmission(side.db, side.filing.id)?.submit_no ?? 0) : 0)
  const at = (side: Side | null): string | null => (side ? newestIn(side.db, side.filing.id) : null)
  const same = keys.length === 0 && explanations === 0 && sealed(pair.here) === sealed(pair.there)
  return {
    filing: {
      unit: unit.name, unitId: `${unit.uscc}-${unit.unit_seq}`, year: filing.year, cells: keys.length, explanations,
      status: !pair.there ? 'only-here' : !pair.here ? 'only-there' : same ? 'same' : 'changed',
      sealedHere: sealed(pair.here), sealedThere: sealed(pair.there), newestHere: at(pair.here), newestThere: at(pair.there),
    },
    cells: keys.slice(0, LISTED).map(key => difference(desk, { unit, filing }, { key, here: a.get(key) ?? '', there: b.get(key) ?? '' })),
  }
}

const fail = (): never => { throw new Error('a pair of nothing') }

function difference(desk: Desk, of: { unit: UnitRow; filing: FilingRow }, cell: { key: string; here: string; there: string }): CellDifference {
  const [item = '', row = '0', sheet] = cell.key.split('/')
  const { form, label } = nameOf(desk, of.filing.pack, item)
  return { unit: of.unit.name, year: of.filing.year, form, label: sheet === LAST ? ofLastYear(label) : label, item, row: Number(row) || null, here: cell.here, there: cell.there }
}

/** An item's form and name by its pack; without the pack, its key. */
export function nameOf(desk: Desk, pack: string, item: string): { readonly form: string; readonly label: string } {
  const loaded = desk.packs.get(pack)
  const entry = loaded.ok ? lookup(loaded.value.pack).item(item) : undefined
  return { form: entry?.form?.no ?? '', label: entry?.item.name ?? item }
}

/** An item of last year's typed sheet. */
export const ofLastYear = (label: string): string => `${label}（上年数）`

/** Live cells by item and row, with those of last year's typed sheet; without the pack, every stored one. */
function cellsOf(desk: Desk, side: Side | null): ReadonlyMap<string, string> {
  if (!side) return new Map()
  const typed = priorsOf(side.db, side.filing.id).find(p => p.kind === 'typed')
  return new Map([...answersIn(desk, side), ...(typed ? flat(typed.data).map(([key, text]) => [`${key}/${LAST}`, text] as const) : [])])
}

function answersIn(desk: Desk, side: Side): readonly (readonly [string, string])[] {
  const loaded = desk.packs.get(side.filing.pack)
  if (!loaded.ok) return valuesOf(side.db, side.filing.id).map(v => [`${v.item}/${v.row}`, v.text])
  return flat(dataOf(side.db, side.filing.id, loaded.value))
}

const flat = (data: FilingData): readonly (readonly [string, string])[] => [
  ...Object.entries(data.values).map(([item, text]) => [`${item}/0`, text] as const),
  ...Object.values(data.tables).flat().flatMap(row => Object.entries(row.cells).map(([item, text]) => [`${item}/${row.id}`, text] as const)),
]

const saidIn = (side: Side | null): ReadonlyMap<string, string> =>
  new Map(side ? [
    ...explanationsOf(side.db, side.filing.id).map(e => [`${e.rule}/${e.row ?? ''}/${e.item ?? ''}`, e.text] as const),
    ...notesOf(side.db, side.filing.id).map(n => [`note/${n.row ?? ''}/${n.item}`, `${n.shared}${n.text}`] as const),
  ] : [])
