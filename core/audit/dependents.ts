import type { Entry } from '../pack/lookup.ts'
import type { Program, RuleProgram, Step } from '../formula/program.ts'
import type { Reads } from '../formula/scope.ts'

/** What changed in a filing. */
export interface Changes {
  /** Scalars, and columns with the ids of the rows; null for every row. */
  readonly entries: Map<Entry, Set<number> | null>
  /** Tables that gained, lost or reordered rows. */
  readonly tables: Set<number>
  /** Forms that began or ceased to apply. */
  readonly forms: Set<number>
}

/** Who reads what, once a program. */
export interface Dependents {
  /** By an entry's order: rules that read it whatever the row, and row rules that read it of the same row only. */
  readonly rules: readonly (readonly RuleProgram[])[]
  readonly ownRules: readonly (readonly RuleProgram[])[]
  readonly byTable: readonly (readonly RuleProgram[])[]
  readonly byForm: readonly (readonly RuleProgram[])[]
  readonly everything: readonly RuleProgram[]
  /** By an entry's order: the entries whose requirement reads it. */
  readonly required: readonly (readonly Entry[])[]
  readonly cellRules: readonly RuleProgram[]
  readonly metaRules: readonly RuleProgram[]
}

const made = new WeakMap<Program, Dependents>()

/** The dependents of a program; made once. */
export function dependentsOf(program: Program): Dependents {
  const known = made.get(program)
  if (known) return known
  const dependents = build(program)
  made.set(program, dependents)
  return dependents
}

type Lists<T> = T[][]
function push<T>(lists: Lists<T>, at: number, value: T): void {
  const list = (lists[at] ??= [])
  if (!list.includes(value)) list.push(value)
}

function build(program: Program): Dependents {
  const { index } = program
  const size = index.scalars.length + index.tables.reduce((n, t) => n + t.columns.length, 0)
  const empty = <T>(n: number): Lists<T> => Array.from({ length: n }, () => [])
  const rules = empty<RuleProgram>(size)
  const ownRules = empty<RuleProgram>(size)
  const byTable = empty<RuleProgram>(index.tables.length)
  const byForm = empty<RuleProgram>(index.forms.length)
  const required = empty<Entry>(size)
  for (const rule of program.rules) {
    if (rule.kind === 'meta') continue
    const { reads } = rule
    for (const e of [...reads.scalars, ...reads.across]) push(rules, e.order, rule)
    for (const e of reads.own) if (!reads.across.has(e)) push(ownRules, e.order, rule)
    for (const t of tablesRead(rule)) push(byTable, t, rule)
    for (const f of formsRead(program, rule)) push(byForm, f, rule)
    addPresent(program, rule, rules, byTable)
  }
  for (const [entry, reads] of program.requiredReads) {
    for (const e of [...reads.scalars, ...reads.own, ...reads.across]) push(required, e.order, entry)
    for (const t of reads.tables) for (const e of index.tables[t]?.columns ?? []) push(required, e.order, entry)
    for (const e of index.scalars) if (reads.present.has(e.formAt) || reads.everything) push(required, e.order, entry)
  }
  return {
    rules, ownRules, byTable, byForm, required,
    everything: program.rules.filter((r) => r.reads.everything),
    cellRules: program.rules.filter((r) => r.kind === 'cell'),
    metaRules: program.rules.filter((r) => r.kind === 'meta'),
  }
}

function tablesRead(rule: RuleProgram): ReadonlySet<number> {
  const tables = new Set(rule.reads.tables)
  for (const e of rule.reads.across) tables.add(e.tableAt)
  if (rule.kind === 'row') tables.add(rule.table)
  return tables
}

function formsRead(program: Program, rule: RuleProgram): ReadonlySet<number> {
  const forms = new Set(rule.reads.exists)
  for (const e of [...rule.reads.scalars, ...rule.reads.across, ...rule.reads.own]) if (e.formAt >= 0) forms.add(e.formAt)
  for (const t of tablesRead(rule)) forms.add(program.index.tables[t]?.formAt ?? 0)
  return forms
}

/** `present` reads every entered cell of the form. */
function addPresent(program: Program, rule: RuleProgram, rules: Lists<RuleProgram>, byTable: Lists<RuleProgram>): void {
  for (const form of rule.reads.present) {
    for (const e of program.index.scalars) if (e.formAt === form && !e.computed) push(rules, e.order, rule)
    for (const t of program.index.tables) {
      if (t.formAt !== form) continue
      push(byTable, t.at, rule)
      for (const e of t.columns) push(rules, e.order, rule)
    }
  }
}

/** Whether a computed item or a form's condition has to be computed again. */
export function isStale(program: Program, step: Step, changes: Changes): boolean {
  if (step.kind === 'item' && changes.forms.has(step.entry.formAt)) return true
  return readsChanged(program, step.reads, changes)
}

function readsChanged(program: Program, reads: Reads, changes: Changes): boolean {
  if (reads.everything) return true
  for (const e of changes.entries.keys()) if (reads.scalars.has(e) || reads.across.has(e)) return true
  for (const t of changes.tables) if (reads.tables.has(t)) return true
  for (const e of reads.across) if (changes.tables.has(e.tableAt) || changes.forms.has(e.formAt)) return true
  for (const e of reads.scalars) if (changes.forms.has(e.formAt)) return true
  for (const t of reads.tables) if (changes.forms.has(program.index.tables[t]?.formAt ?? -1)) return true
  for (const f of [...reads.exists, ...reads.present]) if (changes.forms.has(f)) return true
  if (reads.present.size === 0) return false
  for (const e of changes.entries.keys()) if (reads.present.has(e.formAt)) return true
  for (const t of changes.tables) if (reads.present.has(program.index.tables[t]?.formAt ?? -1)) return true
  return false
}
