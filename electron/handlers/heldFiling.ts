import type { createAuditor } from '../../core/audit/run.ts'
import type { Explanation, FilingData, Prior } from '../../core/filing/filing.ts'
import type { CellNote } from '../../core/filing/note.ts'
import type { HeldPart } from '../../core/part/elsewhere.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import type { FilingRow } from '../db/filing.ts'
import type { Turns } from '../db/step.ts'
import type { UnitRow } from '../db/unit.ts'

/** A filing held in memory with its auditor; `data`, `explanations`, `notes` and `turns` follow every commit. */
export interface OpenFiling {
  readonly filing: FilingRow
  readonly unit: UnitRow
  readonly loaded: LoadedPack
  readonly prior: Prior | null
  readonly today: string
  readonly auditor: ReturnType<typeof createAuditor>
  /** Parts that others gave and that are filled here. */
  readonly parts: readonly HeldPart[]
  data: FilingData
  explanations: readonly Explanation[]
  notes: readonly CellNote[]
  savedAt: string | null
  turns: Turns
}
