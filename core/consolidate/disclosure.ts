import { equationsOf, type Equation, type Equations, type Sum } from './equations.ts'

/** A figure of an edition, by a key that is the same wherever it is used; `units` give something to it, `largest` is the most of one. */
export interface PublicFigure { readonly key: string; readonly value: bigint; readonly units: number; readonly largest: bigint; /** Money, staff, reports, equipment. */ readonly sensitive: boolean }

/** Fewer units than this, or more than this percent in one unit, identify a respondent (forms.md 5). */
export const limits = { units: 3, percent: 85n } as const

/** Whether a figure says too much about one unit. */
export function tells({ value, units, largest }: Pick<PublicFigure, 'value' | 'units' | 'largest'>): boolean {
  return units > 0 && (units < limits.units || size(largest) * 100n > size(value) * limits.percent)
}

/** The keys to hide: what identifies a respondent, and as much more as is needed that none of it follows from the sums. */
export function protect(figures: readonly PublicFigure[], sums: readonly Sum[]): ReadonlySet<string> {
  const known = new Map(figures.map((f) => [f.key, f] as const))
  const equations = equationsOf(sums.filter((s) => [s.total, ...s.parts].every((k) => known.has(k))))
  for (const f of figures) if (f.sensitive && tells(f)) equations.hide(f.key)
  for (;;) {
    const more = new Set([...exposed(equations, known).flatMap((k) => cover(k, equations, known)), ...narrow(equations.changed(), equations.hidden, known)])
    if (more.size === 0) return equations.hidden
    for (const key of more) equations.hide(key)
  }
}

type Known = ReadonlyMap<string, PublicFigure>

/** Hidden figures that the sums determine: those alone in a sum, and only where there are none the first of those that follow from several. A hidden 0 of nobody is no secret. */
function exposed({ list, determined }: Equations, known: Known): readonly string[] {
  const secret = (keys: readonly string[]): readonly string[] => keys.filter((k) => inhabited(k, known))
  const alone = secret([...new Set(list.flatMap(({ unknowns }) => (unknowns.size === 1 ? [...unknowns.keys()] : [])))])
  return alone.length > 0 ? alone : secret(determined()).slice(0, 1)
}

/** One more figure to hide, so that `key` no longer stands alone: of the sum with the fewest unknowns the smallest part that somebody is in. */
function cover(key: string, equations: Equations, known: Known): readonly string[] {
  for (const { sum } of equations.around(key).toSorted((a, b) => a.unknowns.size - b.unknowns.size)) {
    const next = smallest([...sum.parts, sum.total].filter((k) => k !== key && !equations.hidden.has(k)), sum.total, known)
    if (next !== null) return [next]
  }
  return farther(key, equations, known)
}

/** How many figures are tried before the smallest one is hidden untried. */
const tries = 12

/** Where nothing beside it is left to hide: of those that stand in a sum with unknowns, the smallest without which it no longer follows. */
function farther(key: string, { around, hidden, freeing }: Equations, known: Known): readonly string[] {
  const beside = new Set(around(key).flatMap((e) => [...e.unknowns.keys()]))
  const next = new Set([...beside].flatMap(around))
  const shown = [...new Set([...next].flatMap((e) => [...e.keys]))].filter((k) => !hidden.has(k) && inhabited(k, known))
  const bySize = shown.toSorted((a, b) => order(weight(a, known), weight(b, known)) || (a < b ? -1 : 1))
  const helps = freeing(key, bySize.slice(0, tries))[0] ?? bySize[0]
  return helps === undefined ? [] : [helps]
}

/** The smallest figure that somebody is in, the total only where there is no other. */
function smallest(keys: readonly string[], total: string, known: Known): string | null {
  const rank = (k: string): bigint => weight(k, known) + (k === total ? 1n << 80n : 0n)
  return keys.filter((k) => inhabited(k, known)).toSorted((a, b) => order(rank(a), rank(b)) || (a < b ? -1 : 1))[0] ?? null
}
const inhabited = (key: string, known: Known): boolean => (known.get(key)?.units ?? 0) > 0
const order = (a: bigint, b: bigint): number => Number(a > b) - Number(a < b)
const weight = (key: string, known: Known): bigint => size(known.get(key)?.value ?? 0n)

/** Where total and the shown parts give the rest away: the rest is itself a figure, and says too much of a unit. */
function narrow(changed: readonly Equation[], hidden: ReadonlySet<string>, known: Known): readonly string[] {
  return changed.flatMap(({ sum }) => {
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
