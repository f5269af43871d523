import { expect, it } from 'vitest'
import { LedgerFailure } from '../../electron/ledger/failure.ts'
import { describeLedger } from '../support/ledger.ts'

describeLedger('a ledger\'s statements', make => {
  it('numbers, texts, blobs and nothing come back as they were given', async () => {
    const { sql } = await make()
    const letter = await sql.write(w => w.insert('insert into letter (kind, unit_id, submission, at, by_name, digest, name, body) values (?, ?, ?, ?, ?, ?, ?, ?)', ['task', 'u?', null, '2027', '示例', 'd', 'n', new Uint8Array([0, 1, 255])]))
    const row = await sql.get<{ id: number; unitId: string; submission: null; body: Uint8Array }>('select id, unit_id as unitId, submission, body from letter where id = ? and unit_id like \'u?\'', [letter])
    expect(row).toMatchObject({ id: letter, unitId: 'u?', submission: null })
    expect([...(row?.body ?? [])]).toEqual([0, 1, 255])
  })

  it('a figure as large as the survey takes keeps every digit', async () => {
    const { sql } = await make()
    await sql.write(w => w.insertMany('value', ['item', 'submission', 'row_no', 'num', 'txt'], [[1, 1, 0, 9007199254740991, null], [1, 2, 0, 9007199254740993n, null], [2, 1, 0, null, '01']]))
    expect(await sql.get('select num from value where submission = ? and item = ?', [1, 1])).toEqual({ num: 9007199254740991 })
    expect(await sql.get('select cast(sum(num) as text) as total from value where item = ?', [1])).toEqual({ total: '18014398509481984' })
    expect(await sql.get('select count(*) as n from value')).toEqual({ n: 3 })
  })

  it('a transaction is all or nothing, and rows changed are counted', async () => {
    const { sql } = await make()
    const put = (name: string) => sql.write(async w => {
      await w.run('insert into reviewer (name, role, since) values (?, ?, ?)', [name, 'reviewer', '2027'])
      if (name === '坏') throw new Error('broken')
      return w.run('update reviewer set since = ? where name = ?', ['2028', name])
    })
    expect(await put('好')).toBe(1)
    await expect(put('坏')).rejects.toThrow('broken')
    expect(await sql.all('select name, since from reviewer')).toEqual([{ name: '好', since: '2028' }])
  })

  it('transactions run one after the other in the order of asking', async () => {
    const { sql } = await make()
    await sql.write(w => w.run('insert into ledger_info (key, value) values (?, ?)', ['n', '0']))
    await Promise.all(Array.from({ length: 20 }, () => sql.write(async w => {
      const n = Number((await w.get<{ value: string }>('select value from ledger_info where key = ?', ['n']))?.value)
      await new Promise(resolve => setTimeout(resolve, 1))
      await w.run('update ledger_info set value = ? where key = ?', [String(n + 1), 'n'])
    })))
    expect(await sql.get('select value from ledger_info where key = ?', ['n'])).toEqual({ value: '20' })
  })

  it('what the database refuses leaves nothing behind', async () => {
    const { sql } = await make()
    await expect(sql.write(async w => {
      await w.run('insert into ledger_info (key, value) values (?, ?)', ['half', '1'])
      await w.run('insert into reviewer (name, role, since) values (?, ?, ?)', ['某', 'king', '2027'])
    })).rejects.toThrow()
    expect(await sql.get('select value from ledger_info where key = ?', ['half'])).toBeUndefined()
  })

  it('asking the ledger itself inside a transaction is a bug that says so', async () => {
    const { sql } = await make()
    await expect(sql.write(() => sql.all('select 1 as one'))).rejects.toThrow('inside a transaction')
    expect(await sql.all('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('a viewer writes nothing', async () => {
    const ledger = await make()
    await ledger.sql.write(w => w.run('insert into reviewer (name, role, since) values (?, ?, ?)', ['示例审核员', 'viewer', '2027']))
    await ledger.refresh()
    if (ledger.kind === 'postgres') return
    await expect(ledger.learn({ region: '50' })).rejects.toThrow(LedgerFailure)
    expect(ledger.info.region).toBe('')
  })
})
