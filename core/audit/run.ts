import { computedTexts, evaluate, runStep } from '../filing/evaluation.ts'
import type { Explanation, FilingData, Prior } from '../filing/filing.ts'
import { programOf, type Program, type RuleProgram } from '../formula/program.ts'
import type { Scope } from '../formula/scope.ts'
import { rowsOf } from '../formula/sheet.ts'
import type { Entry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { changedRows, takeOver, type Touched } from './touch.ts'
import { dependentsOf, isStale, type Changes, type Dependents } from './dependents.ts'
import { findingName, shortest, weigh, type Weighed } from './explanation.ts'
import type { FormState } from '../contract.ts'
import { inactiveIn, type Inactive } from '../filing/required.ts'
import { formStatesIn } from '../filing/state.ts'
import type { Finding } from './finding.ts'
import { enteredCells, giveSteps, inPackOrder, testCell, testRow, testRows, testUnit, withRowKey, type Hit } from './results.ts'

/** What an audit looks at; `today` is never read from a clock. */
export interface AuditInput { readonly pack: Pack; readonly data: FilingData; readonly prior: Prior | null; readonly today: string; readonly explanations: readonly Explanation[] }

/** An audit that follows changes. */
export interface Auditor {
  /** In pack order: form, item, row. */
  findings(): Finding[]
  computed(): Record<string, string | null>
  /** Takes a changed filing; only what reads a touched cell is tested again. */
  change(data: FilingData, touched: readonly Touched[] | 'all'): void
  explain(explanations: readonly Explanation[]): void
  /** How far every form is. */
  forms(): readonly FormState[]
  /** Items not to be filled now, with the reason. */
  inactive(): readonly Inactive[]
}

/** All findings of a filing, from scratch. */
export function audit(input: AuditInput): Finding[] {
  return createAuditor(input).findings()
}

/** What an auditor remembers. */
interface State { readonly input: Omit<AuditInput, 'data' | 'explanations'>; readonly program: Program; readonly dependents: Dependents; scope: Scope; hits: Map<number, Hit>[]; explanations: ReadonlyMap<string, Weighed>; listed: Finding[] | null }

/** An auditor over a filing; its findings always equal those of `audit`. */
export function createAuditor(input: AuditInput): Auditor {
  const program = programOf(input.pack)
  const state: State = {
    input, program, dependents: dependentsOf(program), scope: evaluate(program, input.data, input.prior, input.today),
    hits: testAll(program), explanations: weigh(input.explanations, input.pack), listed: null,
  }
  refill(state)
  return {
    findings: () => (state.listed ??= list(state)),
    computed: () => computedTexts(state.scope),
    change: (data, touched) => {
      state.listed = null
      if (touched === 'all') restart(state, data)
      else follow(state, data, touched)
    },
    explain: (explanations) => {
      state.listed = null
      state.explanations = weigh(explanations, input.pack)
    },
    forms: () => formStatesIn(program, state.scope, (state.listed ??= list(state))),
    inactive: () => inactiveIn(program, state.scope),
  }
}

function testAll(program: Program): Map<number, Hit>[] {
  return program.index.pack.rules.map(() => new Map<number, Hit>())
}

function restart(state: State, data: FilingData): void {
  state.scope = evaluate(state.program, data, state.input.prior, state.input.today)
  state.hits = testAll(state.program)
  refill(state)
}

function refill(state: State): void {
  const { scope, hits, program, dependents } = state
  for (const rule of program.rules) testWhole(state, rule)
  enteredCells(scope, (cell) => testCell(dependents.cellRules, scope, cell, hits))
}

function testWhole(state: State, rule: RuleProgram): void {
  const hits = state.hits[rule.at] as Map<number, Hit>
  if (rule.kind === 'unit') testUnit(rule, state.scope, hits)
  else if (rule.kind === 'row') testRows(rule, state.scope, hits)
}

/** Takes over the touched cells, computes what reads them, and tests the rules that read any of it. */
function follow(state: State, data: FilingData, touched: readonly Touched[]): void {
  const { scope, program } = state
  const changes = takeOver(scope, data, touched)
  scope.epoch++
  for (const step of program.steps) {
    if (!isStale(program, step, changes) || !runStep(scope, step)) continue
    if (step.kind === 'form') changes.forms.add(step.form)
    else changes.entries.set(step.entry, null)
  }
  testRules(state, changes)
  testCells(state, changes)
}

function testRules(state: State, changes: Changes): void {
  const { dependents, hits, scope } = state
  const whole = new Set<RuleProgram>()
  if (changes.forms.size > 0 || anyFigure(changes)) for (const rule of dependents.everything) whole.add(rule)
  for (const entry of changes.entries.keys()) for (const rule of dependents.rules[entry.order] ?? []) whole.add(rule)
  for (const table of changes.tables) for (const rule of dependents.byTable[table] ?? []) whole.add(rule)
  for (const form of changes.forms) for (const rule of dependents.byForm[form] ?? []) whole.add(rule)
  for (const rule of whole) {
    if (rule.kind === 'cell') enteredCells(scope, (cell) => testCell([rule], scope, cell, hits))
    else testWhole(state, rule)
  }
  for (const [entry, ids] of changes.entries) {
    for (const rule of dependents.ownRules[entry.order] ?? []) {
      if (whole.has(rule)) continue
      giveSteps(scope)
      if (!scope.sheet.applies[entry.formAt]) testWhole(state, rule)
      else for (const row of changedRows(scope, entry, ids)) testRow(rule, scope, row, hits[rule.at] as Map<number, Hit>)
    }
  }
}

/** Whether an entered number that stands once changed: what the rules over everything look at. */
function anyFigure(changes: Changes): boolean {
  for (const entry of changes.entries.keys()) if (entry.numeric && entry.table === null) return true
  return false
}

function testCells(state: State, changes: Changes): void {
  const { dependents, hits, scope } = state
  giveSteps(scope)
  for (const table of changes.tables) dropRows(state, table)
  const test = (entry: Entry, ids: Set<number> | null): void => {
    if (entry.computed) return
    if (entry.table === null) testCell(dependents.cellRules, scope, { entry, row: null }, hits)
    else for (const row of changedRows(scope, entry, ids)) testCell(dependents.cellRules, scope, { entry, row }, hits)
  }
  for (const [entry, ids] of changes.entries) {
    test(entry, ids)
    for (const needs of dependents.required[entry.order] ?? []) test(needs, entry.tableAt === needs.tableAt ? ids : null)
  }
  if (changes.forms.size === 0) return
  enteredCells(scope, (cell) => {
    if (changes.forms.has(cell.entry.formAt) || state.program.requiredReads.has(cell.entry)) testCell(dependents.cellRules, scope, cell, hits)
  })
}

/** Forgets the cell findings of rows that may be gone. */
function dropRows(state: State, table: number): void {
  const alive = new Set(rowsOf(state.scope.sheet, table).map((r) => r.id))
  for (const rule of state.dependents.cellRules) {
    const hits = state.hits[rule.at] as Map<number, Hit>
    for (const [key, hit] of hits) if (hit.row && hit.first?.tableAt === table && !alive.has(hit.row.id)) hits.delete(key)
  }
}

function list(state: State): Finding[] {
  const all: Hit[] = []
  for (const hits of state.hits) for (const hit of hits.values()) all.push(hit)
  const weights: number[] = []
  const findings = all.sort(inPackOrder).map((hit) => {
    const finding = withRowKey(hit, state.scope)
    if (finding.severity === 'error') return finding
    const given = state.explanations.get(findingName(finding))
    weights.push(given?.weight ?? 0)
    return given ? { ...finding, explanation: given.text, explained: given.weight >= shortest } : finding
  })
  return [...findings, ...metaFindings(state, weights)]
}

/** Meta rules look at the findings of all others. */
function metaFindings(state: State, weights: readonly number[]): readonly Finding[] {
  state.scope.unexplained = (n) => weights.filter((w) => w < n).length
  return state.dependents.metaRules.flatMap((rule) => {
    const hits = new Map<number, Hit>()
    testUnit(rule, state.scope, hits)
    return [...hits.values()].map((hit) => hit.finding)
  })
}
