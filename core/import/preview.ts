import type { FilingData } from '../filing/filing.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { beginDraft, type Draft } from './draft.ts'
import type { Mapping, Part } from './mapping.ts'
import type { ImportPlan } from './plan.ts'
import { planGroup, planTable } from './rows.ts'
import type { ForeignSheet } from './sheet.ts'
import { planCell, planLookup, planTally } from './single.ts'

/** What a mapping would do to a filing: every cell with its verdict and everything that is wrong, at once. */
export function previewImport(pack: Pack, data: FilingData, sheets: readonly ForeignSheet[], mapping: Mapping): ImportPlan {
  const draft = beginDraft(lookup(pack), data, sheets)
  for (const part of mapping.parts) planPart(draft, part)
  return { cells: draft.cells, faults: draft.faults, skipped: draft.skipped, removed: draft.removed }
}

function planPart(draft: Draft, part: Part): void {
  switch (part.kind) {
    case 'cell': return planCell(draft, part)
    case 'lookup': return planLookup(draft, part)
    case 'tally': return planTally(draft, part)
    case 'table': return planTable(draft, part)
    case 'group': return planGroup(draft, part)
  }
}
