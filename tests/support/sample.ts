import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Explanation, FilingData, Row } from '../../core/filing/filing.ts'
import type { Pack } from '../../core/pack/schema.ts'

/** The kinds of sample unit that examples name. */
export type SampleKind = 'enterprise' | 'institution' | 'government'

const cell = z.union([z.string(), z.number(), z.null()])
const filingSchema = z.looseObject({
  survey_year: z.int(),
  today: z.string(),
  values: z.record(z.string(), z.union([cell, z.array(z.record(z.string(), cell))])),
  tables: z.record(z.string(), z.array(z.record(z.string(), cell))).optional(),
  explanations: z.array(z.object({ rule: z.string(), row: z.union([z.string(), z.number()]).optional(), text: z.string() })),
  computed: z.record(z.string(), cell).optional(),
})
const unitSchema = z.looseObject({ unit_id: z.string(), filings: z.array(filingSchema) })
/** One filing as the sample file writes it. */
export type SampleFiling = z.infer<typeof filingSchema>

/** A filing ready to be audited. */
export interface Sample { readonly data: FilingData; readonly explanations: readonly Explanation[]; readonly today: string; readonly source: SampleFiling }

const demo = join(import.meta.dirname, '../../seeds/demo')
const units = new Map<SampleKind, z.infer<typeof unitSchema>>()

/** The sample unit as its file writes it. */
export function sampleUnit(kind: SampleKind): z.infer<typeof unitSchema> {
  const known = units.get(kind)
  if (known) return known
  const unit = unitSchema.parse(JSON.parse(readFileSync(join(demo, `${kind}.json`), 'utf8')))
  units.set(kind, unit)
  return unit
}

/** The sample unit's filing of a year. */
export function sampleFiling(pack: Pack, kind: SampleKind, year: number): Sample {
  const source = sampleUnit(kind).filings.find((f) => f.survey_year === year)
  if (!source) throw new Error(`no sample filing of ${kind} for ${year}`)
  const data = filingData({ ...source.values, ...source.tables })
  return { data, today: source.today, source, explanations: source.explanations.map((e) => explanation(pack, data, e)) }
}

/** The answers of a filing object, numbers as text, rows numbered from 1. */
export function filingData(values: SampleFiling['values']): FilingData {
  const scalars: Record<string, string> = {}
  const tables: Record<string, Row[]> = {}
  for (const [key, value] of Object.entries(values)) {
    if (Array.isArray(value)) tables[key] = value.map((row, i) => ({ id: i + 1, cells: texts(row) }))
    else if (value !== null) scalars[key] = String(value)
  }
  return { values: scalars, tables }
}

/** Cells as typed texts; null is blank. */
export function texts(cells: Readonly<Record<string, string | number | null>>): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [key, value] of Object.entries(cells)) if (value !== null) typed[key] = String(value)
  return typed
}

function explanation(pack: Pack, data: FilingData, e: SampleFiling['explanations'][number]): Explanation {
  return { rule: e.rule, row: e.row === undefined ? null : rowId(pack, data, String(e.row)), item: null, text: e.text }
}

function rowId(pack: Pack, data: FilingData, key: string): number | null {
  const tables = pack.forms.flatMap((f) => f.tables)
  for (const t of tables) {
    const row = data.tables[t.key]?.find((r) => r.cells[t.rowKey] === key)
    if (row) return row.id
  }
  return null
}
