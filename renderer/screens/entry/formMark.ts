import type { Finding } from '../../../core/audit/finding.ts'
import type { FilingView, FormState } from '../../../core/contract.ts'
import type { Form, Group } from '../../../core/pack/schema.ts'
import { countKinds, formOf } from '../../grid/marks.ts'
import type { Counts } from '../../grid/marks.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'

/** The findings of one form, counted. */
export const formCounts = (findings: readonly Finding[], form: string): Counts => countKinds(findings.filter((f) => formOf(f) === form))

/** The icon of a form or part: errors, then open explanations, then how full it is. */
export const stateMark = (counts: Counts, filled: number, required: number, entered: number): IconName => {
  if (counts.stop > 0) return 'stop'
  if (counts.verify > 0) return 'verify'
  if (required > 0 ? filled >= required : entered > 0) return 'done'
  return entered > 0 || filled > 0 ? 'half' : 'blank'
}

/** What stands at the right of a form in the tree: what is open in it, or how full it is. */
export const formNote = (form: Form, state: FormState): string => {
  if (form.items.length === 0 || (state.required === 0 && state.rows > 0)) return t.tree.rows(state.rows)
  return `${state.filled}/${state.required}`
}

const blank = (view: FilingView, key: string): boolean => (view.data.values[key] ?? '').trim() === ''

/** The icon of a group of items. */
export const groupMark = (view: FilingView, form: Form, group: Group, findings: readonly Finding[]): IconName => {
  const keys = new Set(group.items)
  const mine = findings.filter((f) => f.cells[0] && keys.has(f.cells[0].item))
  const inactive = new Set(view.inactive.map((i) => i.item))
  const asked = form.items.filter((i) => keys.has(i.key) && (i.required === 'always' || (i.required === 'when' && !inactive.has(i.key))))
  const filled = asked.filter((i) => !blank(view, i.key)).length
  const entered = form.items.filter((i) => keys.has(i.key) && i.required !== 'computed' && !blank(view, i.key)).length
  if (asked.length === 0 && form.items.every((i) => !keys.has(i.key) || i.required === 'computed')) return stateMark(countKinds(mine), group.items.filter((key) => view.computed[key] !== null && view.computed[key] !== undefined).length, group.items.length, 0)
  return stateMark(countKinds(mine), filled, asked.length, entered)
}

/** How many sign-off fields are filled. */
export const signoffFilled = (view: FilingView): number => view.pack.signoff.filter((item) => !blank(view, item.key)).length
