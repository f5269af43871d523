import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './app.ts'

/** One year of a sample unit, as seeds/demo has it: typed texts by key, rows of repeating tables. */
export interface SampleYear { readonly values: Readonly<Record<string, string>>; readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> }

/** A sample filing's entered values as texts. */
export function sampleYear(kind: string, year: number): SampleYear {
  const unit = JSON.parse(readFileSync(join(root, 'seeds', 'demo', `${kind}.json`), 'utf8')) as { filings: { survey_year: number; values: Record<string, unknown> }[] }
  const found = unit.filings.find((filing) => filing.survey_year === year)
  if (!found) throw new Error(`${kind} has no filing of ${year}`)
  const values: Record<string, string> = {}
  const tables: Record<string, Record<string, string>[]> = {}
  for (const [key, value] of Object.entries(found.values)) {
    if (Array.isArray(value)) tables[key] = value.map((row: object) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell)])))
    else values[key] = String(value)
  }
  return { values, tables }
}

/** The forms of the 2026 pack with the keys of their entered items and tables, in order. */
export function formsOf(pack: string): readonly { readonly no: string; readonly items: readonly string[]; readonly tables: readonly { readonly key: string; readonly columns: readonly string[] }[] }[] {
  const folder = join(root, 'seeds', 'packs', pack)
  const order = (JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as { forms: string[] }).forms
  return order.map((no) => {
    const form = JSON.parse(readFileSync(join(folder, 'forms', `${no}.json`), 'utf8')) as {
      items: { key: string; required: string }[]; tables: { key: string; columns: { key: string }[] }[]
    }
    return {
      no, items: form.items.filter((item) => item.required !== 'computed').map((item) => item.key),
      tables: form.tables.map((table) => ({ key: table.key, columns: table.columns.map((column) => column.key) })),
    }
  })
}
