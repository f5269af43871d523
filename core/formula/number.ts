/** A whole number of 10^-scale: a safe integer, or a bigint beyond it. The scale is known where it is used. */
export type Num = number | bigint
/** An exact quotient, `d` above zero. */
export interface Ratio { readonly n: Num; readonly d: Num }

const small = (b: bigint): Num => (b >= -9007199254740991n && b <= 9007199254740991n ? Number(b) : b)

/** Exact sum of two numbers of one scale. */
export function add(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return small(BigInt(a) + BigInt(b))
}

/** Exact difference of two numbers of one scale. */
export function sub(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference)) return difference
  }
  return small(BigInt(a) - BigInt(b))
}

/** Exact product; the scales add up. */
export function mul(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product
  }
  return small(BigInt(a) * BigInt(b))
}

/** The same value with `by` more decimals. */
export function widen(a: Num, by: number): Num {
  return by === 0 ? a : mul(a, 10n ** BigInt(by))
}

/** −1, 0 or 1. Both have one scale. */
export function compare(a: Num, b: Num): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A scaled number as a quotient. */
export function ratio(a: Num, scale: number): Ratio {
  return { n: a, d: scale <= 15 ? 10 ** scale : 10n ** BigInt(scale) }
}

/** Sum of quotients. */
export const ratioAdd = (a: Ratio, b: Ratio): Ratio => ({ n: add(mul(a.n, b.d), mul(b.n, a.d)), d: mul(a.d, b.d) })
/** Difference of quotients. */
export const ratioSub = (a: Ratio, b: Ratio): Ratio => ({ n: sub(mul(a.n, b.d), mul(b.n, a.d)), d: mul(a.d, b.d) })
/** Product of quotients. */
export const ratioMul = (a: Ratio, b: Ratio): Ratio => ({ n: mul(a.n, b.n), d: mul(a.d, b.d) })

/** Quotient of quotients; null when the divisor is 0. */
export function ratioDiv(a: Ratio, b: Ratio): Ratio | null {
  if (b.n === 0) return null
  const n = mul(a.n, b.d)
  const d = mul(a.d, b.n)
  return d > 0 ? { n, d } : { n: sub(0, n), d: sub(0, d) }
}

/** −1, 0 or 1, by cross-multiplication. */
export function ratioCompare(a: Ratio, b: Ratio): number {
  return compare(mul(a.n, b.d), mul(b.n, a.d))
}

/** Rounded half up, away from zero, to `decimals`. */
export function round(a: Ratio, decimals: number): Num {
  const n = BigInt(a.n) * 10n ** BigInt(decimals)
  const d = BigInt(a.d)
  const away = n < 0n ? -((-n * 2n + d) / (d * 2n)) : (n * 2n + d) / (d * 2n)
  return small(away)
}

/** A scaled number with fewer or more decimals, rounded half up, away from zero. */
export function toScale(a: Num, scale: number, decimals: number): Num {
  return decimals >= scale ? widen(a, decimals - scale) : round(ratio(a, scale), decimals)
}
