import { programOf } from '../formula/program.ts'
import type { Pack } from '../pack/schema.ts'
import { computedTexts, evaluate } from './evaluation.ts'
import type { FilingData, Prior } from './filing.ts'

/** Computed items of a filing as canonical texts, in dependency order; null where one cannot be computed. */
export function derive(pack: Pack, data: FilingData, prior: Prior | null = null): Record<string, string | null> {
  return computedTexts(evaluate(programOf(pack), data, prior, pack.periodEnd))
}
