import { formatAmount } from '../amount.ts'
import { round, toScale, type Num, type Ratio } from '../formula/number.ts'
import type { Program, Step } from '../formula/program.ts'
import type { Scope } from '../formula/scope.ts'
import { layOut, ownText, scalar, valueOf, type Sheet } from '../formula/sheet.ts'
import type { Scalar, Value } from '../formula/value.ts'
import type { Entry } from '../pack/lookup.ts'
import type { FilingData, Prior } from './filing.ts'

/** Rows that the aggregates of one rule may visit before it counts as failed. */
export const mostSteps = 2_000_000

/** Lays out a filing with last year's beside it and computes every computed item. */
export function evaluate(program: Program, data: FilingData, prior: Prior | null, today: string): Scope {
  const scope: Scope = {
    sheet: layOut(program.index, data), prior: prior === null ? null : layOutPrior(program, prior.data), today,
    row: null, inner: null, cell: null, required: program.required,
    memo: new Array<Value>(program.memoSlots).fill(null), memoEpoch: new Array<number>(program.memoSlots).fill(0),
    epoch: 1, steps: mostSteps, unexplained: () => 0,
  }
  for (const step of program.steps) runStep(scope, step)
  return scope
}

/** Last year's filing: computed items stand among its values. */
function layOutPrior(program: Program, data: FilingData): Sheet {
  const sheet = layOut(program.index, data)
  for (const entry of program.index.scalars) if (entry.computed) sheet.values[entry.at] = valueOf(entry, ownText(data.values, entry.item.key))
  return sheet
}

/** Computes one item or one form's condition; tells whether anything changed. */
export function runStep(scope: Scope, step: Step): boolean {
  scope.steps = mostSteps
  return step.kind === 'form' ? runForm(scope, step.form, step.run(scope) === true) : runItem(scope, step)
}

function runForm(scope: Scope, form: number, applies: boolean): boolean {
  const { sheet } = scope
  if (sheet.applies[form] === applies) return false
  sheet.applies[form] = applies
  for (const entry of sheet.index.scalars) if (entry.formAt === form) sheet.values[entry.at] = undefined
  return true
}

function runItem(scope: Scope, step: Extract<Step, { kind: 'item' }>): boolean {
  const { entry, code } = step
  const { sheet } = scope
  const applies = entry.formAt < 0 || sheet.applies[entry.formAt] === true
  const value = applies ? stored(entry, code.run(scope), code.scale) : null
  const before = sheet.values[entry.at]
  sheet.values[entry.at] = value
  return before !== value
}

/** The value as it is stored: a number rounded to the item's decimals. */
function stored(entry: Entry, value: Value, scale: number): Scalar | null {
  if (value === null) return null
  if (!entry.numeric) return value as Scalar
  return scale < 0 ? round(value as Ratio, entry.decimals) : toScale(value as Num, scale, entry.decimals)
}

/** Computed items as canonical texts, null where there is none. */
export function computedTexts(scope: Scope): Record<string, string | null> {
  const texts: Record<string, string | null> = {}
  for (const entry of scope.sheet.index.scalars) {
    if (!entry.computed) continue
    const value = scalar(scope.sheet, entry.at)
    texts[entry.item.key] = value === null ? null : entry.numeric ? formatAmount(value as Num, entry.decimals) : String(value)
  }
  return texts
}
