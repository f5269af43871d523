import { expect, it } from 'vitest'
import { programFor, type TableFault } from '../../core/consolidate/program.ts'
import type { TableSpec } from '../../core/consolidate/schema.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { openShelf } from '../../electron/packs.ts'
import { resolve } from 'node:path'
import { good } from '../support/desk.ts'

const shelf = openShelf(resolve(import.meta.dirname, '../../seeds'))
const places = ['500106', '500107', '330114', '330483', '441900', '110105']

/** Every way the switches of a table can stand. */
function stands(spec: TableSpec): readonly Readonly<Record<string, string>>[] {
  return spec.switches.reduce<Record<string, string>[]>((all, s) => all.flatMap((one) => s.options.map((o) => ({ ...one, [s.key]: o.key }))), [{}])
}
const programs = (pack: Pack): readonly ReturnType<typeof programFor>[] =>
  pack.tables.flatMap((spec) => stands(spec).flatMap((switches) => ['', '50', '500106'].map((region) => programFor(spec, { pack, year: pack.year, region, regionName: region, places: places.filter((p) => p.startsWith(region)), switches }))))

it.each(shelf.ids())('%s: every expression of every table is sound, whatever the switches', (id) => {
  const { pack } = good(shelf.get(id))
  const numbers = new Set(pack.tables.map((t) => t.id.slice(0, 3)))
  expect([...numbers].sort()).toEqual(Array.from({ length: 20 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`))
  expect(programs(pack).flatMap((p): readonly TableFault[] => p.faults)).toEqual([])
})

it.each(shelf.ids())('%s: every input a table asks for has a name', (id) => {
  const { pack } = good(shelf.get(id))
  const asked = new Set(programs(pack).flatMap((p) => p.inputs.map((i) => `${i.kind} ${i.key}`)))
  const named = new Set(pack.inputs.flatMap((i) => (i.each === undefined ? [`${i.kind} ${i.key}`] : (pack.codes[i.each.slice(6)] ?? []).map((c) => `${i.kind} ${c.code}`))))
  expect([...asked].filter((name) => !named.has(name))).toEqual([])
})

it.each(shelf.ids())('%s: rows, columns, sums and charts name what is there, whatever the switches', (id) => {
  const { pack } = good(shelf.get(id))
  for (const { grid } of programs(pack)) {
    const rows = grid.rows.map((r) => r.key)
    const columns = new Set(grid.columns.map((c) => c.key))
    const { spec } = grid
    expect(new Set(rows).size, spec.id).toBe(rows.length)
    expect(grid.rows.flatMap((r) => [...r.sumOf, ...(r.into === null ? [] : [r.into])]).filter((key) => !rows.includes(key)), spec.id).toEqual([])
    expect([...spec.sums.flatMap((s) => [s.total, ...s.parts]), ...spec.chart.map((c) => c.column)].filter((key) => !columns.has(key)), spec.id).toEqual([])
    expect([...spec.merged.flat(), ...spec.chart.flatMap((c) => c.rows ?? [])].filter((key) => !rows.includes(key)), spec.id).toEqual([])
    expect(grid.rows.filter((r) => r.kind !== 'head' && r.labels.length !== spec.stub.length).map((r) => r.key), spec.id).toEqual([])
    expect(JSON.stringify(grid.rows.map((r) => r.labels)), spec.id).not.toMatch(/[$]/)
  }
})
