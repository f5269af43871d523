import { FormulaError, type Node } from '../ast.ts'
import { expect } from '../check.ts'
import type { Code, Env, Scope } from '../scope.ts'
import { typeNames, type Scalar, type Type, type Value } from '../value.ts'

export type CallNode = Extract<Node, { k: 'call' }>

/** A function of the rule language: how many arguments, and how a call is checked and compiled. */
export interface FunctionSpec {
  readonly name: string
  readonly least: number
  readonly most: number
  readonly takesWhere: boolean
  readonly compile: (call: CallNode, env: Env) => Code
}

/** A function of plain values: blank when an argument is blank. */
export interface PlainSpec {
  readonly name: string
  /** Each argument's types; numbers arrive unscaled and must be whole. */
  readonly args: readonly (readonly Type[])[]
  readonly gives: Type
  readonly run: (env: Env) => (args: readonly Scalar[], s: Scope) => Value
}

/** Makes a function of plain values. */
export function plain(spec: PlainSpec): FunctionSpec {
  const n = spec.args.length
  return {
    name: spec.name, least: n, most: n, takesWhere: false,
    compile: (call, env) => {
      const codes = call.args.map((arg, i) => argument(spec.name, arg, spec.args[i] ?? [], env))
      const runs = codes.map((c) => c.run)
      const f = spec.run(env)
      return { type: spec.gives, scale: 0, run: (s) => runPlain(runs, f, s) }
    },
  }
}

function argument(fn: string, node: Node, types: readonly Type[], env: Env): Code {
  const code = expect(node, env, types, `“${fn}”的参数`)
  if (code.type === 'num' && code.scale !== 0) throw new FormulaError(node.at, `“${fn}”的参数应为整数`)
  return code
}

function runPlain(runs: readonly Code['run'][], f: (args: readonly Scalar[], s: Scope) => Value, s: Scope): Value {
  const values: Scalar[] = []
  for (const run of runs) {
    const value = run(s)
    if (value === null) return null
    values.push(value as Scalar)
  }
  return f(values, s)
}

/** The text of an argument that must be written out, such as a form's number or a pattern. */
export function literalArgument(call: CallNode, i: number): string {
  const node = call.args[i]
  if (node?.k === 'text') return node.text
  throw new FormulaError(node?.at ?? call.at, `“${call.fn}”的这个参数应直接写出（带引号的${typeNames.text}）`)
}
