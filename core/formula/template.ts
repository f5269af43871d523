import { formatAmount } from '../amount.ts'
import { FormulaError } from './ast.ts'
import { closing } from './braces.ts'
import { ratio, ratioCompare, round, toScale, type Num, type Ratio } from './number.ts'
import { parseExpression } from './parse.ts'
import type { Code, Env, Scope } from './scope.ts'
import type { Scalar, Value } from './value.ts'

/** A text with values, ready to be filled in. */
export type Template = (s: Scope) => string

/** Parses and type-checks a text with `{expr}` and `{expr:decimals}` parts; positions count from the text's start. */
export function compileTemplate(text: string, env: Env): Template {
  const limits = numbersIn(text)
  const parts: (string | ((s: Scope) => string))[] = []
  let from = 0
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
    const close = closing(text, open)
    parts.push(text.slice(from, open), part(text.slice(open + 1, close), open + 1, { env, limits }))
    from = close + 1
  }
  parts.push(text.slice(from))
  return (s) => parts.map((p) => (typeof p === 'string' ? p : p(s))).join('')
}

/** `1` of `{expr:1}`: digits after the last colon; a colon within the language is never followed by digits alone. */
const rounding = /:([0-9]+)$/

interface Around { readonly env: Env; readonly limits: ReadonlySet<number> }

function part(source: string, offset: number, { env, limits }: Around): (s: Scope) => string {
  const wanted = rounding.exec(source)
  try {
    const code = env.compile(parseExpression(wanted ? source.slice(0, wanted.index) : source), env)
    if (wanted) return rounded(code, Number(wanted[1]), { at: wanted.index + 2, limits })
    return code.type === 'cell' ? cellText : (s) => printValue(code.run(s), code)
  } catch (error) {
    if (error instanceof FormulaError) throw new FormulaError(error.at + offset, error.message)
    throw error
  }
}

const mostDecimals = 4

/** The numbers that a text names outside its parts, such as the 30 of “超过 30%”. */
const numbersIn = (text: string): ReadonlySet<number> => new Set((text.replaceAll(/\{[^{}]*\}/g, ' ').match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((n) => Number(n.replaceAll(',', ''))))

function rounded(code: Code, decimals: number, { at, limits }: { readonly at: number; readonly limits: ReadonlySet<number> }): (s: Scope) => string {
  if (code.type !== 'num' && code.type !== 'blank') throw new FormulaError(at, '只有数可以写小数位数')
  if (decimals > mostDecimals) throw new FormulaError(at, `小数位数最多 ${mostDecimals} 位`)
  return (s) => {
    const value = code.run(s) as Num | Ratio | null
    if (value === null) return empty
    const exact = typeof value === 'object' ? value : ratio(value, code.scale)
    const shown = decimalsFor(exact, decimals, limits)
    return formatAmount(round(exact, shown), shown, { grouped: true })
  }
}

/** As many decimals as wanted, or more while what is printed reads like a limit that it is not: 30.04 beside 30, not 30.0. */
function decimalsFor(exact: Ratio, wanted: number, limits: ReadonlySet<number>): number {
  const printed = (decimals: number): Ratio => ratio(round(exact, decimals), decimals)
  const isLimit = ({ n, d }: Ratio): boolean => limits.has(Math.abs(Number(n)) / Number(d))
  if (!isLimit(printed(wanted)) || ratioCompare(printed(wanted), exact) === 0) return wanted
  for (let decimals = wanted + 1; decimals <= mostDecimals; decimals++) if (!isLimit(printed(decimals))) return decimals
  return wanted
}

const empty = '空'
function cellText(s: Scope): string {
  if (s.cell === null || s.cell.value === null) return s.cell?.typed ?? empty
  const { value, entry } = s.cell
  return printValue(value, { type: entry.numeric ? 'num' : 'text', scale: entry.decimals })
}

/** Prints a value for people: grouped, two decimals unless whole by nature, 空 for blank. */
export function printValue(value: Value, code: Pick<Code, 'type' | 'scale'>): string {
  if (value === null) return empty
  if (code.type === 'num') return printNumber(value as Num | Ratio, code.scale)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return (value as readonly Scalar[]).map((v) => (code.type === 'set:num' ? printNumber(v as Num, code.scale) : String(v))).join('、') || empty
  return String(value)
}

function printNumber(value: Num | Ratio, scale: number): string {
  if (typeof value === 'object') return formatAmount(round(value, 2), 2, { grouped: true })
  const decimals = scale === 0 ? 0 : 2
  return formatAmount(toScale(value, scale, decimals), decimals, { grouped: true })
}
