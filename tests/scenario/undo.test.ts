import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilingChange } from '../../core/contract.ts'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
beforeEach(async () => { clerk = new Clerk(); await clerk.startsUnit() })
afterEach(() => clerk.leaves())

const undo = (): Promise<FilingChange> => clerk.asks('filing.undo', { filing: clerk.filing })
const redo = (): Promise<FilingChange> => clerk.asks('filing.redo', { filing: clerk.filing })
const row = (op: object): Promise<FilingChange> => clerk.asks('filing.row', { filing: clerk.filing, table: 'sites', ...op } as never)
const add = async (name: string, after: number | null = null): Promise<number> => (await row({ op: 'add', after, cells: { site_name: name } })).row ?? 0
const sites = async (): Promise<readonly string[]> => ((await clerk.sees()).data.tables.sites ?? []).map(r => `${r.id} ${r.cells.site_name ?? ''}`)
const lastSite = async (): Promise<number | null> => (await clerk.sees()).data.tables.sites?.at(-1)?.id ?? null
const tel = async (): Promise<string | undefined> => (await clerk.sees()).data.values.tel

describe('a typed cell', () => {
  it('is taken back and done again, with the place to look at', async () => {
    await clerk.types('tel', '1')
    const typed = await clerk.types('tel', '2')
    expect([typed.undo, typed.redo, typed.step]).toEqual(['typed', null, null])
    const back = await undo()
    expect(back.values).toEqual({ tel: '1' })
    expect([back.undo, back.redo]).toEqual(['typed', 'typed'])
    expect(back.step).toEqual({ did: 'undo', label: 'typed', item: 'tel', row: null, rule: null })
    expect((await undo()).values).toEqual({ tel: '' })
    expect((await clerk.isRefused('filing.undo', { filing: clerk.filing })).code).toBe('undo-none')
    await redo()
    expect((await redo()).step).toMatchObject({ did: 'redo', item: 'tel' })
    expect(await tel()).toBe('2')
    expect((await clerk.isRefused('filing.redo', { filing: clerk.filing })).code).toBe('redo-none')
  })

  it('can be taken back after a restart, and the record keeps everything', async () => {
    for (let n = 1; n <= 30; n++) await clerk.types('tel', String(n))
    clerk.restarts()
    expect(await clerk.sees()).toMatchObject({ undo: 'typed', redo: null })
    for (let n = 29; n >= 10; n--) expect((await undo()).values.tel).toBe(String(n))
    clerk.restarts()
    expect(await clerk.sees()).toMatchObject({ undo: 'typed', redo: 'typed' })
    for (let n = 11; n <= 15; n++) expect((await redo()).values.tel).toBe(String(n))
    const history = await clerk.asks('filing.history', { filing: clerk.filing, item: 'tel', row: null, limit: 500 })
    expect(history.length).toBe(30 + 20 + 5)
    expect(history.slice(0, 6).map(h => [h.old, h.now, h.reason])).toEqual([['14', '15', '重做'], ['13', '14', '重做'], ['12', '13', '重做'], ['11', '12', '重做'], ['10', '11', '重做'], ['11', '10', '撤销']])
  })

  it('typed after undo ends what could be done again', async () => {
    await clerk.types('tel', '1')
    await clerk.types('tel', '2')
    await undo()
    expect((await clerk.types('tel', '3')).redo).toBeNull()
    clerk.restarts()
    expect((await clerk.isRefused('filing.redo', { filing: clerk.filing })).code).toBe('redo-none')
    expect((await undo()).values.tel).toBe('1')
    expect((await redo()).values.tel).toBe('3')
  })

  it('that did not change anything is no step', async () => {
    await clerk.types('tel', '1')
    await undo()
    expect((await clerk.types('tel', '')).redo).toBe('typed')
  })

  it('brings computed items, findings and the unit’s name along', async () => {
    await clerk.types('eq_cnt_dom', '486')
    await clerk.types('eq_cnt_imp', '97')
    const before = (await clerk.sees()).computed.eq_cnt
    await clerk.types('eq_cnt_imp', '九十七')
    const back = await undo()
    expect(back.computed.eq_cnt).toBe(before)
    expect(back.findings.some(f => f.rule === 'F030')).toBe(false)
    await clerk.types('org_name', '新名')
    await undo()
    expect((await clerk.asks('app.state', {})).units[0]?.name).toBe('浙江澜序示例检测科技有限公司')
  })
})

describe('rows', () => {
  it('come back with their number, place and cells', async () => {
    await add('甲'); await add('乙'); await add('丙')
    await clerk.types('site_region', '330114', 2)
    await row({ op: 'delete', rows: [2] })
    const back = await undo()
    expect(back.step).toMatchObject({ did: 'undo', label: 'row-delete', item: 'site_seq', row: 2 })
    expect(await sites()).toEqual(['1 甲', '2 乙', '3 丙'])
    expect((await clerk.sees()).data.tables.sites?.[1]?.cells).toEqual({ site_name: '乙', site_region: '330114' })
    await redo()
    clerk.restarts()
    expect(await sites()).toEqual(['1 甲', '3 丙'])
    await undo()
    clerk.restarts()
    expect(await sites()).toEqual(['1 甲', '2 乙', '3 丙'])
  })

  it('that were added or moved go back; a number is not used again', async () => {
    await add('甲'); await add('乙'); await add('丙')
    await row({ op: 'move', row: 3, after: null })
    expect(await sites()).toEqual(['3 丙', '1 甲', '2 乙'])
    await undo()
    expect(await sites()).toEqual(['1 甲', '2 乙', '3 丙'])
    expect((await undo()).step).toMatchObject({ label: 'row-add', item: 'site_seq', row: 2 })
    await undo(); await undo()
    expect(await sites()).toEqual([])
    await redo(); await redo(); await redo(); await redo()
    clerk.restarts()
    expect(await sites()).toEqual(['3 丙', '1 甲', '2 乙'])
    await undo(); await undo()
    expect(await add('丁', 1)).toBe(4)
    expect(await sites()).toEqual(['1 甲', '4 丁', '2 乙'])
  })
})

describe('several rows deleted together', () => {
  it('are one step: one undo brings all back with number, place, cells', async () => {
    for (const name of ['甲', '乙', '丙', '丁']) await add(name, await lastSite())
    const gone = await row({ op: 'delete', rows: [4, 2, 3] })
    expect([gone.undo, await sites()]).toEqual(['row-delete', ['1 甲']])
    clerk.restarts()
    expect((await undo()).step).toMatchObject({ label: 'row-delete' })
    expect(await sites()).toEqual(['1 甲', '2 乙', '3 丙', '4 丁'])
    await redo()
    expect(await sites()).toEqual(['1 甲'])
    await undo()
    expect(await sites()).toEqual(['1 甲', '2 乙', '3 丙', '4 丁'])
  })

  it('are refused whole when one is not there', async () => {
    await add('甲')
    expect((await clerk.isRefused('filing.row', { op: 'delete', filing: clerk.filing, table: 'sites', rows: [1, 9] })).code).toBe('not-found')
    expect(await sites()).toEqual(['1 甲'])
  })
})

describe('a row out of the bin', () => {
  it('is a step like any other, with its cells', async () => {
    await add('甲'); await add('乙')
    await row({ op: 'delete', rows: [1] })
    await clerk.asks('bin.restore', { what: 'row', filing: clerk.filing, table: 'sites', row: 1 })
    expect(await sites()).toEqual(['2 乙', '1 甲'])
    expect((await undo()).step).toMatchObject({ label: 'restore' })
    expect(await sites()).toEqual(['2 乙'])
    const again = await redo()
    expect(again.tables.sites?.map(r => r.cells.site_name)).toEqual(['乙', '甲'])
    clerk.restarts()
    await undo(); await undo()
    expect(await sites()).toEqual(['1 甲', '2 乙'])
  })
})

describe('a paste', () => {
  const paste = (more: object): Promise<FilingChange> => clerk.asks('filing.apply', { filing: clerk.filing, label: 'paste', cells: [], rows: [], ...more })

  it('is one step over cells and new rows', async () => {
    await add('甲')
    await clerk.types('tel', '1')
    const done = await paste({ cells: [{ item: 'tel', row: null, text: '2' }, { item: 'site_name', row: 1, text: '甲二' }], rows: [{ table: 'sites', cells: { site_name: '乙', site_area: '12.50' } }, { table: 'sites', cells: { site_name: '丙' } }] })
    expect(done.undo).toBe('paste')
    expect(done.values).toEqual({ tel: '2' })
    expect(await sites()).toEqual(['1 甲二', '2 乙', '3 丙'])
    const back = await undo()
    expect(back.step).toMatchObject({ label: 'paste', item: 'tel' })
    expect([await sites(), await tel()]).toEqual([['1 甲'], '1'])
    clerk.restarts()
    await redo()
    expect([await sites(), await tel()]).toEqual([['1 甲二', '2 乙', '3 丙'], '2'])
    expect((await clerk.sees()).data.tables.sites?.[1]?.cells).toEqual({ site_name: '乙', site_area: '12.50' })
    const history = await clerk.asks('filing.history', { filing: clerk.filing, item: 'tel', row: null, limit: 10 })
    expect(history.map(h => h.reason)).toEqual(['重做', '撤销', '粘贴', null])
  })

  it('that replaces a table brings the old rows back', async () => {
    await add('甲'); await add('乙')
    await row({ op: 'move', row: 2, after: null })
    await paste({ replaceTable: 'sites', rows: [{ table: 'sites', cells: { site_name: '丙' } }] })
    expect(await sites()).toEqual(['3 丙'])
    await undo()
    clerk.restarts()
    expect(await sites()).toEqual(['2 乙', '1 甲'])
    await redo()
    expect(await sites()).toEqual(['3 丙'])
  })

  it.each([
    ['an unknown cell', { cells: [{ item: 'no_such', row: null, text: '1' }] }, 'filing-unknown-key'],
    ['a computed cell', { cells: [{ item: 'rev_total', row: null, text: '1' }] }, 'filing-unknown-key'],
    ['an unknown table', { rows: [{ table: 'no_such', cells: {} }] }, 'filing-unknown-key'],
    ['a column of another table', { rows: [{ table: 'sites', cells: { cert_no: '1' } }] }, 'filing-unknown-key'],
    ['a row that is not there', { cells: [{ item: 'site_name', row: 9, text: '1' }] }, 'not-found'],
    ['more than 20,000 cells', { rows: Array.from({ length: 10001 }, () => ({ table: 'sites', cells: { site_name: 'a', site_area: '1' } })) }, 'usage'],
  ])('with %s is refused whole', async (_, more, code) => {
    await clerk.types('tel', '1')
    const args = { filing: clerk.filing, label: 'paste' as const, cells: [], rows: [], ...more }
    expect((await clerk.isRefused('filing.apply', args)).code).toBe(code)
    expect(await clerk.sees()).toMatchObject({ undo: 'typed', data: { values: { tel: '1' } } })
  })

  it('of nothing new is no step', async () => {
    await clerk.types('tel', '1')
    expect((await paste({ cells: [{ item: 'tel', row: null, text: '1' }] })).undo).toBe('typed')
  })
})

describe('explanations and sealing', () => {
  it('an explanation is taken back; a sealed year refuses; reopened, undo goes on', async () => {
    clerk.leaves()
    clerk = new Clerk()
    await clerk.fillsTwoYears()
    expect(await clerk.sees()).toMatchObject({ undo: null, redo: null })
    await clerk.types('tel', '0571-76543210')
    const finding = (await clerk.sees()).findings.find(f => f.explanation !== null)
    if (!finding) throw new Error('nothing explained')
    await clerk.explains(finding.rule, '受托检测业务从三月起增加约两成')
    const back = await undo()
    expect(back.step).toMatchObject({ label: 'explain', rule: finding.rule })
    expect(back.findings.find(f => f.rule === finding.rule && f.row === finding.row && f.item === finding.item)?.explanation).toBe(finding.explanation)
    await redo()
    await clerk.seals()
    expect(await clerk.sees()).toMatchObject({ undo: null, redo: null })
    expect((await clerk.isRefused('filing.undo', { filing: clerk.filing })).code).toBe('filing-readonly')
    expect((await clerk.isRefused('filing.apply', { filing: clerk.filing, label: 'paste', cells: [], rows: [] })).code).toBe('filing-readonly')
    await clerk.reopens('电话写错')
    expect((await undo()).step).toMatchObject({ label: 'explain' })
    expect((await undo()).step).toMatchObject({ label: 'typed', item: 'tel' })
  })
})
