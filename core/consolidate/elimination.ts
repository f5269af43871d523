/** Unknowns with their coefficients; what stands on the other side is known. */
export type Row = ReadonlyMap<string, number>
type Line = Map<string, bigint>
/** Equations solved as far as they go: a line for each pivot, which no other line has, and what the lines without an unknown left come to. */
export interface Reduced { readonly byPivot: ReadonlyMap<string, ReadonlyMap<string, bigint>>; readonly left: readonly ReadonlyMap<string, bigint>[] }

/** Reduces to echelon form and back, in whole numbers. Only unknowns are eliminated; other columns are carried along. */
export function reduce(rows: readonly Row[], unknown: (key: string) => boolean): Reduced {
  const byPivot = new Map<string, Line>()
  const users = new Map<string, Set<string>>()
  const left: Line[] = []
  for (const row of rows.toSorted((a, b) => a.size - b.size)) {
    const line: Line = new Map([...row].map(([key, by]) => [key, BigInt(by)]))
    for (const key of row.keys()) {
      const known = byPivot.get(key)
      if (known) subtract(line, key, known)
    }
    const pivot = rarest(line, users, unknown)
    if (pivot === null) left.push(line)
    else takeIn(line, pivot, { byPivot, users })
  }
  return { byPivot, left }
}

/** Of a line's unknowns the one that the fewest others have: it fills them least. */
function rarest(line: Line, users: ReadonlyMap<string, ReadonlySet<string>>, unknown: (key: string) => boolean): string | null {
  let [best, fewest]: [string | null, number] = [null, Infinity]
  for (const key of line.keys()) {
    const count = users.get(key)?.size ?? 0
    if (count < fewest && unknown(key)) [best, fewest] = [key, count]
  }
  return best
}

interface Known { readonly byPivot: Map<string, Line>; /** The pivots in whose lines a key stands. */ readonly users: Map<string, Set<string>> }

function takeIn(line: Line, pivot: string, { byPivot, users }: Known): void {
  for (const at of users.get(pivot) ?? []) {
    const other = byPivot.get(at)
    if (!other) continue
    subtract(other, pivot, line)
    for (const key of line.keys()) if (other.has(key)) used(users, key).add(at); else users.get(key)?.delete(at)
  }
  users.delete(pivot)
  byPivot.set(pivot, line)
  for (const key of line.keys()) if (key !== pivot) used(users, key).add(pivot)
}

function used(users: Map<string, Set<string>>, key: string): Set<string> {
  const found = users.get(key) ?? new Set<string>()
  users.set(key, found)
  return found
}

/** Takes the pivot's line away so often that the pivot is gone; what all have in common is divided out. */
function subtract(line: Line, pivot: string, by: Line): void {
  const [times, whole] = [line.get(pivot), by.get(pivot)]
  if (times === undefined || whole === undefined) return
  const [wide, often] = times % whole === 0n ? [1n, times / whole] : [whole, times]
  if (wide !== 1n) for (const [key, value] of line) line.set(key, value * wide)
  for (const [key, value] of by) {
    const rest = (line.get(key) ?? 0n) - value * often
    if (rest === 0n) line.delete(key)
    else line.set(key, rest)
  }
  if (wide === 1n) return
  const common = [...line.values()].reduce(divisor, 0n)
  if (common > 1n) for (const [key, value] of line) line.set(key, value / common)
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}
