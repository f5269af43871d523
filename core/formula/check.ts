import { FormulaError, type Node } from './ast.ts'
import { ratio, widen, type Num, type Ratio } from './number.ts'
import type { Code, Env, Run, Scope } from './scope.ts'
import { isDate, isMonth, typeNames, type Type } from './value.ts'

/** Decimals that `this` is read with when it meets a number. */
export const cellScale = 6

/** Compiles a node that must have one of the types. */
export function expect(node: Node, env: Env, types: readonly Type[], what: string): Code {
  const code = env.compile(node, env)
  const fitted = types.map((t) => fit(code, t)).find((c) => c !== null)
  if (fitted) return fitted
  throw new FormulaError(node.at, `${what}应为${types.map((t) => typeNames[t]).join('或')}，却是${typeNames[code.type]}`)
}

/** The code as the wanted type, or null when it is another: a literal may be a month or date, `this` a number or text. */
export function fit(code: Code, type: Type): Code | null {
  if (code.type === type) return code
  if (code.type === 'blank') return { ...code, type, scale: 0 }
  if (code.type === 'cell') return cellAs(code, type)
  if (code.type === 'text' && code.literal !== undefined) {
    if (type === 'month' && isMonth(code.literal)) return { ...code, type }
    if (type === 'date' && isDate(code.literal)) return { ...code, type }
  }
  return null
}

function cellAs(code: Code, type: Type): Code | null {
  if (type === 'num') return { type, scale: cellScale, run: cellNumber }
  if (type === 'text') return { type, scale: 0, run: cellText }
  return type === 'cell' ? code : null
}

const cellNumber: Run = (s: Scope) => {
  const cell = s.cell
  if (cell === null || !cell.entry.numeric || cell.value === null) return null
  return widen(cell.value as Num, cellScale - cell.entry.decimals)
}
const cellText: Run = (s: Scope) => (s.cell === null || s.cell.entry.numeric ? null : s.cell.value)

/** Brings two codes to one type; throws with both names when there is none. */
export function unify(a: Code, b: Code, at: number): readonly [Code, Code] {
  const left = fit(a, b.type)
  if (left && b.type !== 'cell' && b.type !== 'blank') return [left, b]
  const right = fit(b, a.type)
  if (right && a.type !== 'cell') return [a, right]
  throw new FormulaError(at, `两边类型不同：${typeNames[a.type]}与${typeNames[b.type]}不能比较`)
}

/** A numeric code with more decimals; a literal is widened at once. */
export function widened(code: Code, scale: number): Code {
  const by = scale - code.scale
  if (by === 0) return code
  const run = code.run
  if (code.literal !== undefined) {
    const value = widen(run(nothing) as Num, by)
    return { ...code, scale, run: () => value }
  }
  const factor = by <= 15 ? 10 ** by : 0
  return { type: 'num', scale, run: (s) => wide(run(s) as Num | null, factor, by) }
}
function wide(value: Num | null, factor: number, by: number): Num | null {
  if (value === null) return null
  if (typeof value === 'number' && factor > 0) {
    const product = value * factor
    if (Number.isSafeInteger(product)) return product
  }
  return widen(value, by)
}

/** Literals need no scope. */
const nothing = null as unknown as Scope

/** A numeric code as an exact quotient. */
export function asRatio(code: Code): (s: Scope) => Ratio | null {
  const { run, scale } = code
  if (scale < 0) return run as (s: Scope) => Ratio | null
  return (s) => {
    const value = run(s) as Num | null
    return value === null ? null : ratio(value, scale)
  }
}
