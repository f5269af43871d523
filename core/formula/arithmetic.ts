import type { Node } from './ast.ts'
import { asRatio, expect, widened } from './check.ts'
import { add, mul, ratioAdd, ratioDiv, ratioMul, ratioSub, sub, type Num, type Ratio } from './number.ts'
import type { Code, Env, Scope } from './scope.ts'

type Binary = Extract<Node, { k: 'binary' }>
const exact = { '+': add, '-': sub, '*': mul } as const
const quotient = { '+': ratioAdd, '-': ratioSub, '*': ratioMul, '/': ratioDiv } as const

/** Compiles + − * /; blank when an operand is blank, and for a quotient by 0. */
export function compileArithmetic(node: Binary, env: Env): Code {
  const op = node.op as keyof typeof quotient
  const a = expect(node.a, env, ['num'], `“${op}”左边`)
  const b = expect(node.b, env, ['num'], `“${op}”右边`)
  if (op === '/' || a.scale < 0 || b.scale < 0) return ratios(quotient[op], asRatio(a), asRatio(b))
  if (op === '*') return scaled(mul, a, b, a.scale + b.scale)
  const scale = Math.max(a.scale, b.scale)
  return scaled(exact[op], widened(a, scale), widened(b, scale), scale)
}

function ratios(f: (a: Ratio, b: Ratio) => Ratio | null, a: (s: Scope) => Ratio | null, b: (s: Scope) => Ratio | null): Code {
  return {
    type: 'num', scale: -1,
    run: (s) => {
      const x = a(s)
      if (x === null) return null
      const y = b(s)
      return y === null ? null : f(x, y)
    },
  }
}

function scaled(f: (a: Num, b: Num) => Num, a: Code, b: Code, scale: number): Code {
  const left = a.run as (s: Scope) => Num | null
  const right = b.run as (s: Scope) => Num | null
  return {
    type: 'num', scale,
    run: (s) => {
      const x = left(s)
      if (x === null) return null
      const y = right(s)
      return y === null ? null : f(x, y)
    },
  }
}

/** Compiles the unary minus. */
export function compileNegative(node: Node, env: Env): Code {
  const a = expect(node, env, ['num'], '“-”之后')
  if (a.scale >= 0) return scaled(sub, { type: 'num', scale: 0, run: () => 0 }, a, a.scale)
  const run = a.run as (s: Scope) => Ratio | null
  return {
    type: 'num', scale: -1,
    run: (s) => {
      const value = run(s)
      return value === null ? null : { n: sub(0, value.n), d: value.d }
    },
  }
}
