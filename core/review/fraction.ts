/** An exact quotient; `by` is above zero. `near` is its size as a number, to compare fast. */
export interface Fraction { readonly of: bigint; readonly by: bigint; readonly near: number }

/** The quotient of two whole numbers. */
export function fraction(of: bigint, by: bigint): Fraction {
  const [n, d] = by < 0n ? [-of, -by] : [of, by]
  return { of: n, by: d, near: Number(n) / Number(d) }
}

/** Orders two fractions exactly. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const apart = a.near - b.near
  if (Math.abs(apart) > 1e-9 * (Math.abs(a.near) + Math.abs(b.near))) return apart
  const exact = a.of * b.by - b.of * a.by
  return exact < 0n ? -1 : exact > 0n ? 1 : 0
}

/** a + b and a − b. */
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.of * b.by + b.of * a.by, a.by * b.by)
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.of * b.by - b.of * a.by, a.by * b.by)

/** The distance between two fractions. */
export function distance(a: Fraction, b: Fraction): Fraction {
  const difference = minus(a, b)
  return difference.of < 0n ? { ...difference, of: -difference.of, near: -difference.near } : difference
}

/** The middle of a list, or half way between the two in the middle; the list is not empty. */
export function median(list: readonly Fraction[]): Fraction {
  const sorted = list.toSorted(compareFractions)
  const low = sorted[(sorted.length - 1) >> 1] as Fraction
  const high = sorted[sorted.length >> 1] as Fraction
  return low === high ? low : fraction(low.of * high.by + high.of * low.by, 2n * low.by * high.by)
}

/** Rounded half away from zero to so many decimals, as a scaled whole number. */
export function rounded({ of, by }: Pick<Fraction, 'of' | 'by'>, decimals: number): bigint {
  const scaled = (of < 0n ? -of : of) * 10n ** BigInt(decimals)
  const whole = (2n * scaled + by) / (2n * by)
  return of < 0n ? -whole : whole
}
