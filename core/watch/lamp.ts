import type { Lamp } from '../contract/regulator/watch.ts'
import { fraction, minus, rounded, compareFractions, type Fraction } from '../review/fraction.ts'
import { formatAmount } from '../amount.ts'
import type { Watch } from './schema.ts'

/** What the lamps are called. */
export const lampWords: Readonly<Record<Lamp, string>> = { reached: '已达成', normal: '正常', slow: '偏慢', behind: '滞后', none: '无数据' }
/** What a lamp is made of: decimal texts, null where not known. */
export interface LampInput { readonly base: string | null; readonly actual: string | null; readonly target: string | null; readonly year: number }
/** Percentages with one decimal, the gap and the path in the figure's own unit as exact quotients. */
export interface LampState {
  readonly lamp: Lamp
  /** 完成率 = actual / target. */
  readonly done: string | null
  /** 时序进度 = (actual − base) / (target − base). */
  readonly progress: string | null
  /** Share of the years that have passed. */
  readonly due: string | null
  /** target − actual; null once it is reached. */
  readonly gap: Fraction | null
  /** What the straight path from base to target would have by now. */
  readonly expected: Fraction | null
  /** Percent a year that would still reach the target; null where it cannot be said. */
  readonly needed: string | null
}

/** A decimal text as an exact quotient. */
export function decimal(text: string): Fraction {
  const [whole = '0', part = ''] = text.split('.')
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length))
}

const times = (a: Fraction, n: bigint, by: bigint): Fraction => fraction(a.of * n, a.by * by)
const over = (a: Fraction, b: Fraction): Fraction | null => (b.of === 0n ? null : fraction(a.of * b.by, a.by * b.of))
const percent = (a: Fraction | null): string | null => a && formatAmount(rounded(times(a, 100n, 1n), 1), 1)

/** The lamp of one indicator (监测预警): reached, on its path, slow, behind, or without data. */
export function lampOf(watch: Watch, input: LampInput): LampState {
  const [base, actual, target] = [input.base, input.actual, input.target].map((text) => (text === null ? null : decimal(text))) as [Fraction | null, Fraction | null, Fraction | null]
  const passed = BigInt(Math.max(0, Math.min(input.year, watch.targetYear) - watch.baseYear))
  const span = BigInt(watch.targetYear - watch.baseYear)
  const due = fraction(passed, span)
  if (!actual || !target) return { lamp: 'none', done: null, progress: null, due: percent(due), gap: null, expected: null, needed: null }
  const whole = base && minus(target, base)
  const progress = base && whole ? over(minus(actual, base), whole) : null
  const reached = compareFractions(actual, target) >= 0
  const expected = base && whole ? plusPart(base, whole, due) : null
  return {
    lamp: reached ? 'reached' : progress === null ? 'none' : colour(watch, progress, due),
    done: percent(over(actual, target)), progress: percent(progress), due: percent(due),
    gap: reached ? null : minus(target, actual), expected, needed: reached ? null : yearly(actual, target, watch.targetYear - input.year),
  }
}

function colour(watch: Watch, progress: Fraction, due: Fraction): Lamp {
  if (compareFractions(progress, due) >= 0) return 'normal'
  return compareFractions(progress, times(due, BigInt(watch.slow.of), BigInt(watch.slow.by))) >= 0 ? 'slow' : 'behind'
}

const plusPart = (base: Fraction, whole: Fraction, due: Fraction): Fraction => minus(base, fraction(-whole.of * due.of, whole.by * due.by))

/** The yearly growth in percent with one decimal that reaches the target: found between whole thousandths by doubling the power, without a root. */
function yearly(actual: Fraction, target: Fraction, years: number): string | null {
  if (years < 1 || actual.of <= 0n) return null
  const ratio = over(target, actual)
  if (!ratio) return null
  let low = 0n
  let high = 100_000_000n
  const n = BigInt(years)
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if ((1000n + middle) ** n * ratio.by <= ratio.of * 1000n ** n) low = middle
    else high = middle
  }
  return high >= 100_000_000n ? null : formatAmount(nearest(low, ratio, n), 1)
}

/** Half up between two neighbouring thousandths. */
function nearest(low: bigint, ratio: Fraction, n: bigint): bigint {
  const half = 2n * (1000n + low) + 1n
  return half ** n * ratio.by <= ratio.of * 2000n ** n ? low + 1n : low
}
