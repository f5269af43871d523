import type { createAuditor } from '../../core/audit/run.ts'
import type { Explanation, FilingData, Prior } from '../../core/filing/filing.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import type { FilingRow } from '../db/filing.ts'
import type { Turns } from '../db/step.ts'
import type { UnitRow } from '../db/unit.ts'

/** A filing held in memory with its auditor; `data`, `explanations` and `turns` follow every commit. */
export interface OpenFiling {
  readonly filing: FilingRow
  readonly unit: UnitRow
  readonly loaded: LoadedPack
  readonly prior: Prior | null
  readonly today: string
  readonly auditor: ReturnType<typeof createAuditor>
  data: FilingData
  explanations: readonly Explanation[]
  savedAt: string | null
  turns: Turns
}
