import { ratio, ratioAdd, ratioCompare, ratioDiv, ratioMul, ratioSub, round, type Ratio } from '../formula/number.ts'
import type { Aggregate, Comparing, Formula, InputRef } from './formula.ts'

/** What figures are computed from. Nothing here is a floating number. */
export interface Given {
  /** The scaled integer of an aggregate; null where its year has no counting submission. */
  readonly aggregate: (of: Aggregate) => bigint | null
  readonly input: (of: InputRef) => Ratio | null
  readonly cell: (row: string, column: string) => Ratio | null
}

/** The value of a figure, exactly; null when it has none. */
export function evaluate(f: Formula, given: Given): Ratio | null {
  switch (f.k) {
    case 'num': return f.value
    case 'aggregate': {
      const value = given.aggregate(f.of)
      return value === null ? null : ratio(small(value), f.of.scale)
    }
    case 'cell': return given.cell(f.row, f.column)
    case 'input': return given.input(f.of)
    case 'neg': {
      const a = evaluate(f.a, given)
      return a === null ? null : ratioSub(zero, a)
    }
    case 'op': return operate(f.op, evaluate(f.a, given), evaluate(f.b, given))
    case 'call': return f.fn === 'pick' ? pick(f.args, given) : apply(f.fn, f.n, f.args.map((a) => evaluate(a, given)))
    default: return null
  }
}

/** Whether a condition over figures is true; null when that cannot be told. */
export function holds(f: Formula, given: Given): boolean | null {
  switch (f.k) {
    case 'bool': return f.value
    case 'not': {
      const a = holds(f.a, given)
      return a === null ? null : !a
    }
    case 'logic': {
      const stop = f.op === 'or'
      const [a, b] = [holds(f.a, given), holds(f.b, given)]
      return a === stop || b === stop ? stop : a === null || b === null ? null : !stop
    }
    case 'compare': {
      const [a, b] = [evaluate(f.a, given), evaluate(f.b, given)]
      return a === null || b === null ? null : tests[f.op](ratioCompare(a, b))
    }
    default: return null
  }
}

const zero: Ratio = { n: 0, d: 1 }
const tests: Readonly<Record<Comparing, (order: number) => boolean>> = {
  '=': (o) => o === 0, '!=': (o) => o !== 0, '<': (o) => o < 0, '<=': (o) => o <= 0, '>': (o) => o > 0, '>=': (o) => o >= 0,
}
const small = (n: bigint): number | bigint => (n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n)

function operate(op: '+' | '-' | '*' | '/', a: Ratio | null, b: Ratio | null): Ratio | null {
  if (a === null || b === null) return null
  switch (op) {
    case '+': return ratioAdd(a, b)
    case '-': return ratioSub(a, b)
    case '*': return ratioMul(a, b)
    case '/': return isZero(b) ? null : ratioDiv(a, b)
  }
}
const isZero = (a: Ratio): boolean => BigInt(a.n) === 0n

function pick([condition, yes, no]: readonly Formula[], given: Given): Ratio | null {
  const is = condition ? holds(condition, given) : null
  const chosen = is === null ? undefined : is ? yes : no
  return chosen ? evaluate(chosen, given) : null
}

function apply(fn: Exclude<Extract<Formula, { k: 'call' }>['fn'], 'pick'>, n: number, args: readonly (Ratio | null)[]): Ratio | null {
  const known = args.filter((a) => a !== null)
  const [first] = known
  if (first === undefined) return null
  switch (fn) {
    case 'first': return first
    case 'plus': return known.reduce(ratioAdd)
    case 'median': return median(known)
    case 'abs': return ratioCompare(first, zero) < 0 ? ratioSub(zero, first) : first
    case 'round': return ratio(round(first, n), n)
    case 'root': return root(first, n)
  }
}

/** The middle of the values that there are. */
export function median(values: readonly Ratio[]): Ratio | null {
  const sorted = values.toSorted(ratioCompare)
  const high = sorted[Math.floor(sorted.length / 2)]
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  return high && low ? ratioDiv(ratioAdd(low, high), { n: 2, d: 1 }) : null
}

const rootPlaces = 20
/** The nth root, cut after 20 places; none of a negative. */
function root(a: Ratio, n: number): Ratio | null {
  const [num, den] = [BigInt(a.n), BigInt(a.d)]
  if (num < 0n) return null
  const scale = 10n ** BigInt(rootPlaces)
  return { n: small(wholeRoot((num * scale ** BigInt(n)) / den, BigInt(n))), d: scale }
}

/** The largest whole number whose nth power is not above `x`, by Newton's steps from above. */
function wholeRoot(x: bigint, n: bigint): bigint {
  if (x < 2n || n === 1n) return x
  let guess = 1n << (BigInt(x.toString(2).length) / n + 1n)
  for (;;) {
    const next = ((n - 1n) * guess + x / guess ** (n - 1n)) / n
    if (next >= guess) return guess
    guess = next
  }
}
