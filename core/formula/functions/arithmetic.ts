import { asRatio, expect, widened } from '../check.ts'
import { ratioCompare, type Num, type Ratio } from '../number.ts'
import type { Code, Env, Scope } from '../scope.ts'
import type { CallNode, FunctionSpec } from './signature.ts'

/** abs(n). */
export const abs: FunctionSpec = {
  name: 'abs', least: 1, most: 1, takesWhere: false,
  compile: (call, env) => {
    const code = expect(call.args[0] ?? call, env, ['num'], '“abs”的参数')
    if (code.scale >= 0) {
      const run = code.run as (s: Scope) => Num | null
      return { type: 'num', scale: code.scale, run: (s) => { const v = run(s); return v === null || v >= 0 ? v : -v } }
    }
    const run = code.run as (s: Scope) => Ratio | null
    return { type: 'num', scale: -1, run: (s) => { const v = run(s); return v === null || v.n >= 0 ? v : { n: -v.n, d: v.d } } }
  },
}

/** The larger of two numbers: max(a,b). */
export function largerOf(call: CallNode, env: Env): Code {
  const [a, b] = call.args.map((arg) => expect(arg, env, ['num'], '“max”的参数')) as [Code, Code]
  if (a.scale < 0 || b.scale < 0) {
    const [x, y] = [asRatio(a), asRatio(b)]
    return { type: 'num', scale: -1, run: (s) => larger(x(s), y(s), (p, q) => ratioCompare(p, q) >= 0) }
  }
  const scale = Math.max(a.scale, b.scale)
  const x = widened(a, scale).run as (s: Scope) => Num | null
  const y = widened(b, scale).run as (s: Scope) => Num | null
  return { type: 'num', scale, run: (s) => larger(x(s), y(s), (p, q) => p >= q) }
}

function larger<T>(a: T | null, b: T | null, first: (a: T, b: T) => boolean): T | null {
  return a === null || b === null ? null : first(a, b) ? a : b
}
