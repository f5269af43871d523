import { z } from 'zod'
import { lookup, type Entry, type PackIndex, type TableEntry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { problem, type Problem } from '../problem.ts'
import { no, ok, type Result } from '../result.ts'
import { shapeWords } from '../text/shape.ts'
import { programOf } from '../formula/program.ts'
import type { Explanation, FilingData, Prior, Row } from './filing.ts'
import { priorOf } from './prior.ts'
import { typedText } from './typed.ts'

const cell = z.union([z.string(), z.number(), z.null()])
const explained = z.looseObject({ rule: z.string(), row: z.union([z.string(), z.number()]).nullable().optional(), item: z.string().nullable().optional(), text: z.string() })
const filingInput = z.looseObject({
  survey_year: z.int(),
  today: z.iso.date().optional(),
  values: z.record(z.string(), z.union([cell, z.array(z.record(z.string(), cell))])),
  tables: z.record(z.string(), z.array(z.record(z.string(), cell))).optional(),
  explanations: z.array(explained).default([]),
})
/** One filing of units.json, as `fill` and `audit` take it. */
export type FilingInput = z.infer<typeof filingInput>
/** A filing read from JSON. */
export interface ReadFiling { readonly year: number; readonly today: string | null; readonly data: FilingData; readonly explanations: readonly Explanation[]; readonly prior: Prior | null }

/** Reads one filing object; `packOf` gives the pack of last year's filing. What the pack does not know is a problem that names it. */
export function readFiling(pack: Pack, json: unknown, packOf: (year: number) => Pack | null): Result<ReadFiling> {
  const parsed = filingInput.safeParse(json)
  if (!parsed.success) return no(problem('filing-shape', { what: `${parsed.error.issues[0]?.path.map(String).join('.') ?? ''}：${shapeWords(parsed.error.issues[0])}` }))
  const input = parsed.data
  const data = readData(lookup(pack), input)
  if (!data.ok) return data
  const prior = readPrior(pack, { json: input['prior'], year: input.survey_year - 1 }, packOf)
  if (!prior.ok) return prior
  const explanations = readExplanations(lookup(pack), data.value, input.explanations)
  return explanations.ok ? ok({ year: input.survey_year, today: input.today ?? null, data: data.value, explanations: explanations.value, prior: prior.value }) : explanations
}

/** Last year's filing; without a year it is the year before, and no other year is. */
function readPrior(pack: Pack, given: { readonly json: unknown; readonly year: number }, packOf: (year: number) => Pack | null): Result<Prior | null> {
  const { json, year } = given
  if (json === undefined || json === null) return ok(null)
  const parsed = filingInput.safeParse(typeof json === 'object' && !('survey_year' in json) ? { ...json, survey_year: year } : json)
  if (!parsed.success) return no(problem('filing-shape', { what: `prior.${parsed.error.issues[0]?.path.map(String).join('.') ?? ''}：${shapeWords(parsed.error.issues[0])}` }))
  const found = parsed.data.survey_year
  if (found !== year) return no(problem('filing-shape', { what: `prior 应为 ${year} 年度的填报，却是 ${found} 年度的` }))
  const from = packOf(year)
  if (!from) return no(problem('pack-unknown', { pack: String(year) }))
  const data = readData(lookup(from), parsed.data)
  return data.ok ? ok(priorOf(from, pack, data.value, 'typed')) : data
}

function readData(index: PackIndex, input: FilingInput): Result<FilingData> {
  const values: Record<string, string> = {}
  const tables: Record<string, readonly Row[]> = {}
  const all = [...Object.entries(input.values), ...Object.entries(input.tables ?? {})]
  for (const [name, value] of all) {
    const table = index.table(name)
    if (table && Array.isArray(value)) {
      const rows = readRows(index, table, value)
      if (!rows.ok) return rows
      tables[name] = rows.value
      continue
    }
    const entry = index.item(index.keyOf(name) ?? '')
    if (!entry || entry.table || entry.computed || Array.isArray(value)) return no(misplaced(index, name))
    if (value !== null) values[entry.item.key] = textOf(value, entry)
  }
  return ok({ values, tables })
}

/** Why a key cannot stand where it does: no such key, computed, a table without its rows, a column outside them, a list for one value. */
function misplaced(index: PackIndex, name: string): Problem {
  if (index.table(name)) return problem('filing-shape', { what: `“${name}”是重复表，应为各行的列表` })
  const entry = index.item(index.keyOf(name) ?? '')
  if (!entry) return problem('filing-unknown-key', { item: name })
  if (entry.computed) return problem('filing-computed', { item: name })
  return problem('filing-shape', { what: entry.table ? `“${name}”是重复表“${entry.table.key}”的一栏，应写在它的各行里` : `“${name}”只填一个值，不能是列表` })
}

function readRows(index: PackIndex, table: TableEntry, rows: readonly Readonly<Record<string, string | number | null>>[]): Result<readonly Row[]> {
  const read: Row[] = []
  for (const row of rows) {
    const cells: Record<string, string> = {}
    for (const [name, value] of Object.entries(row)) {
      const entry = index.item(index.keyOf(name) ?? '')
      const item = `${table.table.key}.${name}`
      if (entry?.tableAt !== table.at) return no(problem('filing-unknown-key', { item }))
      if (entry.computed) return no(problem('filing-computed', { item }))
      if (value !== null) cells[entry.item.key] = textOf(value, entry)
    }
    read.push({ id: read.length + 1, cells })
  }
  return ok(read)
}

/** The text a person would have typed: a JSON number never with an exponent, a typed number in plain digits. */
function textOf(value: string | number, entry: Entry): string {
  if (typeof value === 'string') return typedText(entry, value)
  const plain = String(value)
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(plain)) return plain
  return Number.isFinite(value) ? value.toFixed(Math.max(entry.decimals, 10)).replace(/\.?0+$/, '') : plain
}

function readExplanations(index: PackIndex, data: FilingData, given: readonly z.infer<typeof explained>[]): Result<readonly Explanation[]> {
  const read: Explanation[] = []
  for (const { rule, row, item, text } of given) {
    if (!index.pack.rules.some((r) => r.id === rule)) return no(problem('filing-unknown-rule', { rule }))
    if (typeof item === 'string' && !index.item(item)) return no(problem('filing-unknown-key', { item }))
    const found = row === undefined || row === null ? null : rowId(index, data, { rule, key: String(row) })
    if (found === 'none') return no(problem('filing-unknown-row', { rule, row: String(row) }))
    if (found !== 'no-rows') read.push({ rule, row: found, item: item ?? null, text })
  }
  return ok(read)
}

/** The row whose key was typed so, in the table the rule looks at, or the first table that has such a key. Without any rows there is nothing to explain. */
function rowId(index: PackIndex, data: FilingData, at: { readonly rule: string; readonly key: string }): number | 'none' | 'no-rows' {
  const program = programOf(index.pack).rules.find((r) => r.rule.id === at.rule)
  const tables = program?.kind === 'row' ? [index.tables[program.table]] : index.tables
  const rows = tables.flatMap((t) => (data.tables[t?.table.key ?? ''] ?? []).map((row) => ({ id: row.id, key: row.cells[t?.rowKey.item.key ?? ''] ?? '' })))
  return rows.find((r) => r.key === at.key)?.id ?? (rows.length > 0 ? 'none' : 'no-rows')
}
