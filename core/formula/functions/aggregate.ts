import type { TableEntry } from '../../pack/lookup.ts'
import { FormulaError, type Node } from '../ast.ts'
import { expect } from '../check.ts'
import { add, type Num } from '../number.ts'
import { TooManySteps, type Code, type Env, type Run, type Scope } from '../scope.ts'
import { cellValue, rowsOf, type SheetRow } from '../sheet.ts'
import type { Scalar, Value } from '../value.ts'
import { largerOf } from './arithmetic.ts'
import type { CallNode, FunctionSpec } from './signature.ts'

/** Compiles the condition after the colon; inside it names are columns of `table` first. */
export function compileWhere(where: Node | null, table: number, env: Env): Run | null {
  if (where === null) return null
  if (env.inner >= 0) throw new FormulaError(where.at, '条件里不能再套带条件的函数')
  env.inner = table
  const run = expect(where, env, ['bool'], '冒号后的条件').run
  env.inner = -1
  return run
}

/** Calls `visit` for every row for which the condition is true. */
export function eachRow(s: Scope, rows: readonly SheetRow[], where: Run | null, visit: (row: SheetRow) => void): void {
  s.steps -= rows.length
  if (s.steps < 0) throw new TooManySteps()
  const outside = s.inner
  for (const row of rows) {
    s.inner = row
    if (where === null || where(s) === true) visit(row)
  }
  s.inner = outside
}

/** Keeps an aggregate's result for the epoch unless it differs from row to row. */
function remembered(env: Env, call: CallNode, build: () => Run): Run {
  const before = env.outer
  env.outer = false
  const run = build()
  const differs = env.outer || env.inner >= 0
  env.outer ||= before
  if (differs || call.args.length !== 1) return run
  const slot = env.slots.next++
  return (s): Value => {
    if (s.memoEpoch[slot] === s.epoch) return s.memo[slot] ?? null
    const value = run(s)
    s.memo[slot] = value
    s.memoEpoch[slot] = s.epoch
    return value
  }
}

function tableOf(call: CallNode, env: Env): TableEntry {
  const node = call.args[0]
  const table = node?.k === 'name' ? env.index.table(node.name) : undefined
  if (!table) throw new FormulaError(node?.at ?? call.at, `“${call.fn}”的参数应为一张重复表`)
  env.reads.tables.add(table.at)
  return table
}

function counting(name: string, finish: (n: number) => Scalar, type: 'num' | 'bool'): FunctionSpec {
  return {
    name, least: 1, most: 1, takesWhere: true,
    compile: (call, env) => {
      const table = tableOf(call, env).at
      const run = remembered(env, call, () => {
        const where = compileWhere(call.where, table, env)
        return (s) => {
          let n = 0
          eachRow(s, rowsOf(s.sheet, table), where, () => { n++ })
          return finish(n)
        }
      })
      return { type, scale: 0, run }
    },
  }
}

/** A column's values over the rows for which the condition is true, folded to one value. */
function folding(call: CallNode, env: Env, fold: (values: readonly Scalar[]) => Value): { readonly run: Run; readonly code: Code } {
  const node = call.args[0]
  if (node?.k !== 'column') throw new FormulaError(node?.at ?? call.at, `“${call.fn}”的参数应写成 表.栏目`)
  const code = env.compile(node, env)
  const entry = env.index.item(node.column)
  if (!entry) return { run: () => null, code }
  const run = remembered(env, call, () => {
    const where = compileWhere(call.where, entry.tableAt, env)
    return (s) => {
      const values: Scalar[] = []
      eachRow(s, rowsOf(s.sheet, entry.tableAt), where, (row) => {
        const value = cellValue(s.sheet, entry.tableAt, row, entry.at)
        if (value !== null) values.push(value)
      })
      return fold(values)
    }
  })
  return { run, code }
}

function folded(call: CallNode, env: Env, fold: (values: readonly Num[]) => Num | null): Code {
  const { run, code } = folding(call, env, fold as (values: readonly Scalar[]) => Value)
  if (code.type !== 'set:num') throw new FormulaError(call.args[0]?.at ?? call.at, `“${call.fn}”的栏目应为数`)
  return { type: 'num', scale: code.scale, run }
}

const total = (values: readonly Num[]): Num => values.reduce(add, 0)
const largest = (values: readonly Num[]): Num | null => values.reduce<Num | null>((m, v) => (m === null || v > m ? v : m), null)

/** count, rows, any, sum, max, unique. */
export const aggregateFunctions: readonly FunctionSpec[] = [
  counting('count', (n) => n, 'num'),
  counting('rows', (n) => n, 'num'),
  counting('any', (n) => n > 0, 'bool'),
  { name: 'sum', least: 1, most: 1, takesWhere: true, compile: (call, env) => folded(call, env, total) },
  { name: 'max', least: 1, most: 2, takesWhere: true, compile: (call, env) => (call.args.length === 2 && !call.where ? largerOf(call, env) : folded(call, env, largest)) },
  {
    name: 'unique', least: 1, most: 1, takesWhere: true,
    compile: (call, env) => ({ type: 'bool', scale: 0, run: folding(call, env, (values) => new Set(values).size === values.length).run }),
  },
]
