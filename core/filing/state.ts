import type { Finding } from '../audit/finding.ts'
import type { FormState } from '../contract.ts'
import { programOf, type Program } from '../formula/program.ts'
import type { Scope } from '../formula/scope.ts'
import { isEmpty, scalar } from '../formula/sheet.ts'
import type { Entry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { evaluate } from './evaluation.ts'
import type { FilingData, FilingState, Prior } from './filing.ts'
import { inactiveIn, isRequired, reasonOf, typedOf, type Inactive } from './required.ts'

/** What may be done to a filing. */
export type FilingAct = 'edit' | 'explain' | 'seal' | 'reopen' | 'export' | 'return' | 'accept'

const allowed: Readonly<Record<FilingState, readonly FilingAct[]>> = {
  draft: ['edit', 'explain', 'seal'],
  reopened: ['edit', 'explain', 'seal', 'export'],
  sealed: ['reopen', 'export', 'return', 'accept'],
  returned: ['reopen', 'export'],
  accepted: ['export', 'return'],
}
const leadsTo: Readonly<Partial<Record<FilingAct, FilingState>>> = { seal: 'sealed', reopen: 'reopened', return: 'returned', accept: 'accepted' }

/** Whether a filing shows what was sealed, and nothing newer. */
export const isClosed = (state: FilingState): boolean => state === 'sealed' || state === 'accepted' || state === 'returned'

/** Whether a filing in this state allows the act. */
export function may(state: FilingState, act: FilingAct): boolean {
  return allowed[state].includes(act)
}

/** The state after an act, or null when it is not allowed. */
export function after(state: FilingState, act: FilingAct): FilingState | null {
  return may(state, act) ? (leadsTo[act] ?? state) : null
}

/** What form states need besides the filing. */
export interface StateContext { readonly prior?: Prior | null; readonly today?: string }

/** How far every form is, in pack order: of (pack, data, computed, findings, context). An auditor's `forms()` says the same faster. */
export function formStates(pack: Pack, data: FilingData, ...[, findings, ctx = {}]: readonly [computed: unknown, findings: readonly Finding[], ctx?: StateContext]): readonly FormState[] {
  const program = programOf(pack)
  return formStatesIn(program, evaluate(program, data, ctx.prior ?? null, ctx.today ?? pack.periodEnd), findings)
}

/** Items whose condition is not true, in forms that apply, each with the reason. An auditor's `inactive()` says the same faster. */
export function inactiveItems(pack: Pack, data: FilingData, _computed: unknown, ctx: StateContext = {}): readonly Inactive[] {
  const program = programOf(pack)
  return inactiveIn(program, evaluate(program, data, ctx.prior ?? null, ctx.today ?? pack.periodEnd))
}

/** The same over an evaluated filing. */
export function formStatesIn(program: Program, scope: Scope, findings: readonly Finding[]): readonly FormState[] {
  return program.index.forms.map((form, at): FormState => {
    const own = findings.filter((f) => f.cells[0]?.form === form.no)
    const warnings = own.filter((f) => f.severity === 'warning')
    const explained = warnings.filter((f) => f.explained).length
    const applies = scope.sheet.applies[at] === true
    const step = program.steps.find((s) => s.kind === 'form' && s.form === at)
    return {
      form: form.no, applies, why: applies || !step ? null : reasonOf(scope, step.reads, null, '不填本表'),
      ...counted(program, scope, at, applies),
      errors: own.length - warnings.length, wrong: own.filter((f) => f.severity === 'error' && !isAllBlank(scope, f)).length, toExplain: warnings.length - explained, explained,
    }
  })
}

/** Whether a finding names cells and every one of them is still blank. */
function isAllBlank(scope: Scope, finding: Finding): boolean {
  return finding.cells.length > 0 && finding.cells.every(({ item, row }) => {
    const entry = scope.sheet.index.item(item)
    if (entry === undefined || (row === null && entry.tableAt >= 0)) return true
    if (entry.computed) return scalar(scope.sheet, entry.at) === null
    const own = row === null ? null : scope.sheet.rows[entry.tableAt]?.find((r) => r.id === row)
    return own === undefined || isEmpty(typedOf(scope, entry, own))
  })
}

type Counts = Pick<FormState, 'filled' | 'required' | 'entered' | 'rows'>

function counted(program: Program, scope: Scope, form: number, applies: boolean): Counts {
  const counts = { filled: 0, required: 0, entered: 0, rows: 0 }
  const count = (entry: Entry, row: Parameters<typeof isRequired>[3]): void => {
    const empty = isEmpty(typedOf(scope, entry, row))
    if (!empty) counts.entered++
    if (!applies || !isRequired(program, scope, entry, row)) return
    counts.required++
    if (!empty) counts.filled++
  }
  for (const entry of program.index.scalars) if (entry.formAt === form && !entry.computed) count(entry, null)
  for (const table of program.index.tables) {
    if (table.formAt !== form) continue
    for (const row of scope.sheet.rows[table.at] ?? []) {
      counts.rows++
      for (const entry of table.columns) count(entry, row)
    }
  }
  return counts
}

/** Sign-off fields that are still empty, by key. */
export function missingSignoff(pack: Pack, data: FilingData): readonly string[] {
  return pack.signoff.filter((item) => item.required === 'always' && isEmpty(data.values[item.key])).map((item) => item.key)
}
