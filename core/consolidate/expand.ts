import type { Pack } from '../pack/schema.ts'
import { lookup } from '../pack/lookup.ts'
import type { SpecCell, SpecColumn, SpecEach, SpecRow, TableSpec } from './schema.ts'
import { withWords, yearWords } from './words.ts'

/** What a table is made for: the year, the place, and how its switches stand. */
export interface Frame {
  readonly pack: Pack
  readonly year: number
  /** Leading digits of the scope's region, '' for all. */
  readonly region: string
  readonly regionName: string
  /** County codes that have units, to lay out regions. */
  readonly places: readonly string[]
  readonly switches: Readonly<Record<string, string>>
}
export interface FigureFormat { readonly decimals: number; readonly suffix: string; readonly grouped: boolean; readonly signed: boolean; readonly sensitive: boolean; readonly trim: boolean; readonly words: Readonly<Record<string, string>> | null }
export interface GridCell {
  readonly row: string
  readonly column: string
  /** The expression, null when there is none. */
  readonly e: string | null
  /** Printed as it stands instead of a figure. */
  readonly text: string | null
  readonly where: { readonly always: readonly string[]; readonly row: readonly string[] }
  readonly format: FigureFormat
  /** Decimals were asked for, so an outermost round() is not needed for printing. */
  readonly decimalsGiven: boolean
}
export interface GridRow { readonly key: string; readonly labels: readonly string[]; readonly indent: number; readonly kind: SpecRow['kind']; readonly sumOf: readonly string[]; readonly into: string | null; readonly cells: readonly GridCell[]; /** Which `each` it came from, to be ordered within it. */ readonly from: SpecEach | null }
export interface GridColumn { readonly key: string; readonly label: string; readonly group: string | null }
/** A table with every row written out. */
export interface Grid { readonly spec: TableSpec; readonly columns: readonly GridColumn[]; readonly rows: readonly GridRow[] }

/** How each switch stands; unknown choices fall back to the default. */
export function switchesOf(spec: TableSpec, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(spec.switches.map((s) => [s.key, s.options.some((o) => o.key === given[s.key]) ? (given[s.key] ?? s.default) : s.default]))
}

/** Every way the switches of a table can stand that changes its figures: not words, not order. */
export function switchStands(spec: TableSpec): readonly Readonly<Record<string, string>>[] {
  const idle = (key: string): boolean => key === 'labels' || spec.rows.some((r) => 'each' in r && r.sort.some((s) => s.only.startsWith(`${key}=`)))
  return spec.switches.filter((s) => !idle(s.key)).reduce<readonly Readonly<Record<string, string>>[]>((all, s) => all.flatMap((one) => s.options.map((o) => ({ ...one, [s.key]: o.key }))), [{}])
}

/** Whether a part with `only` is shown: no choice asked for, or the switch stands so. */
export function isShown(only: string | undefined, switches: Readonly<Record<string, string>>): boolean {
  if (only === undefined) return true
  const [key = '', option = ''] = only.split('=')
  return switches[key] === option
}

/** Writes the rows and cells of a table out. */
export function expand(spec: TableSpec, frame: Frame): Grid {
  const switches = switchesOf(spec, frame.switches)
  const columns = spec.columns.filter((c) => isShown(c.only, switches))
  const always = spec.switches.flatMap((s) => s.options.find((o) => o.key === switches[s.key])?.where ?? [])
  const rows = spec.rows.flatMap((row) => ('each' in row ? eachRow(row, frame) : [{ row, words: { ...row.with, row: row.key }, from: null }]))
    .filter(({ row }) => isShown(row.only, switches))
    .map((seed) => writeRow({ spec, frame, columns, always, corrected: switches['labels'] === 'corrected' }, seed))
  return { spec, rows, columns: columns.map((c) => ({ key: c.key, label: yearWords(c.label, frame.year), group: c.group === undefined ? null : yearWords(c.group, frame.year) })) }
}

interface Seed { readonly row: SpecRow; readonly words: Readonly<Record<string, string>>; readonly from: SpecEach | null }
interface Sheet { readonly spec: TableSpec; readonly frame: Frame; readonly columns: readonly SpecColumn[]; readonly always: readonly string[]; readonly corrected: boolean }

function eachRow(each: SpecEach, frame: Frame): readonly Seed[] {
  return eachWords(each.each, frame)
    .filter((w) => each.only === undefined || each.only.includes(w['code'] ?? ''))
    .map((w) => {
      const key = withWords(each.row.key, w)
      return { row: { ...each.row, key }, words: { ...w, row: key, ...eachOwn(each.row.with, w) }, from: each }
    })
}
const eachOwn = (own: Readonly<Record<string, string>>, words: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(own).map(([k, v]) => [k, withWords(v, words)]))

/** The words of each code that an `each` names. */
export function eachWords(each: string, frame: Frame): readonly Readonly<Record<string, string>>[] {
  const [what = '', name = ''] = each.split(':')
  if (what === 'codes') return (frame.pack.codes[name] ?? []).map((c) => fieldWords(c))
  if (what === 'enum') {
    const entry = lookup(frame.pack).item(name)
    return entry ? [...(entry.codes ?? new Map<string, string>())].map(([code, label]) => ({ code, name: label })) : []
  }
  return placeWords(frame, name === '' ? levelBelow(frame.region) : Number(name))
}

function fieldWords(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([k, v]) => {
    if (typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean') return [[k, String(v)]]
    return Array.isArray(v) && v.length > 0 ? [[k, `{${v.map((t) => `"${String(t)}"`).join(',')}}`]] : []
  }))
}

const levelBelow = (region: string): number => (region.length < 2 ? 2 : region.length < 4 ? (/^(11|12|31|50)/.test(region) ? 6 : 4) : 6)

function placeWords({ pack, places, region }: Frame, len: number): readonly Readonly<Record<string, string>>[] {
  const names = new Map(pack.regions.map(([code, name]) => [code, name] as const))
  const codes = [...new Set(places.filter((p) => p.startsWith(region)).map((p) => p.slice(0, len)))].filter((c) => c.length === len).sort()
  return codes.map((code) => ({ code, name: (names.get(code.padEnd(6, '0')) ?? code).split(' ').at(-1) ?? code, len: String(len), city: code.slice(0, 4), province: code.slice(0, 2) }))
}

function writeRow(sheet: Sheet, { row, words, from }: Seed): GridRow {
  const { frame } = sheet
  const fill = (text: string): string => yearWords(withWords(text, words), frame.year)
  const labels = (sheet.corrected ? (row.corrected ?? row.labels) : row.labels).map(fill)
  return { key: row.key, labels, indent: row.indent ?? 0, kind: row.kind, sumOf: (row.sumOf ?? []).map(fill), into: row.into === undefined ? null : fill(row.into), from, cells: sheet.columns.map((c) => writeCell(sheet, row, c, fill)) }
}

function writeCell(sheet: Sheet, row: SpecRow, column: SpecColumn, fill: (text: string) => string): GridCell {
  const own = Object.hasOwn(row.cells, column.key) ? (row.cells[column.key] as SpecCell) : undefined
  const cell = typeof own === 'string' ? { e: own } : own === null ? {} : own
  const e = own === null || row.kind === 'head' ? undefined : (cell?.e ?? (cell?.text === undefined ? column.e : undefined))
  const given = { ...formatOf(row), ...formatOf(column), ...formatOf(cell ?? {}) }
  const format = { decimals: 0, suffix: '', grouped: sheet.spec.layout === 'grid', signed: false, sensitive: false, trim: false, words: column.words ?? null, ...given }
  const text = row.kind === 'head' ? '' : (cell?.text ?? null)
  const always = [...sheet.always, ...(column.where === undefined ? [] : [column.where]), ...(cell?.where === undefined ? [] : [cell.where])].map(fill)
  return { row: row.key, column: column.key, e: e === undefined ? null : fill(e), text: text === null ? null : fill(text), where: { always, row: row.where === undefined ? [] : [fill(row.where)] }, format, decimalsGiven: given.decimals !== undefined }
}

type FormatFields = { readonly [K in keyof Omit<FigureFormat, 'words'>]?: FigureFormat[K] | undefined }
function formatOf(from: FormatFields): Partial<FigureFormat> {
  const names = ['decimals', 'suffix', 'grouped', 'signed', 'sensitive', 'trim'] as const
  return Object.fromEntries(names.flatMap((n) => (from[n] === undefined ? [] : [[n, from[n]]])))
}
