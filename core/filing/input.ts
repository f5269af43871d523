import { z } from 'zod'
import { lookup, type PackIndex, type TableEntry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { problem, type Problem } from '../problem.ts'
import { no, ok, type Result } from '../result.ts'
import { shapeWords } from '../text/shape.ts'
import { programOf } from '../formula/program.ts'
import { evaluate } from './evaluation.ts'
import type { Explanation, FilingData, Prior, Row } from './filing.ts'
import { priorOf } from './prior.ts'

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

/** Reads one filing object; `packOf` gives the pack of last year's filing. An unknown key is a problem that names it. */
export function readFiling(pack: Pack, json: unknown, packOf: (year: number) => Pack | null): Result<ReadFiling> {
  const parsed = filingInput.safeParse(json)
  if (!parsed.success) return no(problem('filing-shape', { what: `${parsed.error.issues[0]?.path.map(String).join('.') ?? ''}：${shapeWords(parsed.error.issues[0])}` }))
  const input = parsed.data
  const data = readData(lookup(pack), input)
  if (!data.ok) return data
  const prior = readPrior(pack, input['prior'], packOf)
  if (!prior.ok) return prior
  return ok({ year: input.survey_year, today: input.today ?? null, data: data.value, explanations: readExplanations(lookup(pack), data.value, input.explanations), prior: prior.value })
}

function readPrior(pack: Pack, json: unknown, packOf: (year: number) => Pack | null): Result<Prior | null> {
  if (json === undefined || json === null) return ok(null)
  const parsed = filingInput.safeParse(json)
  if (!parsed.success) return no(problem('filing-shape', { what: `prior.${parsed.error.issues[0]?.path.map(String).join('.') ?? ''}：${shapeWords(parsed.error.issues[0])}` }))
  const from = packOf(parsed.data.survey_year)
  if (!from) return no(problem('pack-unknown', { pack: String(parsed.data.survey_year) }))
  const data = readData(lookup(from), parsed.data)
  return data.ok ? ok(priorOf(from, pack, data.value, 'typed')) : data
}

function readData(index: PackIndex, input: FilingInput): Result<FilingData> {
  const values: Record<string, string> = {}
  const tables: Record<string, readonly Row[]> = {}
  const all = [...Object.entries(input.values), ...Object.entries(input.tables ?? {})]
  for (const [name, value] of all) {
    if (Array.isArray(value)) {
      const table = index.table(name)
      const rows = table ? readRows(index, table, value) : unknownKey(name)
      if (!rows.ok) return rows
      tables[name] = rows.value
      continue
    }
    const entry = index.item(index.keyOf(name) ?? '')
    if (!entry || entry.table || entry.computed) return unknownKey(name)
    if (value !== null) values[entry.item.key] = textOf(value, entry.numeric ? entry.decimals : 0)
  }
  return ok({ values, tables })
}

const unknownKey = (item: string): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem: problem('filing-unknown-key', { item }) })

function readRows(index: PackIndex, table: TableEntry, rows: readonly Readonly<Record<string, string | number | null>>[]): Result<readonly Row[]> {
  const read: Row[] = []
  for (const row of rows) {
    const cells: Record<string, string> = {}
    for (const [name, value] of Object.entries(row)) {
      const entry = index.item(index.keyOf(name) ?? '')
      if (entry?.tableAt !== table.at) return unknownKey(`${table.table.key}.${name}`)
      if (value !== null) cells[entry.item.key] = textOf(value, entry.decimals)
    }
    read.push({ id: read.length + 1, cells })
  }
  return ok(read)
}

/** A JSON number as the text a person would have typed: never with an exponent. */
function textOf(value: string | number, decimals: number): string {
  if (typeof value === 'string') return value
  const plain = String(value)
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(plain)) return plain
  return Number.isFinite(value) ? value.toFixed(Math.max(decimals, 10)).replace(/\.?0+$/, '') : plain
}

function readExplanations(index: PackIndex, data: FilingData, given: readonly z.infer<typeof explained>[]): readonly Explanation[] {
  return given.map(({ rule, row, item, text }) => ({ rule, row: row === undefined || row === null ? null : rowId(index, data, { rule, key: String(row) }), item: item ?? null, text }))
}

/** The row whose key was typed so, in the table the rule looks at, or the first table that has such a key. */
function rowId(index: PackIndex, data: FilingData, at: { readonly rule: string; readonly key: string }): number | null {
  const program = programOf(index.pack).rules.find((r) => r.rule.id === at.rule)
  const tables = program?.kind === 'row' ? [index.tables[program.table]] : index.tables
  for (const table of tables) {
    const found = data.tables[table?.table.key ?? '']?.find((r) => r.cells[table?.rowKey.item.key ?? ''] === at.key)
    if (found) return found.id
  }
  return null
}

/** Whether a filing's form applies; for those who print or plan. */
export function formsThatApply(pack: Pack, data: FilingData): readonly string[] {
  const { sheet } = evaluate(programOf(pack), data, null, pack.periodEnd)
  return pack.forms.filter((_, i) => sheet.applies[i]).map((f) => f.no)
}
