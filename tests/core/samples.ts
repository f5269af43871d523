import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change, LoadedPack, Pack } from '../../core/pack/schema.ts'
import { loadPack, type PackFiles } from '../../core/pack/load.ts'
import { readFiling, type ReadFiling } from '../../core/filing/input.ts'
import type { AuditInput } from '../../core/audit/run.ts'

const root = join(import.meta.dirname, '../../seeds')

/** The files of seeds/. */
export const seeds: PackFiles = {
  list: (dir) => readdirSync(join(root, dir), { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name).slice(join(root, dir).length + 1)),
  read: (path) => new Uint8Array(readFileSync(join(root, path))),
}
/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const loaded = new Map<string, LoadedPack>()
/** A pack of seeds/ with its digest, or an error with the problem. */
export function loadedPack(id: string): LoadedPack {
  const known = loaded.get(id)
  if (known) return known
  const result = loadPack(seeds, id, sha256)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  loaded.set(id, result.value)
  return result.value
}
/** A pack of seeds/. */
export const pack = (id: string): Pack => loadedPack(id).pack
/** The pack of a year. */
export const packOf = (year: number): Pack => pack(`annual-${year}`)

/** A filing of seeds/demo as JSON. */
export interface Sample { survey_year: number; today: string; values: Record<string, unknown>; explanations: { rule: string; row?: string; text: string }[]; computed: Record<string, string | number>; findings: { rule: string; row?: string; item?: string }[]; prior?: unknown }
/** A demo unit's filings, oldest first. */
export function sampleUnit(kind: string): Sample[] {
  const unit = JSON.parse(readFileSync(join(root, 'demo', `${kind}.json`), 'utf8')) as { filings: Sample[] }
  return unit.filings.sort((a, b) => a.survey_year - b.survey_year)
}
/** A demo filing with the earlier one as its prior. */
export function sample(kind: string, year: number): Sample {
  const all = sampleUnit(kind)
  const filing = all.find((f) => f.survey_year === year)
  if (!filing) throw new Error(`${kind} ${year}`)
  const before = all.find((f) => f.survey_year === year - 1)
  return structuredClone(before ? { ...filing, prior: before } : filing)
}
/** Reads a sample, or throws with the problem. */
export function read(filing: Sample): ReadFiling {
  const result = readFiling(packOf(filing.survey_year), filing, packOf)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
/** The audit's input of a sample. */
export function auditOf(filing: Sample): AuditInput {
  const { data, explanations, prior } = read(filing)
  return { pack: packOf(filing.survey_year), data, prior, today: filing.today, explanations }
}

type Cells = Record<string, unknown>
/** Applies the changes of an example or a variant to a sample. */
export function changed(filing: Sample, changes: Change | readonly Change[]): Sample {
  const made = structuredClone(filing)
  for (const change of [changes].flat()) apply(made, change as Change)
  return made
}
function apply(filing: Sample, change: Change): void {
  const { values } = filing
  if (change.table === undefined) Object.assign(values, change.set ?? {})
  else {
    const rows = (values[change.table] ?? []) as Cells[]
    values[change.table] = rows
    if (change.clear) rows.length = 0
    if (change.row !== undefined) Object.assign(rowOf(filing, change.table, change.row), change.set ?? {})
    if (change.add) rows.push(change.add as Cells)
  }
  const gone = change.removeExplanation
  if (gone) filing.explanations = filing.explanations.filter((e) => !(e.rule === gone.rule && (gone.row === undefined || e.row === String(gone.row))))
}
function rowOf(filing: Sample, table: string, key: string | number): Cells {
  const rowKey = packOf(filing.survey_year).forms.flatMap((f) => f.tables).find((t) => t.key === table)?.rowKey ?? ''
  const row = (filing.values[table] as Cells[]).find((r) => String(r[rowKey]) === String(key))
  if (!row) throw new Error(`${table} ${key}`)
  return row
}
