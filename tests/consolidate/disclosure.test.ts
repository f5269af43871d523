import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protect, tells, type PublicFigure } from '../../core/consolidate/disclosure.ts'
import type { Sum } from '../../core/consolidate/equations.ts'
import { reachable } from './attack.ts'

const figure = (key: string, parts: readonly number[]): PublicFigure => ({
  key, sensitive: true, value: BigInt(parts.reduce((a, b) => a + b, 0)), units: parts.filter((p) => p > 0).length, largest: BigInt(Math.max(0, ...parts)),
})
/** A table of units' values: rows, columns and the margins of both, one total. */
function square(cells: readonly (readonly (readonly number[])[])[]): { figures: PublicFigure[]; sums: Sum[] } {
  const [rows, columns] = [cells.map((_, r) => r), (cells[0] ?? []).map((_, c) => c)]
  const at = (r: number, c: number): readonly number[] => cells[r]?.[c] ?? []
  const figures = [
    ...rows.flatMap((r) => columns.map((c) => figure(`${r}.${c}`, at(r, c)))),
    ...rows.map((r) => figure(`${r}.*`, columns.flatMap((c) => at(r, c)))),
    ...columns.map((c) => figure(`*.${c}`, rows.flatMap((r) => at(r, c)))),
    figure('*.*', rows.flatMap((r) => columns.flatMap((c) => at(r, c)))),
  ]
  const sums = [
    ...rows.map((r) => ({ total: `${r}.*`, parts: columns.map((c) => `${r}.${c}`) })),
    ...columns.map((c) => ({ total: `*.${c}`, parts: rows.map((r) => `${r}.${c}`) })),
    { total: '*.*', parts: rows.map((r) => `${r}.*`) }, { total: '*.*', parts: columns.map((c) => `*.${c}`) },
  ]
  return { figures, sums }
}
const many = Array.from({ length: 12 }, (_, i) => 100 + i)

describe('what identifies a respondent', () => {
  it.each([
    [[100, 100], true], [[100, 100, 100], false], [[900, 50, 50], true], [[850, 75, 75], false], [[851, 75, 74], true], [[], false], [[0, 0], false], [[1], true],
  ] as const)('%j → %s', (parts, is) => {
    expect(tells(figure('x', parts))).toBe(is)
  })

  it('a negative figure is judged by its size', () => {
    expect(tells({ value: -100n, units: 4, largest: 90n })).toBe(true)
    expect(tells({ value: 10n, units: 4, largest: 90n })).toBe(true)
  })
})

describe('hiding', () => {
  it('nothing, where nothing tells', () => {
    const { figures, sums } = square([[many, many], [many, many]])
    expect([...protect(figures, sums)]).toEqual([])
  })

  it('a lone cell takes a second of its row and of its column, and the corner with them', () => {
    const { figures, sums } = square([[[5], many, many], [many, many, many], [many, many, many]])
    const hidden = protect(figures, sums)
    expect(hidden.has('0.0')).toBe(true)
    expect(hidden.size).toBe(4)
    expect(reachable(figures, sums, hidden)).toEqual([])
  })

  it('two single units in a row are not enough: each would know the other', () => {
    const { figures, sums } = square([[[5], [7], many, many]])
    expect(protect(figures, sums).size).toBeGreaterThan(2)
  })

  it('a row of one unit takes its margin', () => {
    const { figures, sums } = square([[[5], []], [many, many], [many, many]])
    const hidden = protect(figures, sums)
    expect([hidden.has('0.0'), hidden.has('0.*')]).toEqual([true, true])
    expect(reachable(figures, sums, hidden)).toEqual([])
  })

  it('counts stay, whatever they tell', () => {
    const { figures, sums } = square([[[1], [1, 1]]])
    expect([...protect(figures.map((f) => ({ ...f, sensitive: false })), sums)]).toEqual([])
  })

  it('the same figure in two tables is one', () => {
    const sums: Sum[] = [{ total: 't', parts: ['a', 'b', 'c'] }, { total: 't', parts: ['x', 'y', 'z'] }, { total: 'c', parts: ['x', 'w'] }]
    const figures = [figure('a', [5]), figure('b', many), figure('c', many), figure('x', many), figure('y', [...many, ...many]), figure('z', many), figure('w', many), figure('t', [...many, ...many, 5])]
    const hidden = protect(figures, sums)
    expect(reachable(figures, sums, hidden)).toEqual([])
  })
})

const units = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4000 })), { maxLength: 6 })
const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([r, c]) => fc.array(fc.array(units, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }))

it('no hidden figure of a random table follows from what is shown', () => {
  fc.assert(fc.property(table, (cells) => {
    const { figures, sums } = square(cells)
    const hidden = protect(figures, sums)
    for (const f of figures) if (tells(f)) expect(hidden.has(f.key)).toBe(true)
    expect(reachable(figures, sums, hidden)).toEqual([])
  }), { numRuns: 400 })
})

it('nor of three margins at once, as people by class, size and owner', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 40 }), (people) => {
    const of = (a: number | null, b: number | null, c: number | null): readonly number[] => people.filter(([x, y, z]) => (a === null || x === a) && (b === null || y === b) && (c === null || z === c)).map(([, , , v]) => v)
    const axis = (n: number): (number | null)[] => [null, ...Array.from({ length: n }, (_, i) => i)]
    const name = (a: number | null, b: number | null, c: number | null): string => [a, b, c].map((i) => i ?? '*').join('.')
    const figures: PublicFigure[] = []
    const sums: Sum[] = []
    for (const a of axis(3)) for (const b of axis(3)) for (const c of axis(2)) {
      figures.push(figure(name(a, b, c), of(a, b, c)))
      if (a === null) sums.push({ total: name(a, b, c), parts: [0, 1, 2].map((i) => name(i, b, c)) })
      if (b === null) sums.push({ total: name(a, b, c), parts: [0, 1, 2].map((i) => name(a, i, c)) })
      if (c === null) sums.push({ total: name(a, b, c), parts: [0, 1].map((i) => name(a, b, i)) })
    }
    expect(reachable(figures, sums, protect(figures, sums))).toEqual([])
  }), { numRuns: 60 })
})
