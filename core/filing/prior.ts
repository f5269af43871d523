import { programOf } from '../formula/program.ts'
import { carryFiling } from '../pack/carry.ts'
import type { Pack } from '../pack/schema.ts'
import { computedTexts, evaluate } from './evaluation.ts'
import type { FilingData, Prior, PriorOrigin } from './filing.ts'

/** Last year's filing as this year's rules see it: computed by its own pack, without forms that did not apply, carried to this year's keys. */
export function priorOf(from: Pack, to: Pack, data: FilingData, origin: PriorOrigin): Prior {
  const scope = evaluate(programOf(from), data, null, from.periodEnd)
  const { sheet } = scope
  const hidden = (formAt: number): boolean => formAt >= 0 && !sheet.applies[formAt]
  const values: Record<string, string> = {}
  for (const entry of sheet.index.scalars) {
    const text = data.values[entry.item.key]
    if (text !== undefined && !entry.computed && !hidden(entry.formAt)) values[entry.item.key] = text
  }
  for (const [key, text] of Object.entries(computedTexts(scope))) if (text !== null) values[key] = text
  const tables = Object.fromEntries(sheet.index.tables.filter((t) => !hidden(t.formAt)).map((t) => [t.table.key, data.tables[t.table.key] ?? []]))
  return { origin, year: from.year, data: carryFiling(from, to, { values, tables }).data }
}
