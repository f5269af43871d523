import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
beforeEach(async () => { clerk = new Clerk(); await clerk.startsUnit() })
afterEach(() => clerk.leaves())

describe('typing', () => {
  it('keeps what was typed after a restart, with its history', async () => {
    await clerk.types('tel', '0571-01234567')
    await clerk.types('tel', '0571-76543210')
    clerk.restarts()
    expect((await clerk.sees()).data.values.tel).toBe('0571-76543210')
    const history = await clerk.asks('filing.history', { filing: clerk.filing, item: 'tel', row: null, limit: 10 })
    expect(history.map(h => [h.old, h.now, h.osUser, h.userName])).toEqual([['0571-01234567', '0571-76543210', 'zhou', 'zhou'], ['', '0571-01234567', 'zhou', 'zhou']])
  })

  it('keeps a wrong value, marks it, and goes on', async () => {
    const change = await clerk.types('staff_total', '八十三')
    expect(change.savedAt).not.toBe('')
    expect(change.findings.some(f => f.rule === 'F030' && f.cells[0]?.item === 'staff_total')).toBe(true)
    clerk.restarts()
    expect((await clerk.sees()).data.values.staff_total).toBe('八十三')
    expect((await clerk.types('staff_total', '83')).findings.some(f => f.rule === 'F030' && f.cells[0]?.item === 'staff_total')).toBe(false)
  })

  it('tells 0 from blank', async () => {
    await clerk.types('staff_female', '0')
    expect((await clerk.sees()).data.values.staff_female).toBe('0')
    await clerk.types('staff_female', '   ')
    expect((await clerk.sees()).data.values).not.toHaveProperty('staff_female')
  })

  it('shows the computed item as its inputs change', async () => {
    const cells = [['eq_cnt_dom', '486'], ['eq_cnt_imp', '97']] as const
    const change = await clerk.asks('filing.set', { filing: clerk.filing, cells: cells.map(([item, text]) => ({ item, row: null, text })) })
    expect(change.computed.eq_cnt).toBe('583')
    expect((await clerk.types('eq_cnt_imp', '')).computed.eq_cnt).not.toBe('583')
  })

  it('pastes a block as one change', async () => {
    const change = await clerk.asks('filing.set', { filing: clerk.filing, reason: '粘贴', cells: [{ item: 'tel', row: null, text: '1' }, { item: 'mobile', row: null, text: '2' }] })
    expect(change.values).toEqual({ tel: '1', mobile: '2' })
    const history = await clerk.asks('filing.history', { filing: clerk.filing, item: null, row: null, limit: 10 })
    expect(history.map(h => h.reason)).toEqual(['粘贴', '粘贴'])
  })

  it.each([
    ['a cell that does not exist', { item: 'no_such_item', row: null, text: '1' }, 'filing-unknown-key'],
    ['a computed cell', { item: 'rev_total', row: null, text: '1' }, 'filing-unknown-key'],
    ['a row that does not exist', { item: 'site_name', row: 7, text: '1' }, 'not-found'],
    ['a column without a row', { item: 'site_name', row: null, text: '1' }, 'not-found'],
    ['a row of an item that stands once', { item: 'tel', row: 1, text: '1' }, 'filing-shape'],
  ])('refuses %s', async (_, cell, code) => {
    expect((await clerk.isRefused('filing.set', { filing: clerk.filing, cells: [cell] })).code).toBe(code)
  })

  it.each([
    ['no.such', {}], ['filing.open', {}], ['filing.open', { filing: '1' }], ['filing.open', { filing: 1, more: 1 }], ['filing.set', { filing: 1, cells: [] }],
    ['__proto__', {}], ['constructor', null],
  ])('the door refuses %s %j', async (channel, args) => {
    const ask = clerk.engine.call as unknown as (channel: string, args: unknown) => Promise<unknown>
    expect(await ask(channel, args)).toMatchObject({ ok: false, problem: { code: 'usage' } })
  })
})

describe('rows', () => {
  const add = async (name: string, after: number | null = null): Promise<number> =>
    (await clerk.asks('filing.row', { op: 'add', filing: clerk.filing, table: 'sites', after, cells: { site_name: name } })).row ?? 0
  const names = async (): Promise<readonly (string | undefined)[]> => ((await clerk.sees()).data.tables.sites ?? []).map(r => r.cells.site_name)

  it('are added, moved and taken out; a number is never used twice', async () => {
    const [a, b, c] = [await add('甲'), await add('乙'), await add('丙')]
    expect([a, b, c]).toEqual([1, 2, 3])
    await clerk.asks('filing.row', { op: 'delete', filing: clerk.filing, table: 'sites', rows: [c] })
    expect(await add('丁')).toBe(4)
    await clerk.asks('filing.row', { op: 'delete', filing: clerk.filing, table: 'sites', rows: [a] })
    expect(await add('戊', 2)).toBe(5)
    expect(await names()).toEqual(['乙', '戊', '丁'])
    await clerk.asks('filing.row', { op: 'move', filing: clerk.filing, table: 'sites', row: 4, after: null })
    expect(await names()).toEqual(['丁', '乙', '戊'])
    expect(await add('己')).toBe(6)
    clerk.restarts()
    expect(await names()).toEqual(['丁', '乙', '戊', '己'])
    await clerk.types('site_name', '乙二', 2)
    expect(await names()).toEqual(['丁', '乙二', '戊', '己'])
  })
})

describe('units', () => {
  it('are not added twice, and are called what their newest filing says', async () => {
    const again = { name: '乙', uscc: '91330114may0a1k2xu', unitSeq: '', pack: 'annual-2026' }
    expect((await clerk.isRefused('unit.add', again)).code).toBe('unit-exists')
    await clerk.types('org_name', '新名')
    const state = await clerk.asks('app.state', {})
    expect(state.units.map(u => u.name)).toEqual(['新名'])
  })

  it('settings are kept', async () => {
    await clerk.asks('app.settings', { userName: '周样例', enter: 'right', zoom: 120 })
    clerk.restarts()
    expect((await clerk.asks('app.state', {})).settings).toMatchObject({ userName: '周样例', enter: 'right', zoom: 120, theme: 'system' })
  })
})
