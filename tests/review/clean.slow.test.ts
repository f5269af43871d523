import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { demoSet } from '../../electron/cli/demoSet.ts'
import { nothingGiven } from '../../electron/cli/output.ts'
import { readSampleSet } from '../../electron/handlers/sampleSet.ts'
import { Bureau } from '../support/bureau.ts'
import { good } from '../support/desk.ts'
import { describeLedger } from '../support/ledger.ts'

const LONG = 120_000
let folder = ''
let files: readonly string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-clean-'))
  await demoSet({ ...nothingGiven, set: 'shapingba-2023', out: folder }, { answer: () => {}, say: () => {} })
  files = readdirSync(folder).filter(name => name !== 'register.xlsx' && name.endsWith('.xlsx')).map(name => join(folder, name)).sort()
}, LONG)
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

describeLedger('the 26 units of a district', make => {
  const people: Bureau[] = []
  afterEach(() => { for (const one of people.splice(0)) one.leaves() })

  /** A bureau that took all 26 in. */
  async function bureauWithAll(): Promise<Bureau> {
    const bureau = new Bureau()
    people.push(bureau)
    await bureau.asks('ledger.create', { place: await make.place(), region: '500106', bureau: '示例区市场监督管理局', pack: 'annual-2023' })
    for (const { uscc, unit_seq, name } of good(readSampleSet(resolve(import.meta.dirname, '../../seeds'), 'shapingba-2023')).register) await bureau.expects(`${uscc}-${unit_seq}`, name)
    await bureau.takesAll(...files)
    return bureau
  }

  test('what is clean is accepted in one go, each with a record of its own, and nothing else', async () => {
    const bureau = await bureauWithAll()
    const before = await bureau.asks('review.clean', {})
    expect(before.ready).toHaveLength(26)
    // One is asked about, one was altered after all, one signed with another key: these wait for a person.
    const [asked, altered, signed] = before.ready.map(line => line.submission)
    await bureau.puts(asked ?? 0, 'rpt_cma', '请核对。')
    const { sql } = await bureau.ledger()
    await sql.write(to => to.run(`update submission set verdict = 'altered', changed = 2 where id = ?`, [altered ?? 0]))
    await sql.write(to => to.run(`update submission set unexplained = 1, warnings = 1 where id = ?`, [signed ?? 0]))
    const preview = await bureau.asks('review.clean', {})
    expect(preview.not.map(({ line, why }) => [line.submission, why]).toSorted()).toEqual([[asked, '1 条新查询还没有发出'], [altered, '封存后被改过'], [signed, '核实性 1 条没有说明']].toSorted())

    const done = await bureau.asks('review.acceptClean', { submissions: before.ready.map(line => line.submission), folder: bureau.out })
    expect(done).toEqual({ accepted: 23, not: 3, files: 23 })
    expect(readdirSync(bureau.out).filter(name => name.startsWith('受理回执_'))).toHaveLength(23)
    const counts = (await bureau.asks('review.queue', { search: '', state: 'all', offset: 0, limit: 5 })).counts
    expect(counts).toEqual({ in_review: 3, returned: 0, accepted: 23, other: 0 })
    const kinds = await sql.all<{ kind: string; n: number }>('select kind, count(*) as n from decision group by kind')
    expect(kinds).toEqual([{ kind: 'accept-clean', n: 24 }])
  }, LONG)

  test('a value is corrected in a layer of its own, signed, and withdrawn without a trace lost', async () => {
    const bureau = await bureauWithAll()
    const [line] = (await bureau.asks('review.clean', {})).ready
    const { unit, submission } = line ?? { unit: '', submission: 0 }
    const before = await bureau.opens(submission)
    const own = before.lines.find(each => each.item === 'rpt_cma')?.now ?? ''
    const cell = { unit, year: 2023, item: 'rpt_cma', row: null }
    const [put] = await bureau.asks('review.adjust', { ...cell, text: '12', reason: '与台账核对' })
    expect(put).toMatchObject({ old: own, now: '12', imputed: false, sound: true, withdrawn: null, itemName: '使用CMA标志的报告数', reason: '与台账核对' })
    const view = await bureau.opens(submission)
    expect(view.lines.find(each => each.item === 'rpt_cma')).toMatchObject({ now: own, marks: expect.arrayContaining(['adjusted']) })
    await bureau.asks('review.adjust', { ...cell, text: '13', reason: '再核对' })
    const list = await bureau.asks('review.adjust', { ...cell, text: null, reason: '改错了' })
    expect(list.map(each => [each.now, each.withdrawn === null])).toEqual([['13', false], ['12', false]])
    expect(await bureau.isRefused('review.adjust', { ...cell, text: null, reason: '再撤' })).toMatchObject({ code: 'adjust-none' })
    expect(await bureau.isRefused('review.adjust', { ...cell, item: 'rev_total', text: '5', reason: '算出来的' })).toMatchObject({ code: 'adjust-cell' })
    // Somebody who edits the database behind the ledger's back does not have the key.
    await (await bureau.ledger()).sql.write(sql => sql.run(`update adjustment set txt = '99' where txt = '13'`))
    expect((await bureau.asks('review.adjustments', { unit })).map(each => each.sound)).toEqual([false, true])
  }, LONG)

  test('a unit stands beside others of its size and main domain', async () => {
    const bureau = await bureauWithAll()
    const { sql } = await bureau.ledger()
    const [line] = (await bureau.asks('review.clean', {})).ready
    // One unit with a hundred times the staff of its kind at the same revenue.
    const item = await sql.get<{ id: number }>(`select id from item_key where pack = 'annual-2023' and item = 'staff_avg'`)
    await sql.write(to => to.run('update value set num = num * 100 where item = ? and submission = ?', [item?.id ?? 0, line?.submission ?? 0]))
    const other = new Bureau()
    people.push(other)
    const ledger = await bureau.ledger()
    if (make.kind === 'sqlite') ledger.close()
    await other.opensLedger(make.kind === 'sqlite' ? { path: ledger.where } : { postgres: ledger.where })
    const view = await other.opens(line?.submission ?? 0)
    expect(view.outliers.map(one => one.ratio)).toContain('rev_staff')
    expect(view.outliers.find(one => one.ratio === 'rev_staff')?.sentence).toMatch(/^人均营业收入 0\.\d\d 万元，.+ \d+ 家的中位数是/)
    expect(view.line.why.some(why => why.startsWith('偏离同类：'))).toBe(true)
    expect(view.lines.find(one => one.item === 'staff_avg')?.marks).toContain('outlier')
  }, LONG)
})
