import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { aggregatesBehind } from '../../core/consolidate/compute.ts'
import type { TableScope } from '../../core/contract/regulator/tables.ts'
import { openDesk, type Desk } from '../../electron/handlers/desk.ts'
import { tablesInputs, tablesSetInput } from '../../electron/handlers/regulator/tables/inputs.ts'
import { lineageOf, tablesLineage } from '../../electron/handlers/regulator/tables/lineage.ts'
import { computeTable, makeTable } from '../../electron/handlers/regulator/tables/make.ts'
import { prepareTables, type TableWork } from '../../electron/handlers/regulator/tables/work.ts'
import type { Ledger } from '../../electron/ledger/ledger.ts'
import { good } from '../support/desk.ts'
import { pour, type Poured } from '../support/randomLedger.ts'
import { shapingba, shelf } from './held.ts'

const pack = good(shelf.get('annual-2023')).pack
const folder = mkdtempSync(join(tmpdir(), 'jianbao-lineage-'))
const desk: Desk = openDesk({ now: () => new Date('2024-12-02T10:00:00Z'), osUser: '示例', appVersion: '0', seedsDir: resolve(import.meta.dirname, '../../seeds'), dataDir: folder, exportDir: folder, pdf: null })
const scope = (more: Partial<TableScope> = {}): TableScope => ({ basis: 'accepted', level: 'all', edition: 'internal', switches: {}, ...more })
let ledger: Ledger
let work: TableWork

beforeAll(async () => {
  ledger = good(await desk.ledgers.create({ path: join(folder, '示例.ledger') }, { region: '500106', bureau: '示例局', pack: pack.id, year: 2023 }))
  const poured: Poured = { pack, keyOf: key => key }
  await pour(ledger, shapingba(), [poured])
  work = good(await prepareTables(desk, scope()))
})
afterAll(() => { desk.close(); rmSync(folder, { recursive: true, force: true }) })

const digits = (text: string): bigint => BigInt(text.replace('.', ''))

describe('every figure can be opened', () => {
  it.each(pack.tables.map(t => t.id))('%s: the parts shown add up to the number, the second computation agrees', async id => {
    const computed = good(await computeTable(work, id))
    for (const [name, { cell, formula }] of computed.program.cells) {
      if (!formula || aggregatesBehind(computed.program, name).length === 0) continue
      const lineage = good(await lineageOf(work, computed, { row: cell.row, column: cell.column, limit: 1000 }))
      expect([name, lineage.agrees]).toEqual([name, true])
      const aggregates = aggregatesBehind(computed.program, name)
      expect(lineage.aggregates).toHaveLength(aggregates.length)
      for (const [i, a] of aggregates.entries()) {
        const shown = lineage.aggregates[i]
        if (shown?.value === '' || shown === undefined) continue
        const parts = lineage.units.map(u => u.parts[i] ?? null).filter(p => p !== null)
        const total = a.kind === 'distinct' ? BigInt(new Set(parts).size) : parts.reduce((sum, p) => sum + digits(p), 0n)
        expect([name, shown.source, total]).toEqual([name, shown.source, digits(shown.value)])
      }
    }
  }, 60_000)

  it('T01 revenue: exact, rounding, units by size with their share', async () => {
    const lineage = good(await tablesLineage(desk, { table: 'T01', scope: scope(), row: 'rev', column: 'value', limit: 3 }))
    expect([lineage.text, lineage.total, lineage.agrees]).toEqual(['26029', 26, true])
    expect(lineage.units).toHaveLength(3)
    expect(lineage.aggregates[0]).toMatchObject({ source: 'sum(rev_total)', units: 26, items: [{ form: '301', name: pack.forms.find(f => f.no === '301')?.items.find(i => i.key === 'rev_total')?.name }] })
    expect(lineage.units.map(u => Number(u.share))).toEqual(lineage.units.map(u => Number(u.share)).toSorted((a, b) => b - a))
  })
})

describe('what is left out, and why', () => {
  it('returned, superseded, cancelled, moved away, not received', async () => {
    const [first, second, third, fourth] = shapingba().submissions
    if (!first || !second || !third || !fourth) throw new Error('too few units')
    const more = [
      { ...first, id: 901, submitNo: 2, state: 'returned' }, { ...second, id: 902, submitNo: 2, state: 'accepted' },
      { ...third, id: 903, unitId: '示例X-00', items: new Map([...third.items, ['op_status', '6'] as const]) }, { ...fourth, id: 904, unitId: '示例Y-00', items: new Map([...fourth.items, ['biz_region', '500107'] as const]) },
    ]
    await pour(ledger, { submissions: more, reporting: [] }, [{ pack, keyOf: key => key }])
    await ledger.sql.write(sql => sql.insertMany('register_unit', ['unit_id', 'name', 'region', 'contact', 'phone', 'certs', 'forms', 'groups', 'risk', 'deadline', 'active', 'since'],
      [['示例Y-00', '示例迁出机构', '500106', '', '', '[]', '[]', '[]', '', null, 1, '2023'], ['示例Z-00', '示例未报机构', '500106', '', '', '[]', '[]', '[]', '', null, 1, '2023']]))
    const lineage = good(await tablesLineage(desk, { table: 'T01', scope: scope(), row: 'units', column: 'value', limit: 100 }))
    expect(lineage.left.map(l => [l.unitId, l.submitNo, l.reason])).toEqual(expect.arrayContaining([
      [first.unitId, 2, 'returned'], [second.unitId, 1, 'superseded'], ['示例X-00', 1, 'cancelled'], ['示例Y-00', 1, 'other_region'], ['示例Z-00', null, 'not_received'],
    ]))
    expect([lineage.text, lineage.agrees, lineage.left.length]).toEqual(['26', true, 5])
    expect(good(await makeTable(work, 'T01')).caption).toMatchObject({ due: 2, received: 1, region: '重庆市 沙坪坝区', cutoff: '2024-12-02 18:00' })
  })
})

describe('figures from outside', () => {
  it('are named, set with source and date, kept as history; one nobody asks for is refused', async () => {
    const before = good(await tablesInputs(desk))
    expect(before.find(i => i.kind === 'upper' && i.key === 'units')).toMatchObject({ year: 2023, value: null, unit: '个' })
    const set = { kind: 'upper' as const, key: 'units', year: 2023, value: '756', source: '示例来源', date: '2024-11-20', reason: '' }
    good(await tablesSetInput(desk, { ...set, value: '700' }))
    const after = good(await tablesSetInput(desk, set))
    expect(after.find(i => i.kind === 'upper' && i.key === 'units')).toMatchObject({ value: '756', source: '示例来源', date: '2024-11-20', by: '示例' })
    expect(await ledger.sql.all('select value from input_figure order by id')).toEqual([{ value: '700' }, { value: '756' }])
    expect(await tablesSetInput(desk, { ...set, key: 'nobody' })).toMatchObject({ ok: false, problem: { code: 'input-unknown' } })
    const lineage = good(await tablesLineage(desk, { table: 'T01', scope: scope(), row: 'units', column: 'share', limit: 5 }))
    expect([lineage.text, lineage.inputs.map(i => [i.name, i.value])]).toEqual(['3.44%', [['全市机构数量', '756']]])
  })
})
