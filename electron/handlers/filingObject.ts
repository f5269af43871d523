import { z } from 'zod'
import type { Finding } from '../../core/audit/finding.ts'
import type { PackIndex } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'

const scalar = z.union([z.string().max(4000), z.number(), z.null()])
const row = z.record(z.string(), scalar)
const explanation = z.looseObject({ rule: z.string(), row: z.union([z.string(), z.number()]).nullish(), item: z.string().nullish(), text: z.string().max(4000) })
const base = z.looseObject({
  survey_year: z.int().min(2000).max(2999),
  today: z.iso.date().optional(),
  values: z.record(z.string(), z.union([scalar, z.array(row).max(20000)])),
  explanations: z.array(explanation).default([]),
})

/** One filing as JSON (D10): item keys to values, tables as arrays of rows. */
export const filingObject = base.extend({ prior: base.partial({ survey_year: true }).nullish() })
export type FilingObject = z.infer<typeof filingObject>
export type PriorObject = NonNullable<FilingObject['prior']>
/** A unit of units.json: several years, the newest is meant, the one before it is its prior. */
const unitObject = z.looseObject({ filings: z.array(filingObject).min(1) })

/** A filing object, or the newest filing of a unit object with the year before as prior. */
export function readFilingObject(json: unknown): Result<FilingObject> {
  const unit = unitObject.safeParse(json)
  if (unit.success) {
    const [newest, before] = unit.data.filings.toSorted((a, b) => b.survey_year - a.survey_year)
    if (newest) return ok(newest.prior === undefined && before?.survey_year === newest.survey_year - 1 ? { ...newest, prior: before } : newest)
  }
  const one = filingObject.safeParse(json)
  if (one.success) return ok(one.data)
  const issue = one.error.issues[0]
  return no(problem('filing-shape', { what: issue ? `${issue.path.join('.')} ${issue.message}`.trim() : 'JSON' }))
}

/** The cells of a filing object by the pack's keys: scalars as text, rows in order. */
export interface ObjectCells { readonly values: Readonly<Record<string, string>>; readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> }

/** Checks every key against the pack; an older or newer name of an item is accepted. */
export function cellsOf(index: PackIndex, given: FilingObject['values']): Result<ObjectCells> {
  const values: Record<string, string> = {}
  const tables: Record<string, Record<string, string>[]> = {}
  for (const [name, value] of Object.entries(given)) {
    const table = index.table(name)
    if (table && Array.isArray(value)) {
      const rows = value.map(r => textsOf(index, r))
      const bad = rows.find(r => !r.ok)
      if (bad && !bad.ok) return bad
      tables[name] = rows.flatMap(r => (r.ok ? [r.value] : []))
      continue
    }
    if (table || Array.isArray(value)) return no(problem('filing-shape', { what: name }))
    const one = textsOf(index, { [name]: value })
    if (!one.ok) return one
    Object.assign(values, one.value)
  }
  return ok({ values, tables })
}

/** The findings that an explanation of the object is meant for. */
export function findingsFor(findings: readonly Finding[], given: FilingObject['explanations'][number]): readonly Finding[] {
  return findings.filter(f => f.rule === given.rule
    && (given.row === undefined || given.row === null || f.rowKey === String(given.row))
    && (given.item === undefined || given.item === null || f.item === given.item))
}

function textsOf(index: PackIndex, row: Readonly<Record<string, string | number | null>>): Result<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(row)) {
    const key = index.keyOf(name)
    const entry = key === undefined ? undefined : index.item(key)
    if (!entry) return no(problem('filing-unknown-key', { item: name }))
    if (!entry.computed && value !== null && String(value).trim() !== '') texts[entry.item.key] = String(value)
  }
  return ok(texts)
}

