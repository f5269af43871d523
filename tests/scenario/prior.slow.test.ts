import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Change, Example } from '../../core/pack/schema.ts'
import { Clerk } from '../support/desk.ts'
import { lastYearsWorkbook } from '../support/lastYear.ts'
import { seedPack } from '../support/pack.ts'
import type { SampleKind } from '../support/sample.ts'

const pack = seedPack('annual-2026')
const yearly = pack.rules.filter(rule => rule.id.startsWith('Y'))

/** Types an example's change into this year's filing; undo takes it back. */
async function types(clerk: Clerk, change: Example['change']): Promise<number> {
  const list: readonly Change[] = change === undefined ? [] : Array.isArray(change) ? change : [change as Change]
  const { data } = await clerk.sees()
  for (const one of list) {
    const rowKey = pack.forms.flatMap(f => f.tables).find(t => t.key === one.table)?.rowKey ?? ''
    const row = one.table === undefined ? null : data.tables[one.table]?.find(r => r.cells[rowKey] === String(one.row))?.id ?? 0
    await clerk.asks('filing.apply', { filing: clerk.filing, label: 'typed', rows: [], cells: Object.entries(one.set ?? {}).map(([item, value]) => ({ item, row, text: value === null ? '' : String(value) })) })
  }
  return list.length
}

describe.each(['enterprise', 'institution', 'government'] as const)('two years of the %s, last year read from its workbook', (kind: SampleKind) => {
  let clerk: Clerk
  beforeAll(async () => {
    clerk = new Clerk()
    await clerk.startsUnit()
    await clerk.fillsLike(kind, 2026)
  })
  afterAll(() => clerk.leaves())
  const cases = yearly.flatMap(rule => (['breaks', 'sound'] as const).flatMap(side =>
    rule.examples[side].filter(e => e.on === kind && e.prior !== null).map(example => ({ id: rule.id, side, example }))))

  it.each(cases)('$id $side', async ({ id, side, example }) => {
    await clerk.asks('prior.read', { filing: clerk.filing, path: lastYearsWorkbook(clerk.folder, kind, example.prior), otherUnit: true })
    const steps = await types(clerk, example.change)
    expect((await clerk.rules()).includes(id)).toBe(side === 'breaks')
    for (let n = 0; n < steps; n++) await clerk.asks('filing.undo', { filing: clerk.filing })
  })
})

it('the examples break all 19 rules over years', () => {
  expect(yearly).toHaveLength(19)
  expect(yearly.filter(rule => rule.examples.breaks.every(e => e.prior === null))).toEqual([])
})

describe('sources of last year', () => {
  let clerk: Clerk
  const of = (): { filing: number } => ({ filing: clerk.filing })
  beforeEach(async () => { clerk = new Clerk(); await clerk.startsUnit(); await clerk.fillsLike('enterprise', 2026) })
  afterEach(() => clerk.leaves())

  it('a workbook of the unit is read with its verdict, carried, and says what has no place this year', async () => {
    const path = lastYearsWorkbook(clerk.folder, 'enterprise', { set: { rev_newsvc: '12.00', paper_rpt: 345, auto_line: 4 } })
    const read = await clerk.asks('prior.read', { ...of(), path })
    expect([read.verification.verdict, read.sameUnit, read.look.use]).toEqual(['sealed', true, 'workbook'])
    expect(read.look.lost.map(l => [l.item, l.text])).toEqual([['rev_newsvc', '12.00'], ['paper_rpt', '345']])
    expect(read.look.lost.every(l => l.why.length > 10 && l.name !== l.item)).toBe(true)
    const { prior } = await clerk.sees()
    expect(prior?.origin).toMatch(/^workbook:[0-9a-f]{64}$/)
    expect(prior?.data.values.auto_line).toBe('4')
    clerk.restarts()
    expect((await clerk.sees()).prior).toEqual(prior)
  })

  it('one of another unit is refused by its name, and taken only when it is meant', async () => {
    const path = lastYearsWorkbook(clerk.folder, 'government')
    const refused = await clerk.isRefused('prior.read', { ...of(), path })
    expect(refused.code).toBe('prior-other-unit')
    expect(refused.params.name).not.toBe('')
    expect((await clerk.sees()).prior).toBeNull()
    expect((await clerk.asks('prior.read', { ...of(), path, otherUnit: true })).sameUnit).toBe(false)
  })

  it('one of another year, an unsealed one and anything else are refused', async () => {
    const own = await clerk.seals()
    await clerk.reopens('核对上年')
    expect(await clerk.isRefused('prior.read', { ...of(), path: own.xlsx })).toMatchObject({ code: 'prior-other-year', params: { year: 2026, wanted: 2025 } })
    const template = join(clerk.folder, 'template.xlsx')
    await clerk.asks('template.write', { pack: 'annual-2025', path: template })
    expect((await clerk.isRefused('prior.read', { ...of(), path: template })).code).toBe('prior-unsealed')
    writeFileSync(join(clerk.folder, 'note.xlsx'), 'hello')
    expect((await clerk.isRefused('prior.read', { ...of(), path: join(clerk.folder, 'note.xlsx') })).code).toBe('xlsx-not-zip')
  })

  it('a typed sheet is kept apart from a workbook, and totals follow from it or are typed themselves', async () => {
    await clerk.asks('prior.type', { ...of(), item: 'rev_total', row: null, text: '1000.00' })
    await clerk.asks('prior.type', { ...of(), item: 'eq_cnt_dom', row: null, text: '100' })
    const look = await clerk.asks('prior.type', { ...of(), item: 'eq_cnt_imp', row: null, text: '20' })
    expect([look.use, look.sources.map(s => s.origin)]).toEqual(['typed', ['typed']])
    const seen = await clerk.sees()
    expect(seen.prior?.data.values).toEqual({ rev_total: '1000.00', eq_cnt_dom: '100', eq_cnt_imp: '20', eq_cnt: '120' })
    expect(seen.findings.some(f => f.rule === 'Y002')).toBe(true)
    await clerk.asks('prior.read', { ...of(), path: lastYearsWorkbook(clerk.folder, 'enterprise') })
    expect((await clerk.isRefused('prior.type', { ...of(), item: 'eq_cnt_imp', row: null, text: '21' })).code).toBe('prior-not-typed')
    expect((await clerk.sees()).prior?.data.values.rev_total).not.toBe('1000.00')
    expect((await clerk.asks('prior.use', { ...of(), kind: 'typed' })).sources.map(s => s.kind)).toEqual(['typed', 'workbook'])
    expect((await clerk.sees()).prior?.data.values.rev_total).toBe('1000.00')
    expect((await clerk.asks('prior.use', { ...of(), kind: 'none' })).use).toBe('none')
    expect((await clerk.sees()).prior).toBeNull()
    expect((await clerk.asks('prior.forget', { ...of(), kind: 'typed' })).sources.map(s => s.kind)).toEqual(['workbook'])
    expect((await clerk.isRefused('prior.use', { ...of(), kind: 'own' })).code).toBe('prior-none')
  })

  it('rows of the typed sheet are made by typing and go when they are empty', async () => {
    for (const [item, text] of [['cert_no', '231100349999'], ['cert_status', '1'], ['cert_valid', '2030-01-01']]) await clerk.asks('prior.type', { ...of(), item: item ?? '', row: 1, text: text ?? '' })
    expect(await clerk.rules()).toContain('Y014')
    const certs = async (): Promise<unknown> => (await clerk.sees()).prior?.data.tables['certs']
    const back = await clerk.asks('filing.undo', of())
    expect(back.prior?.data.tables['certs']).toEqual([{ id: 1, cells: { cert_no: '231100349999', cert_status: '1' } }])
    expect(await certs()).toEqual(back.prior?.data.tables['certs'])
    expect((await clerk.asks('filing.redo', of())).prior?.data.tables['certs']).toMatchObject([{ cells: { cert_valid: '2030-01-01' } }])
    const record = (await clerk.asks('history.list', { ...of(), limit: 50 })).lines.filter(line => line.item === 'cert_no')
    expect(record.map(line => [line.now, line.label.endsWith('（上年数）'), line.reason])).toEqual([['231100349999', true, '上年数']])
    expect((await clerk.asks('filing.history', { ...of(), item: 'cert_no', row: 1, limit: 9 })).map(line => line.now)).not.toContain('231100349999')
    for (const item of ['cert_no', 'cert_status', 'cert_valid']) await clerk.asks('prior.type', { ...of(), item, row: 1, text: '' })
    expect((await clerk.sees()).prior).toBeNull()
  })
})

describe('what is carried over', () => {
  let clerk: Clerk
  beforeEach(async () => { clerk = new Clerk(); await clerk.startsUnit('annual-2025'); await clerk.fillsLike('enterprise', 2025); await clerk.seals(); await clerk.startsYear('annual-2026') })
  afterEach(() => clerk.leaves())

  it('is proposed beside what is there, taken as asked, in one step', async () => {
    await clerk.types('tel', '0571-00000000')
    const { items, origin, year } = await clerk.asks('prior.proposals', { filing: clerk.filing })
    expect([origin, year]).toEqual(['own', 2025])
    const states = Object.fromEntries(items.filter(i => i.table === null).map(i => [i.item, i.state]))
    expect([states.org_name, states.tel, states.reg_addr]).toEqual(['same', 'replaces', 'fills'])
    expect(items.some(i => i.item === 'fe_rev' || i.item === 'cert_status')).toBe(false)
    const wanted = items.filter(i => i.item === 'reg_addr' || i.table === 'certs').map(({ item, row }) => ({ item, row }))
    const change = await clerk.asks('prior.accept', { filing: clerk.filing, items: wanted })
    expect([change.undo, change.values]).toEqual(['prior', { reg_addr: '浙江省杭州市钱塘区示例一路18号' }])
    const seen = await clerk.sees()
    expect(seen.data.tables.certs?.map(r => r.cells.cert_no)).toEqual(seen.prior?.data.tables.certs?.map(r => r.cells.cert_no))
    expect(seen.data.values.tel).toBe('0571-00000000')
    const [entry] = await clerk.asks('filing.history', { filing: clerk.filing, item: 'reg_addr', row: null, limit: 1 })
    expect(entry?.reason).toBe('上年带入')
    const again = await clerk.asks('prior.proposals', { filing: clerk.filing })
    expect(again.items.filter(i => i.table === 'certs').every(i => i.state === 'same' && i.present !== null)).toBe(true)
    await clerk.asks('filing.undo', { filing: clerk.filing })
    expect((await clerk.sees()).data.tables.certs).toEqual([])
    expect((await clerk.isRefused('prior.accept', { filing: clerk.filing, items: [{ item: 'fe_rev', row: null }] })).code).toBe('not-found')
  })
})
