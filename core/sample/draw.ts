/** A unit that may be drawn: its stratum, and its weight as a whole number of tickets (0: never drawn). */
export interface Candidate { readonly unit: string; readonly stratum: string; readonly weight: number }
/** A unit that was drawn, in the order of drawing within its stratum; `number` is its winning ticket's. */
export interface Drawn { readonly unit: string; readonly stratum: string; readonly order: number; readonly number: string }
/** What a stratum had and got. */
export interface Stratum { readonly stratum: string; readonly pool: number; readonly tickets: number; readonly seats: number }
export interface DrawInput { readonly candidates: readonly Candidate[]; readonly count: number; readonly seed: string; /** SHA-256 of a text's UTF-8, in hex. */ readonly sha256: (text: string) => string }

/**
 * Draws without replacement, by lot: a unit of weight w holds w tickets, ticket i has the number SHA-256("seed|unit|i"), and the lowest numbers win.
 * The least of w equally distributed numbers makes this successive sampling with chances in proportion to the weights. Anybody can do it over again by hand.
 */
export function draw(input: DrawInput): { readonly drawn: readonly Drawn[]; readonly strata: readonly Stratum[] } {
  const able = input.candidates.filter((c) => c.weight > 0)
  const strata = seatsOf(able, input.count)
  const drawn = strata.flatMap((s) => drawFrom(able.filter((c) => c.stratum === s.stratum), s.seats, input))
  return { drawn, strata }
}

function drawFrom(candidates: readonly Candidate[], seats: number, { seed, sha256 }: DrawInput): readonly Drawn[] {
  const numbered = candidates.map((c) => ({ ...c, number: lowest(c, seed, sha256) }))
  numbered.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : a.unit < b.unit ? -1 : 1))
  return numbered.slice(0, seats).map(({ unit, stratum, number }, at) => ({ unit, stratum, order: at + 1, number }))
}

function lowest({ unit, weight }: Candidate, seed: string, sha256: DrawInput['sha256']): string {
  let least = sha256(`${seed}|${unit}|1`)
  for (let ticket = 2; ticket <= weight; ticket++) {
    const number = sha256(`${seed}|${unit}|${ticket}`)
    if (number < least) least = number
  }
  return least
}

/** Seats in proportion to tickets, by largest remainder (Hamilton); a stratum gets no more seats than it has units, the rest go on to the others. */
function seatsOf(candidates: readonly Candidate[], count: number): readonly Stratum[] {
  const open = new Map<string, { pool: number; tickets: number; seats: number }>()
  for (const { stratum, weight } of candidates) {
    const so = open.get(stratum) ?? { pool: 0, tickets: 0, seats: 0 }
    open.set(stratum, { pool: so.pool + 1, tickets: so.tickets + weight, seats: 0 })
  }
  const strata = [...open].map(([stratum, s]) => ({ stratum, ...s })).sort((a, b) => (a.stratum < b.stratum ? -1 : 1))
  for (let left = Math.min(count, candidates.length); left > 0; ) {
    const free = strata.filter((s) => s.seats < s.pool)
    const shares = shareOut(free.map((s) => s.tickets), left)
    free.forEach((s, at) => { s.seats = Math.min(s.pool, s.seats + (shares[at] ?? 0)) })
    left = Math.min(count, candidates.length) - strata.reduce((n, s) => n + s.seats, 0)
  }
  return strata
}

/** Whole numbers that add up to `total`, in proportion to `weights`; equal remainders go to the earlier one. */
export function shareOut(weights: readonly number[], total: number): readonly number[] {
  const all = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((w, at) => ({ at, floor: Math.floor((total * w) / all), rest: (total * w) % all }))
  let left = total - exact.reduce((n, e) => n + e.floor, 0)
  const out = exact.map((e) => e.floor)
  for (const { at } of exact.toSorted((a, b) => b.rest - a.rest || a.at - b.at)) {
    if (left-- <= 0) break
    out[at] = (out[at] ?? 0) + 1
  }
  return out
}
