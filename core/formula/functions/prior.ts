import { FormulaError } from '../ast.ts'
import type { Num, Ratio } from '../number.ts'
import type { Code, Env, Scope } from '../scope.ts'
import { cellValue, rowsOf, scalar, type Sheet } from '../sheet.ts'
import type { Scalar, Type } from '../value.ts'
import { compileWhere, eachRow } from './aggregate.ts'
import type { CallNode, FunctionSpec } from './signature.ts'

/** PY(x): last year's value; PY(t.col: c): last year's column as a set. Blank without a prior filing. */
const prior: FunctionSpec = {
  name: 'PY', least: 1, most: 1, takesWhere: true,
  compile: (call, env) => {
    env.reads.prior = true
    const node = call.args[0]
    if (node?.k === 'column') return priorColumn(call, env)
    const entry = node?.k === 'name' ? env.index.item(node.name) : undefined
    if (node?.k === 'name' && !entry && !env.index.pack.localExt) return { type: 'blank', scale: 0, run: () => null }
    if (!entry || entry.table) throw new FormulaError(node?.at ?? call.at, '“PY”的参数应为一个指标，或 表.栏目')
    if (call.where) throw new FormulaError(call.where.at, '“PY”的参数为单个指标时不能带条件')
    const probe: Env = { ...env, reads: { ...env.reads, scalars: new Set() } }
    const { type, scale } = env.compile(node as { k: 'name'; name: string; at: number }, { ...probe, inner: -1 })
    return { type, scale, run: (s) => (s.prior === null ? null : scalar(s.prior, entry.at)) }
  },
}

function priorColumn(call: CallNode, env: Env): Code {
  const node = call.args[0] as Extract<CallNode['args'][number], { k: 'column' }>
  const { type, scale } = env.compile(node, { ...env, reads: { ...env.reads, across: new Set(), tables: new Set() } })
  const entry = env.index.item(node.column)
  if (!entry) return { type, scale, run: () => null }
  const scratch: Env = { ...env, reads: { ...env.reads, across: new Set() } }
  const where = compileWhere(call.where, entry.tableAt, scratch)
  env.outer ||= scratch.outer
  env.table = scratch.table
  env.usesCell ||= scratch.usesCell
  return { type: type as Type, scale, run: (s) => (s.prior === null ? null : priorValues(s, s.prior, entry.tableAt, (sheet, row) => cellValue(sheet, entry.tableAt, row, entry.at), where)) }
}

type Read = (sheet: Sheet, row: Sheet['rows'][number][number]) => Scalar | null

function priorValues(s: Scope, sheet: Sheet, ...[table, read, where]: [number, Read, ReturnType<typeof compileWhere>]): readonly Scalar[] {
  const values: Scalar[] = []
  eachRow(s, rowsOf(sheet, table), where, (row) => {
    const value = read(sheet, row)
    if (value !== null) values.push(value)
  })
  return values
}

/** Every entered numeric item equals last year's, blank equals blank, and one at least is not 0. */
function sameAsPrior(s: Scope): boolean | null {
  const last = s.prior
  if (last === null) return null
  let other = false
  for (const e of s.sheet.index.scalars) {
    if (!e.numeric || e.computed || (e.formAt >= 0 && !s.sheet.applies[e.formAt])) continue
    const now = scalar(s.sheet, e.at)
    if (now !== scalar(last, e.at)) return false
    if (now !== null && now !== 0) other = true
  }
  return other
}

/** Of the entered items in 万元 of at least 100, the share that is a whole multiple of 100. */
function roundShare(s: Scope): Ratio {
  let all = 0
  let whole = 0
  for (const e of s.sheet.index.scalars) {
    if (e.item.unit !== '万元' || e.computed) continue
    const value = scalar(s.sheet, e.at) as Num | null
    const hundred = 100 * 10 ** e.decimals
    if (value === null || (value < hundred && value > -hundred)) continue
    all++
    if (typeof value === 'number' ? value % hundred === 0 : value % BigInt(hundred) === 0n) whole++
  }
  return all < 8 ? { n: 0, d: 1 } : { n: whole, d: all }
}

/** PY, same_as_prior, round_number_ratio. */
export const priorFunctions: readonly FunctionSpec[] = [
  prior,
  {
    name: 'same_as_prior', least: 0, most: 0, takesWhere: false,
    compile: (_, env) => {
      env.reads.everything = true
      env.reads.prior = true
      return { type: 'bool', scale: 0, run: sameAsPrior }
    },
  },
  {
    name: 'round_number_ratio', least: 0, most: 0, takesWhere: false,
    compile: (_, env) => {
      env.reads.everything = true
      return { type: 'num', scale: -1, run: roundShare }
    },
  },
]
