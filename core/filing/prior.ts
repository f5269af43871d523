import { programOf } from '../formula/program.ts'
import { carryFiling, type Lost } from '../pack/carry.ts'
import type { Pack } from '../pack/schema.ts'
import { computedTexts, evaluate } from './evaluation.ts'
import type { FilingData, Prior, PriorOrigin } from './filing.ts'

/** Last year's filing as this year's rules see it: computed by its own pack, without forms that did not apply, carried to this year's keys. */
export const priorOf = (from: Pack, to: Pack, data: FilingData, origin: PriorOrigin): Prior => carriedPrior(from, to, data, origin).prior

/** The same with what could not be carried, each with its name of last year. */
export function carriedPrior(from: Pack, to: Pack, data: FilingData, origin: PriorOrigin): { readonly prior: Prior; readonly lost: readonly (Lost & { readonly name: string })[] } {
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
  const carried = carryFiling(from, to, { values, tables })
  const lost = carried.lost.map((one) => ({ ...one, name: sheet.index.item(one.item)?.item.name ?? one.item }))
  return { prior: { origin, year: from.year, data: carried.data }, lost }
}

/** The typed last-year sheet as a prior: what was typed, and what follows from it on the forms where something was; null while nothing is. */
export function typedPrior(pack: Pack, data: FilingData): Prior | null {
  const scope = evaluate(programOf(pack), data, null, pack.periodEnd)
  const { sheet } = scope
  const touched = new Set<string>()
  for (const [key, text] of Object.entries(data.values)) if (text !== '') touched.add(sheet.index.item(key)?.formNo ?? '')
  for (const table of sheet.index.tables) if ((data.tables[table.table.key] ?? []).length > 0) touched.add(table.form.no)
  if (touched.size === 0) return null
  const derived = Object.entries(computedTexts(scope)).flatMap(([key, text]) =>
    (text !== null && touched.has(sheet.index.item(key)?.formNo ?? '') ? [[key, text] as const] : []))
  return { origin: 'typed', year: pack.year - 1, data: { ...data, values: { ...Object.fromEntries(derived), ...data.values } } }
}
