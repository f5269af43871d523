import type { PlanCell, PastePlan } from '../../../core/paste/plan.ts'
import { placeOf } from '../../../core/paste/ops.ts'
import type { PasteChoices } from '../../../core/paste/ops.ts'

/** How a cell of the preview looks: the verdict with the clerk's choices taken in. */
export type Look = 'fill' | 'changed' | 'same' | 'notice' | 'bad' | 'waiting' | 'skipped'
/** Every look, in the order of the list beside the preview. */
export const looks: readonly Look[] = ['fill', 'changed', 'same', 'notice', 'bad', 'waiting', 'skipped']

/** The look of a cell; `rowKey` is the table's key column, whose unknown text is what a row waits for. */
export const lookOf = (cell: PlanCell, choices: PasteChoices, rowKey: string | null): Look => {
  const choice = choices[placeOf(cell)]
  if (cell.verdict === 'waiting') return cell.item === rowKey ? 'bad' : 'waiting'
  if (choice === null) return 'skipped'
  if (choice !== undefined && choice !== cell.now) return cell.old.trim() === '' ? 'fill' : 'changed'
  if (cell.verdict === 'text' || cell.verdict === 'refused') return 'bad'
  if (cell.verdict === 'skipped' || cell.verdict === 'same') return cell.verdict
  if (cell.notice) return 'notice'
  return cell.verdict === 'changed' ? 'changed' : 'fill'
}

/** Whether a person should look at a cell before writing. */
export const asksLook = (look: Look): boolean => look === 'bad' || look === 'notice'

/** Cells that are shown and counted: not those of a heading row. */
export const bodyCells = (plan: PastePlan): readonly PlanCell[] => plan.cells.filter((cell) => cell.words?.code !== 'heading' && cell.words?.code !== 'label' && !(plan.table === null && cell.words?.code === 'column-off'))

/** How many cells have each look. */
export const countLooks = (plan: PastePlan, choices: PasteChoices, rowKey: string | null): Readonly<Record<Look, number>> => {
  const counts: Record<Look, number> = { fill: 0, changed: 0, same: 0, notice: 0, bad: 0, waiting: 0, skipped: 0 }
  for (const cell of bodyCells(plan)) counts[lookOf(cell, choices, rowKey)] += 1
  return counts
}

/** How many of the written cells are kept as text and marked. */
export const markedCount = (plan: PastePlan, choices: PasteChoices): number =>
  plan.cells.filter((cell) => cell.verdict === 'text' && (choices[placeOf(cell)] === undefined || choices[placeOf(cell)] === cell.now)).length
