import { determined } from './elimination.ts'

/** A figure of an edition, by a key that is the same wherever it is used; `units` give something to it, `largest` is the most of one. */
export interface PublicFigure { readonly key: string; readonly value: bigint; readonly units: number; readonly largest: bigint; /** Money, staff, reports, equipment. */ readonly sensitive: boolean }
/** Figures that add up to another. */
export interface Sum { readonly total: string; readonly parts: readonly string[] }

/** Fewer units than this, or more than this percent in one unit, identify a respondent (forms.md 5). */
export const limits = { units: 3, percent: 85n } as const

/** Whether a figure says too much about one unit. */
export function tells({ value, units, largest }: Pick<PublicFigure, 'value' | 'units' | 'largest'>): boolean {
  return units > 0 && (units < limits.units || size(largest) * 100n > size(value) * limits.percent)
}

/** The keys to hide: what identifies a respondent, and as much more as is needed that none of it follows from the sums. */
export function protect(figures: readonly PublicFigure[], sums: readonly Sum[]): ReadonlySet<string> {
  const known = new Map(figures.map((f) => [f.key, f] as const))
  const complete = sums.filter((s) => [s.total, ...s.parts].every((k) => known.has(k)))
  const hidden = new Set(figures.filter((f) => f.sensitive && tells(f)).map((f) => f.key))
  for (;;) {
    const more = new Set([...exposed(complete, hidden, known).flatMap((k) => cover(k, { sums: complete, hidden, known })), ...narrow(complete, hidden, known)])
    if (more.size === 0) return hidden
    for (const key of more) hidden.add(key)
  }
}

type Known = ReadonlyMap<string, PublicFigure>
interface Cover { readonly sums: readonly Sum[]; readonly hidden: ReadonlySet<string>; readonly known: Known }

/** Hidden figures that the sums determine: those alone in a sum, and only where there are none the first of those that follow from several. A hidden 0 of nobody is no secret. */
function exposed(sums: readonly Sum[], hidden: ReadonlySet<string>, known: Known): readonly string[] {
  const rows = sums.map((s) => rowOf(s, hidden)).filter((row) => row.size > 0)
  const secret = (keys: readonly string[]): readonly string[] => keys.filter((k) => (known.get(k)?.units ?? 0) > 0)
  const alone = secret([...new Set(rows.flatMap((row) => (row.size === 1 ? [...row.keys()] : [])))])
  return alone.length > 0 ? alone : secret(determined(rows)).slice(0, 1)
}

/** A sum's unknowns with their coefficients. */
function rowOf({ total, parts }: Sum, hidden: ReadonlySet<string>): ReadonlyMap<string, number> {
  const row = new Map<string, number>()
  for (const [key, by] of [[total, 1] as const, ...parts.map((p) => [p, -1] as const)]) if (hidden.has(key)) row.set(key, (row.get(key) ?? 0) + by)
  return new Map([...row].filter(([, by]) => by !== 0))
}

/** One more figure to hide, so that `key` no longer stands alone: of the sum with the fewest unknowns the smallest part that somebody is in. */
function cover(key: string, { sums, hidden, known }: Cover): readonly string[] {
  const around = sums.filter((s) => s.total === key || s.parts.includes(key)).toSorted((a, b) => rowOf(a, hidden).size - rowOf(b, hidden).size)
  for (const sum of around) {
    const next = smallest([...sum.parts, sum.total].filter((k) => k !== key && !hidden.has(k)), sum.total, known)
    if (next !== null) return [next]
  }
  return farther(key, { sums, hidden, known })
}

/** How many figures are tried before the smallest one is hidden untried. */
const tries = 12

/** Where nothing beside it is left to hide: of those that stand in a sum with unknowns, the smallest without which it no longer follows. */
function farther(key: string, { sums, hidden, known }: Cover): readonly string[] {
  const near = island(key, sums.filter((s) => rowOf(s, hidden).size > 0))
  const beside = new Set(near.filter((s) => s.total === key || s.parts.includes(key)).flatMap((s) => [...rowOf(s, hidden).keys()]))
  const next = near.filter((s) => [s.total, ...s.parts].some((k) => beside.has(k)))
  const shown = [...new Set(next.flatMap((s) => [s.total, ...s.parts]))].filter((k) => !hidden.has(k) && (known.get(k)?.units ?? 0) > 0)
  const bySize = shown.toSorted((a, b) => Number(weight(a, known) > weight(b, known)) - Number(weight(a, known) < weight(b, known)) || (a < b ? -1 : 1))
  const helps = bySize.slice(0, tries).find((k) => !determined(near.map((s) => rowOf(s, new Set([...hidden, k])))).includes(key)) ?? bySize[0]
  return helps === undefined ? [] : [helps]
}

/** The sums that hang together with a figure, through whatever figures they share. */
function island(key: string, sums: readonly Sum[]): readonly Sum[] {
  const keys = new Set([key])
  const found = new Set<Sum>()
  for (let grown = -1; grown !== found.size;) {
    grown = found.size
    for (const sum of sums) {
      if (found.has(sum) || ![sum.total, ...sum.parts].some((k) => keys.has(k))) continue
      found.add(sum)
      for (const k of [sum.total, ...sum.parts]) keys.add(k)
    }
  }
  return [...found]
}

/** The smallest figure that somebody is in, the total only where there is no other. */
function smallest(keys: readonly string[], total: string, known: Known): string | null {
  const rank = (k: string): bigint => weight(k, known) + (k === total ? 1n << 80n : 0n)
  const inhabited = keys.filter((k) => (known.get(k)?.units ?? 0) > 0)
  return inhabited.toSorted((a, b) => Number(rank(a) > rank(b)) - Number(rank(a) < rank(b)) || (a < b ? -1 : 1))[0] ?? null
}
const weight = (key: string, known: Known): bigint => size(known.get(key)?.value ?? 0n)

/** Where total and the shown parts give the rest away: the rest is itself a figure, and says too much of a unit. */
function narrow(sums: readonly Sum[], hidden: ReadonlySet<string>, known: Known): readonly string[] {
  return sums.flatMap((sum) => {
    if (hidden.has(sum.total)) return []
    const rest = sum.parts.filter((p) => hidden.has(p)).flatMap((p) => known.get(p) ?? [])
    const secret = rest.filter((f) => f.units > 0)
    if (secret.length === 0 || !tells(together(rest))) return []
    const next = smallest([...sum.parts.filter((p) => !hidden.has(p)), sum.total], sum.total, known)
    return next === null ? [] : [next]
  })
}

function together(figures: readonly PublicFigure[]): Pick<PublicFigure, 'value' | 'units' | 'largest'> {
  return {
    value: figures.reduce((sum, f) => sum + f.value, 0n),
    units: figures.reduce((sum, f) => sum + f.units, 0),
    largest: figures.reduce((most, f) => (size(f.largest) > most ? size(f.largest) : most), 0n),
  }
}

const size = (n: bigint): bigint => (n < 0n ? -n : n)
