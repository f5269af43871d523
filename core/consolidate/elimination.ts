/** Unknowns with their coefficients; what stands on the other side is known. */
type Row = ReadonlyMap<string, number>
type Line = Map<string, bigint>

/** The unknowns whose value follows from the equations, by exact elimination; each island of equations by itself. */
export function determined(rows: readonly Row[]): readonly string[] {
  return islands(rows.filter((r) => r.size > 0)).flatMap(solved)
}

/** Equations that share unknowns, together. */
function islands(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const row of rows) {
    const [first, ...rest] = row.keys()
    if (first !== undefined) for (const key of rest) parent.set(root(key), root(first))
  }
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const [first = ''] = row.keys()
    const at = root(first)
    groups.set(at, [...(groups.get(at) ?? []), row])
  }
  return [...groups.values()]
}

/** Reduces to echelon form and back, in whole numbers; a line with one unknown left determines it. */
function solved(rows: readonly Row[]): readonly string[] {
  const reduced = new Map<string, Line>()
  for (const row of rows) {
    const line: Line = new Map([...row].map(([key, by]) => [key, BigInt(by)]))
    for (const [pivot, known] of reduced) subtract(line, pivot, known)
    const [pivot] = line.keys()
    if (pivot === undefined) continue
    for (const known of reduced.values()) subtract(known, pivot, line)
    reduced.set(pivot, line)
  }
  return [...reduced].flatMap(([pivot, line]) => (line.size === 1 ? [pivot] : []))
}

/** Takes the pivot's line away so often that the pivot is gone, and divides by what all have in common. */
function subtract(line: Line, pivot: string, by: Line): void {
  const times = line.get(pivot)
  const whole = by.get(pivot)
  if (times === undefined || whole === undefined) return
  for (const [key, value] of line) line.set(key, value * whole)
  for (const [key, value] of by) {
    const rest = (line.get(key) ?? 0n) - value * times
    if (rest === 0n) line.delete(key)
    else line.set(key, rest)
  }
  const common = [...line.values()].reduce(divisor, 0n)
  if (common > 1n) for (const [key, value] of line) line.set(key, value / common)
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}
