import { reduce, type Row } from './elimination.ts'

/** Figures that add up to another. */
export interface Sum { readonly total: string; readonly parts: readonly string[] }

/** A sum with the unknowns it has now. */
export interface Equation { readonly sum: Sum; readonly keys: ReadonlySet<string>; /** Every figure's coefficient. */ readonly all: Row; readonly unknowns: Row }

/** The sums of an edition and what is hidden in them; they fall into islands that share unknowns, each solved again only when it changed. */
export interface Equations {
  readonly hidden: ReadonlySet<string>
  readonly list: readonly Equation[]
  readonly hide: (key: string) => void
  /** The equations that a figure stands in. */
  readonly around: (key: string) => readonly Equation[]
  /** Those whose unknowns changed since this was last asked. */
  readonly changed: () => readonly Equation[]
  /** The unknowns that follow from the rest, island by island. */
  readonly determined: () => readonly string[]
  /** Of some shown figures those without which an unknown would no longer follow, in their order. */
  readonly freeing: (key: string, shown: readonly string[]) => readonly string[]
}

interface Held extends Equation { readonly unknowns: Map<string, number> }
interface Island { readonly keys: Set<string>; readonly equations: Set<Held>; solved: readonly string[] | null }

/** Lays out sums of which nothing is hidden yet. */
export function equationsOf(sums: readonly Sum[]): Equations {
  const list = sums.map(held)
  const standing = new Map<string, Held[]>()
  for (const one of list) for (const key of one.keys) standing.set(key, [...(standing.get(key) ?? []), one])
  const around = (key: string): readonly Held[] => standing.get(key) ?? []
  const islands = new Map<string, Island>()
  const hidden = new Set<string>()
  let changed = new Set<Held>(list)
  return {
    hidden, list, around,
    hide: (key) => {
      if (hidden.has(key)) return
      hidden.add(key)
      for (const one of around(key)) { one.unknowns.set(key, one.all.get(key) ?? 0); if (one.all.get(key) === undefined) one.unknowns.delete(key); changed.add(one) }
      settle(key, around(key), islands)
    },
    changed: () => { const those = [...changed]; changed = new Set(); return those },
    determined: () => [...new Set(islands.values())].flatMap((island) => (island.solved ??= solve(island))),
    freeing: (key, shown) => freeing({ key, shown }, around, islands),
  }
}

function held(sum: Sum): Held {
  const all = new Map<string, number>([[sum.total, 1]])
  for (const part of sum.parts) all.set(part, (all.get(part) ?? 0) - 1)
  return { sum, keys: new Set([sum.total, ...sum.parts]), all: new Map([...all].filter(([, by]) => by !== 0)), unknowns: new Map() }
}

/** Joins the islands that a newly hidden figure lies between; the smaller goes into the larger. */
function settle(key: string, around: readonly Held[], islands: Map<string, Island>): void {
  let island: Island = { keys: new Set([key]), equations: new Set(), solved: null }
  islands.set(key, island)
  for (const one of around) {
    if (!one.unknowns.has(key)) continue
    for (const beside of one.unknowns.keys()) {
      const other = islands.get(beside)
      if (!other || other === island) continue
      const [small, large] = other.keys.size < island.keys.size ? [other, island] : [island, other]
      for (const k of small.keys) { large.keys.add(k); islands.set(k, large) }
      for (const e of small.equations) large.equations.add(e)
      island = large
    }
    island.equations.add(one)
  }
  island.solved = null
}

function solve(island: Island): readonly string[] {
  const { byPivot } = reduce([...island.equations].map((e) => e.unknowns), () => true)
  return [...byPivot].flatMap(([pivot, line]) => (line.size === 1 ? [pivot] : []))
}

interface Asked { readonly key: string; readonly shown: readonly string[] }

/**
 * Solves the unknowns with the shown figures carried along: hiding one of these leaves the unknown determined where its line does not have it,
 * or where a line without unknowns has it, from which it would follow itself.
 */
function freeing({ key, shown }: Asked, around: (key: string) => readonly Held[], islands: ReadonlyMap<string, Island>): readonly string[] {
  const joined = new Set([key, ...shown.flatMap((k) => around(k).flatMap((e) => [...e.unknowns.keys()]))].flatMap((k) => islands.get(k) ?? []))
  const carried = new Set(shown)
  const rows = [...joined].flatMap((island) => [...island.equations]).map((e) => new Map([...e.all].filter(([k]) => e.unknowns.has(k) || carried.has(k))))
  const { byPivot, left } = reduce(rows, (k) => !carried.has(k))
  const line = byPivot.get(key)
  return shown.filter((k) => line?.has(k) && !left.some((l) => l.has(k)))
}
