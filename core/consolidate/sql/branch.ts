import type { Node } from '../../formula/ast.ts'
import type { Entry, TableEntry } from '../../pack/lookup.ts'
import { tableNamed, typeOfNode } from '../condition.ts'
import { allOf, conjuncts, nodeKey, type Aggregate } from '../formula.ts'
import { columnsOf, spineOf } from './condition.ts'
import type { Yearly } from './source.ts'

/** One figure of each group of a branch. */
export interface Measure { readonly kind: Aggregate['kind']; readonly value: Node | null; readonly scale: number; readonly where: Node | null }
/** Which figure of which groups an aggregate is: for each dim its words, whose groups add up. */
export interface Member { readonly aggregate: Aggregate; readonly words: readonly (readonly string[])[]; readonly measure: number }
/** Rows that a unit must have: its distinct units, or pairs of unit and group, are what is counted. */
export interface Anchor { readonly table: TableEntry; readonly spine: Entry | null; readonly where: Node | null; readonly dims: readonly Node[] }
/**
 * Aggregates that one pass over the units, or over the rows of a table, gives: they differ in their measures
 * and in the texts that the dims equal, so the texts become groups.
 */
export interface Branch {
  readonly over: string
  readonly table: TableEntry | null
  readonly spine: Entry | null
  readonly anchor: Anchor | null
  /** Texts of the unit or row that make the groups; those of the anchor come after. */
  readonly dims: readonly Node[]
  readonly same: number | null
  readonly measures: readonly Measure[]
  readonly members: readonly Member[]
}

interface Shape { readonly aggregate: Aggregate; readonly table: TableEntry | null; readonly anchor: Anchor | null; readonly anchorWords: readonly string[]; readonly dims: readonly Dim[]; readonly rest: readonly Node[] }
interface Dim { readonly of: Node; readonly words: readonly string[]; readonly condition: Node }
/** A year, and whether figures also say how many units are in them: those of several groups do not add up where a unit has several rows. */
interface Asked { readonly y: Yearly; readonly facts: boolean }

/** Fewer aggregates than this are told apart by conditions: a group costs a sort. */
const fewest = 7
/** Figures of one select. */
const most = 24

/** Sorts aggregates of one year into branches. */
export function branchesOf(aggregates: readonly Aggregate[], y: Yearly, facts: boolean): readonly Branch[] {
  const shapes = aggregates.map((a) => shapeOf(a, { y, facts }))
  const grouped = gatherBy(shapes, (s) => shapeKey(s, s.dims, y))
  const kept = grouped.flatMap((group) => (group.length < fewest ? group.map(ungrouped) : group))
  return gatherBy(kept, (s) => shapeKey(s, s.dims, y)).flatMap((group) => chunks(group, y))
}

function gatherBy<T>(list: readonly T[], key: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const known = groups.get(key(one))
    if (known) known.push(one)
    else groups.set(key(one), [one])
  }
  return [...groups.values()]
}

/** The unit's groups as conditions again; the anchor's stay, they are what makes it quick. */
const ungrouped = (s: Shape): Shape => ({ ...s, dims: [], rest: [...s.rest, ...s.dims.map((d) => d.condition)] })

function shapeKey(s: Shape, dims: readonly Dim[], y: Yearly): string {
  const a = s.anchor
  const spine = s.table ? (spineFor(s, y)?.order ?? -1) : null
  return JSON.stringify([s.aggregate.over, s.aggregate.same, dims.map((d) => nodeKey(d.of)), spine, a && [a.table.table.key, nodeKey(a.where), a.dims.map(nodeKey)]])
}

function shapeOf(aggregate: Aggregate, { y, facts }: Asked): Shape {
  const parts = conjuncts(aggregate.where)
  const table = aggregate.over === 'U' || aggregate.over === 'R' ? null : tableNamed(y.index, aggregate.over, 1)
  const anys = parts.filter((p) => p.k === 'call' && p.fn === 'any')
  const [only] = anys
  const anchored = aggregate.over === 'U' && anys.length === 1 && only?.k === 'call' ? anchorOf(only, y) : null
  const left = anchored ? parts.filter((p) => p !== only) : parts
  const adds = aggregate.kind !== 'distinct' && (table === null || !facts)
  const dims = left.flatMap((p) => dimOf(p, aggregate.over, y) ?? []).filter((d) => adds || d.words.length === 1).toSorted((a, b) => (nodeKey(a.of) < nodeKey(b.of) ? -1 : 1))
  const once = dims.filter((d, i) => dims.findIndex((e) => nodeKey(e.of) === nodeKey(d.of)) === i)
  const rest = left.filter((p) => !once.some((d) => d.condition === p))
  return { aggregate, table, anchor: anchored?.anchor ?? null, anchorWords: anchored?.words ?? [], dims: once, rest }
}

function anchorOf(any: Extract<Node, { k: 'call' }>, y: Yearly): { readonly anchor: Anchor; readonly words: readonly string[] } {
  const table = tableNamed(y.index, any.args[0]?.k === 'name' ? any.args[0].name : '', any.at)
  const parts = conjuncts(any.where)
  const dims = parts.flatMap((p) => dimOf(p, table.table.key, y) ?? []).filter((d) => d.words.length === 1 && isColumn(d.of, table, y)).slice(0, 1)
  const where = allOf(parts.filter((p) => !dims.some((d) => d.condition === p)))
  const spine = spineOf(any.where, table, y)
  return { anchor: { table, spine, where, dims: dims.map((d) => d.of) }, words: dims.flatMap((d) => d.words) }
}

const isColumn = (node: Node, table: TableEntry, y: Yearly): boolean => columnsOf(node, { index: y.index, over: table.table.key }).some((e) => e.table !== null)

/** A condition that some text is one of some words: `x = "a"`, `x in {"a", "b"}`. */
function dimOf(p: Node, over: string, y: Yearly): Dim | null {
  if (p.k !== 'binary' || (p.op !== '=' && p.op !== 'in')) return null
  const of = p.op === '=' && p.a.k === 'text' ? p.b : p.a
  const among = p.op === 'in' ? (p.b.k === 'set' ? p.b.of : []) : [of === p.a ? p.b : p.a]
  const words = [...new Set(among.flatMap((n) => (n.k === 'text' ? [n.text] : [])))]
  if (words.length === 0 || among.some((n) => n.k !== 'text') || of.k === 'text') return null
  const { type } = typeOfNode(of, { index: y.index, over })
  return type === 'num' || type === 'bool' ? null : { of, words, condition: p }
}

/** The column by which rows are found: one that every one of them must have. */
function spineFor(s: Shape, y: Yearly): Entry | null {
  if (!s.table) return null
  const first = spineOf(s.aggregate.where, s.table, y)
  if (first) return first
  const summed = s.aggregate.kind === 'sum' || s.aggregate.kind === 'distinct' ? s.aggregate.value : null
  return summed?.k === 'name' || summed?.k === 'column' ? (columnsOf(summed, { index: y.index, over: s.table.table.key })[0] ?? null) : null
}

function chunks(group: readonly Shape[], y: Yearly): readonly Branch[] {
  const [first] = group
  if (!first) return []
  const measures = new Map<string, Measure>()
  const keyed = group.map((s) => {
    const where = allOf(s.rest)
    const { kind, value, scale } = s.aggregate
    const key = JSON.stringify([kind, nodeKey(value), nodeKey(where)])
    if (!measures.has(key)) measures.set(key, { kind, value, scale, where })
    return { key, s }
  })
  const keys = [...measures.keys()]
  const branches: Branch[] = []
  for (let from = 0; from < keys.length; from += most) {
    const part = keys.slice(from, from + most)
    const members = keyed.filter((k) => part.includes(k.key)).map(({ key, s }) => ({ aggregate: s.aggregate, words: [...s.dims.map((d) => d.words), ...s.anchorWords.map((word) => [word])], measure: part.indexOf(key) }))
    branches.push({ over: first.aggregate.over, table: first.table, spine: spineFor(first, y), anchor: first.anchor, dims: first.dims.map((d) => d.of), same: first.aggregate.same, measures: part.map((k) => measures.get(k) as Measure), members })
  }
  return branches
}

/** Every item of the unit that a branch reads. */
export function unitItems(branch: Branch, y: Yearly): readonly Entry[] {
  return namedIn(branch, y).filter((e) => e.table === null)
}

/** Every column that a branch reads of its own table, or of its anchor's. */
export function rowColumns(branch: Branch, y: Yearly): readonly Entry[] {
  return namedIn(branch, y).filter((e) => e.table !== null)
}

function namedIn(branch: Branch, y: Yearly): readonly Entry[] {
  if (branch.over === 'R') return []
  const own = [...branch.dims, ...branch.measures.flatMap((m) => [m.value, m.where])].flatMap((n) => (n === null ? [] : columnsOf(n, { index: y.index, over: branch.over })))
  const { anchor } = branch
  const inAnchor = anchor ? [anchor.where, ...anchor.dims].flatMap((n) => (n === null ? [] : columnsOf(n, { index: y.index, over: anchor.table.table.key }))) : []
  return [...new Set([...own, ...inAnchor])]
}
