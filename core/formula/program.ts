import { lookup, type Entry, type PackIndex } from '../pack/lookup.ts'
import type { Pack, Rule } from '../pack/schema.ts'
import { FormulaError, type Node } from './ast.ts'
import { expect, fit } from './check.ts'
import { compile, environment, typeOf } from './compile.ts'
import { parseExpression, parseRule } from './parse.ts'
import { mergeReads, noReads, type Code, type Env, type Reads, type Requirement, type Run } from './scope.ts'
import { compileTemplate, type Template } from './template.ts'

/** A part of a rule's consequent that must be true by itself, with what it reads. */
export interface RulePart {
  readonly run: Run
  readonly reads: Reads
  /** The column of a part `unique(t.col)`: its repeated cells are the ones to mark. */
  readonly unique: Entry | null
}
/** One rule ready to run. */
export interface RuleProgram {
  readonly rule: Rule
  /** Position among the pack's rules. */
  readonly at: number
  readonly kind: 'unit' | 'row' | 'cell' | 'meta'
  /** The table of a row rule. */
  readonly table: number
  readonly when: Run | null
  readonly then: Run
  readonly parts: readonly RulePart[]
  readonly whenReads: Reads
  /** Everything the rule and its texts read. */
  readonly reads: Reads
  readonly detail: Template
  readonly fact: Template
}
/** A computed item or a form's condition; in `steps` after all it reads. */
export type Step =
  | { readonly kind: 'item'; readonly entry: Entry; readonly code: Code; readonly reads: Reads }
  | { readonly kind: 'form'; readonly form: number; readonly run: Run; readonly reads: Reads }
/** A formula that was refused. */
export interface FormulaFault { readonly where: 'rule' | 'item' | 'form' | 'cycle'; readonly id: string; readonly field: string; readonly at: number; readonly message: string }
/** A pack's formulas as closures. */
export interface Program {
  readonly index: PackIndex
  readonly steps: readonly Step[]
  readonly required: readonly Requirement[]
  /** What each conditional requirement reads. */
  readonly requiredReads: ReadonlyMap<Entry, Reads>
  readonly rules: readonly RuleProgram[]
  readonly memoSlots: number
  readonly faults: readonly FormulaFault[]
}

const made = new WeakMap<Pack, Program>()

/** The compiled formulas of a pack; the same object for the same pack. */
export function programOf(pack: Pack): Program {
  const known = made.get(pack)
  if (known) return known
  const program = build(lookup(pack))
  made.set(pack, program)
  return program
}

/** What is being gathered while a pack is compiled. */
interface Draft { readonly index: PackIndex; readonly slots: { next: number }; readonly faults: FormulaFault[] }

function build(index: PackIndex): Program {
  const draft: Draft = { index, slots: { next: 0 }, faults: [] }
  const steps = inOrder(draft, [...formSteps(draft), ...itemSteps(draft)])
  const required: Requirement[] = []
  const requiredReads = new Map<Entry, Reads>()
  for (const entry of [...index.scalars, ...index.tables.flatMap((t) => t.columns)]) required[entry.order] = requirement(draft, entry, requiredReads)
  const rules = index.pack.rules.flatMap((rule, at) => ruleProgram(draft, rule, at) ?? [])
  return { index, steps, required, requiredReads, rules, memoSlots: draft.slots.next, faults: draft.faults }
}

/** Runs one compilation; a refused formula becomes a fault and gives null. */
function attempt<T>(draft: Draft, where: Omit<FormulaFault, 'at' | 'message'>, work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    draft.faults.push({ ...where, at: error.at, message: error.message })
    return null
  }
}

function formSteps(draft: Draft): readonly Step[] {
  return draft.index.forms.flatMap((form, at): Step[] => {
    const source = form.appliesWhen
    if (source === undefined) return []
    const env = environment(draft.index, {}, draft.slots)
    const run = attempt(draft, { where: 'form', id: form.no, field: 'appliesWhen' }, () => expect(parseExpression(source), env, ['bool'], '适用条件').run)
    return run ? [{ kind: 'form', form: at, run, reads: env.reads }] : []
  })
}

function itemSteps(draft: Draft): readonly Step[] {
  return draft.index.scalars.flatMap((entry): Step[] => {
    if (!entry.computed) return []
    const env = environment(draft.index, {}, draft.slots)
    const code = attempt(draft, { where: 'item', id: entry.item.key, field: 'formula' }, () => computed(entry, env))
    return code ? [{ kind: 'item', entry, code, reads: env.reads }] : []
  })
}

function computed(entry: Entry, env: Env): Code {
  if (entry.item.formula === undefined) throw new FormulaError(1, '自动计算的指标没有公式')
  return expect(parseExpression(entry.item.formula), env, [typeOf(entry)], '公式的结果')
}

function requirement(draft: Draft, entry: Entry, readsOf: Map<Entry, Reads>): Requirement {
  const { required, requiredWhen, key } = entry.item
  if (entry.form === null || required === 'optional' || required === 'computed') return false
  if (required === 'always' || requiredWhen === undefined) return true
  const env = environment(draft.index, { row: entry.table !== null }, draft.slots)
  const run = attempt(draft, { where: 'item', id: key, field: 'requiredWhen' }, () => expect(parseExpression(requiredWhen), env, ['bool'], '条件').run)
  readsOf.set(entry, env.reads)
  return run ?? false
}

/** Items and forms after everything they read; a circle is a fault. */
function inOrder(draft: Draft, steps: readonly Step[]): readonly Step[] {
  const done = new Set<Step>()
  const open = new Set<Step>()
  const sorted: Step[] = []
  const visit = (step: Step): void => {
    if (done.has(step)) return
    if (open.has(step)) {
      draft.faults.push({ where: 'cycle', id: step.kind === 'item' ? step.entry.item.key : (draft.index.forms[step.form]?.no ?? ''), field: 'formula', at: 1, message: `公式互相引用：${[...open].map((s) => nameOf(draft, s)).join('、')}` })
      return
    }
    open.add(step)
    for (const before of steps) if (comesAfter(draft.index, step, before)) visit(before)
    open.delete(step)
    done.add(step)
    sorted.push(step)
  }
  steps.forEach(visit)
  return sorted
}

function nameOf(draft: Draft, step: Step): string {
  return step.kind === 'item' ? step.entry.item.key : `${draft.index.forms[step.form]?.no ?? ''}表`
}

/** Whether a step must come after another: it reads it, or stands in its form. */
export function comesAfter(index: PackIndex, later: Step, step: Step): boolean {
  const { reads } = later
  if (later.kind === 'item' && step.kind === 'form' && later.entry.formAt === step.form) return true
  if (step.kind === 'item') return reads.scalars.has(step.entry) || (reads.everything && step.entry.computed)
  const at = step.form
  if (reads.exists.has(at) || reads.everything) return true
  for (const e of reads.scalars) if (e.formAt === at) return true
  for (const e of reads.across) if (e.formAt === at) return true
  for (const t of reads.tables) if (index.tables[t]?.formAt === at) return true
  return false
}

function conjuncts(node: Node): readonly Node[] {
  return node.k === 'binary' && node.op === 'and' ? [...conjuncts(node.a), ...conjuncts(node.b)] : [node]
}

function ruleProgram(draft: Draft, rule: Rule, at: number): RuleProgram | null {
  const where = (field: string): Omit<FormulaFault, 'at' | 'message'> => ({ where: 'rule', id: rule.id, field })
  const env = environment(draft.index, { row: true, cell: true }, draft.slots)
  const part = (node: Node): RulePart => {
    const own: Env = { ...env, reads: noReads() }
    const { run } = fit(compile(node, own), 'bool') ?? refuse(node)
    env.table = own.table
    env.usesCell = own.usesCell
    mergeReads(env.reads, own.reads)
    return { run, reads: own.reads, unique: uniqueColumn(draft.index, node) }
  }
  const body = attempt(draft, where('formula'), () => {
    const parsed = parseRule(rule.formula)
    const parts = conjuncts(parsed.then).map(part)
    return { parts, when: parsed.when ? part(parsed.when) : null }
  })
  if (!body) return null
  const words = textEnv(draft, env)
  const detail = attempt(draft, where('detail'), () => compileTemplate(rule.detail, words))
  const fact = attempt(draft, where('fact'), () => compileTemplate(rule.fact, words))
  if (!detail || !fact) return null
  const kind = env.reads.explanations ? 'meta' : env.usesCell ? 'cell' : env.table !== null ? 'row' : 'unit'
  const reads = noReads()
  mergeReads(reads, env.reads)
  mergeReads(reads, words.reads)
  return {
    rule, at, kind, table: env.table ?? -1, parts: body.parts, then: allOf(body.parts.map((p) => p.run)),
    when: body.when?.run ?? null, whenReads: body.when?.reads ?? noReads(), reads, detail, fact,
  }
}

function uniqueColumn(index: PackIndex, node: Node): Entry | null {
  const [column] = node.k === 'call' && node.fn === 'unique' ? node.args : []
  return column?.k === 'column' ? (index.item(column.column) ?? null) : null
}

function refuse(node: Node): never {
  throw new FormulaError(node.at, '规则应为可判断真假的式子')
}

/** Texts may name what the rule may: its own row's columns, the cell, and nothing more. */
function textEnv(draft: Draft, rule: Env): Env {
  const env = environment(draft.index, { row: rule.table !== null, cell: rule.usesCell, words: rule.usesCell }, draft.slots)
  env.table = rule.table
  return env
}

function allOf(runs: readonly Run[]): Run {
  const [only] = runs
  if (runs.length === 1 && only) return only
  return (s) => {
    let unknown = false
    for (const run of runs) {
      const v = run(s)
      if (v === false) return false
      if (v === null) unknown = true
    }
    return unknown ? null : true
  }
}
