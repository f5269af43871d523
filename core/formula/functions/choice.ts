import { FormulaError, type Node } from '../ast.ts'
import { asRatio, expect, fit, widened } from '../check.ts'
import type { Code, Env, Run } from '../scope.ts'
import { cellValue, isEmpty, scalar } from '../sheet.ts'
import { typeNames } from '../value.ts'
import type { CallNode, FunctionSpec } from './signature.ts'

/** pick(c1,v1,c2,v2,…,v): the first v whose c is true, else the last; blank at the first blank c. */
export const pick: FunctionSpec = {
  name: 'pick', least: 3, most: 199, takesWhere: false,
  compile: (call, env) => {
    if (call.args.length % 2 === 0) throw new FormulaError(call.at, '“pick”的参数应成对（条件、值），最后加一个值')
    const last = call.args.length - 1
    const tests = call.args.filter((_, i) => i % 2 === 0 && i < last).map((n) => expect(n, env, ['bool'], '“pick”的条件').run)
    const values = oneType(call, env, call.args.filter((_, i) => i % 2 === 1 || i === last))
    const runs = values.map((v) => v.run)
    const { type, scale } = values[0] as Code
    return { type, scale, run: (s) => chosen(tests, runs, s) }
  },
}

function chosen(tests: readonly Run[], values: readonly Run[], s: Parameters<Run>[0]): ReturnType<Run> {
  for (let i = 0; i < tests.length; i++) {
    const test = tests[i]?.(s)
    if (test === null) return null
    if (test === true) return values[i]?.(s) ?? null
  }
  return values[tests.length]?.(s) ?? null
}

function oneType(call: CallNode, env: Env, nodes: readonly Node[]): readonly Code[] {
  const codes = nodes.map((n) => env.compile(n, env))
  const kind = codes.map((c) => c.type).find((type) => codes.every((c) => fit(c, type) !== null))
  if (kind === undefined) throw new FormulaError(call.at, `“pick”的各个值类型不同：${[...new Set(codes.map((c) => typeNames[c.type]))].join('、')}`)
  const fitted = codes.map((c) => fit(c, kind) as Code)
  if (kind !== 'num') return fitted
  if (fitted.some((c) => c.scale < 0)) return fitted.map((c) => ({ type: 'num', scale: -1, run: asRatio(c) }))
  const scale = Math.max(...fitted.map((c) => c.scale))
  return fitted.map((c) => widened(c, scale))
}

/** blank(x): nothing but white space was typed, a computed item has no value, or the form does not apply. */
export const blank: FunctionSpec = {
  name: 'blank', least: 1, most: 1, takesWhere: false,
  compile: (call, env) => {
    const node = call.args[0]
    if (node?.k !== 'name') throw new FormulaError(call.at, '“blank”的参数应为一个指标或 this')
    const code = env.compile(node, env)
    if (code.type === 'blank') return { type: 'bool', scale: 0, run: () => true }
    if (node.name === 'this') return { type: 'bool', scale: 0, run: (s) => s.cell === null || isEmpty(s.cell.typed) }
    return { type: 'bool', scale: 0, run: blankRun(node, env) }
  },
}

function blankRun(node: Extract<Node, { k: 'name' }>, env: Env): Run {
  const entry = env.index.item(node.name)
  if (!entry) throw new FormulaError(node.at, '“blank”的参数应为一个指标或 this')
  const { at, tableAt, formAt } = entry
  if (tableAt >= 0) {
    const inner = env.inner === tableAt
    return (s) => {
      const row = inner ? s.inner : s.row
      return row === null || (entry.computed ? cellValue(s.sheet, tableAt, row, at) === null : isEmpty(row.typed[at]))
    }
  }
  if (entry.computed) return (s) => scalar(s.sheet, at) === null
  return (s) => (formAt >= 0 && s.sheet.applies[formAt] !== true) || isEmpty(s.sheet.typed[at])
}
