import type { PublicFigure } from '../../core/consolidate/disclosure.ts'
import type { Sum } from '../../core/consolidate/equations.ts'

/** An exact quotient. */
interface Q { readonly n: bigint; readonly d: bigint }
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const q = (n: bigint, d = 1n): Q => {
  const g = gcd(n, d) || 1n
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g }
}
const minus = (a: Q, b: Q): Q => q(a.n * b.d - b.n * a.d, a.d * b.d)
const times = (a: Q, b: Q): Q => q(a.n * b.n, a.d * b.d)
const over = (a: Q, b: Q): Q => q(a.n * b.d, a.d * b.n)

/**
 * The hidden figures that anybody can work out from the shown ones: Gauss and Jordan over quotients, on a full matrix with the known side,
 * then bounds from every equation, where no figure is below 0. It shares nothing with the product. A figure that nobody is in is no secret.
 */
export function reachable(figures: readonly PublicFigure[], sums: readonly Sum[], hidden: ReadonlySet<string>): readonly string[] {
  const values = new Map(figures.map((f) => [f.key, f.value] as const))
  const names = [...hidden]
  const rows = sums.map((s) => equation(s, names, values))
  eliminate(rows, names.length)
  const found = new Map<string, Q>()
  for (const row of rows) {
    const at = row.slice(0, -1).flatMap((x, i) => (x.n === 0n ? [] : [i]))
    const [only] = at
    if (at.length === 1 && only !== undefined) found.set(names[only] ?? '', row.at(-1) ?? q(0n))
  }
  for (const [key, value] of found) if (value.d !== 1n || value.n !== values.get(key)) throw new Error(`the attack got ${key} wrong`)
  const pinned = sums.flatMap((s) => bounded(s, hidden, values))
  const secret = new Set(figures.filter((f) => f.units > 0).map((f) => f.key))
  return [...new Set([...found.keys(), ...pinned])].filter((key) => secret.has(key))
}

/** total − parts = 0 with what is shown on the right. */
function equation({ total, parts }: Sum, names: readonly string[], values: ReadonlyMap<string, bigint>): Q[] {
  const row = [...names.map(() => q(0n)), q(0n)]
  for (const [key, by] of [[total, 1n] as const, ...parts.map((p) => [p, -1n] as const)]) {
    const at = names.indexOf(key)
    const end = at < 0 ? names.length : at
    row[end] = minus(row[end] ?? q(0n), q(at < 0 ? by * (values.get(key) ?? 0n) : -by))
  }
  return row
}

function eliminate(rows: Q[][], width: number): void {
  let top = 0
  for (let c = 0; c < width && top < rows.length; c++) {
    const at = rows.findIndex((row, r) => r >= top && row[c]?.n !== 0n)
    if (at < 0) continue
    const [pivot = [], other = []] = [rows[at], rows[top]]
    rows[at] = other
    const by = pivot[c] ?? q(1n)
    const unit = pivot.map((x) => over(x, by))
    rows[top] = unit
    rows.forEach((row, r) => {
      const factor = row[c]
      if (r !== top && factor !== undefined && factor.n !== 0n) rows[r] = row.map((x, i) => minus(x, times(factor, unit[i] ?? q(0n))))
    })
    top++
  }
}

/** Where the hidden parts share a rest of 0, each of them is 0. */
function bounded({ total, parts }: Sum, hidden: ReadonlySet<string>, values: ReadonlyMap<string, bigint>): readonly string[] {
  if (hidden.has(total)) return []
  const inside = parts.filter((p) => hidden.has(p))
  const rest = inside.reduce((sum, p) => sum + (values.get(p) ?? 0n), 0n)
  return rest === 0n ? inside : []
}
