import { derive } from '../../core/filing/derive.ts'
import type { Explanation, FilingData, Prior } from '../../core/filing/filing.ts'
import type { Example, Pack } from '../../core/pack/schema.ts'
import { applyChange } from './change.ts'
import { sampleFiling } from './sample.ts'

const year = 2026

/** The filing of an example: the sample unit's, changed. */
export function exampleFiling(pack: Pack, example: Example): { data: FilingData; explanations: readonly Explanation[]; today: string } {
  const base = sampleFiling(pack, example.on, year)
  return { ...applyChange(pack, base, example.change), today: base.today }
}

/** Last year's filing of an example, computed items included; null if the example has none. */
export function examplePrior(pack: Pack, example: Example): Prior | null {
  if (example.prior === null) return null
  const { data } = applyChange(pack, sampleFiling(pack, example.on, year - 1), example.prior)
  return { origin: 'own', year: year - 1, data: withComputed(pack, data) }
}

function withComputed(pack: Pack, data: FilingData): FilingData {
  const values: Record<string, string> = { ...data.values }
  for (const [key, value] of Object.entries(derive(pack, data))) if (value !== null) values[key] = value
  return { ...data, values }
}
