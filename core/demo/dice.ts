/** Chance that is the same for the same seed on every system. */
export interface Dice {
  /** At least 0, below 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly int: (low: number, high: number) => number
  readonly between: (low: number, high: number) => number
  readonly chance: (share: number) => boolean
  readonly one: <T>(list: readonly [T, ...T[]]) => T
  /** One of the pairs, by weight. */
  readonly weighted: <T>(pairs: readonly (readonly [T, number])[], fallback: T) => T
  readonly normal: () => number
  /** Lognormal around a mean. */
  readonly skewed: (mean: number, sigma: number) => number
}

/** Dice from a text (sfc32 over a mixed hash of it). */
export function diceOf(seed: string): Dice {
  const next = sfc32(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next, normal,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    between: (low, high) => low + next() * (high - low),
    chance: share => next() < share,
    one: list => list[Math.floor(next() * list.length)] ?? list[0],
    weighted: (pairs, fallback) => {
      let at = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of pairs) if ((at -= weight) < 0) return value
      return fallback
    },
    skewed: (mean, sigma) => mean * Math.exp(sigma * normal() - (sigma * sigma) / 2),
  }
}

function sfc32(seed: string): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  for (let i = 0; i < seed.length; i++) {
    const k = seed.charCodeAt(i)
    a = Math.imul(a ^ k, 0x85ebca6b)
    b = Math.imul(b ^ k ^ (a >>> 13), 0xc2b2ae35)
    c = Math.imul(c ^ k ^ (b >>> 16), 0x27d4eb2f)
  }
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}
