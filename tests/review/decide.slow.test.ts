import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { reviewAccept } from '../../electron/handlers/regulator/review/accept.ts'
import { reviewReturn } from '../../electron/handlers/regulator/review/returning.ts'
import type { Place } from '../../electron/ledger/ledger.ts'
import { Bureau } from '../support/bureau.ts'
import { Clerk } from '../support/desk.ts'
import { describeLedger } from '../support/ledger.ts'

const LONG = 60_000
const unit = '91330114MAY0A1K2XU-00'
let clerk: Clerk
/** The first and second submission of one unit. */
let [first, second] = ['', '']

beforeAll(async () => {
  clerk = new Clerk()
  const sealed = await clerk.sealsTwice()
  first = sealed[0]
  second = sealed[1]
}, LONG)
afterAll(() => { clerk.leaves() })

describeLedger('decisions on a submission', make => {
  const people: { leaves: () => void }[] = []
  let place: Place
  afterEach(() => { for (const one of people.splice(0)) one.leaves() })

  /** A bureau with a ledger that expects the unit. */
  async function bureauAtWork(): Promise<Bureau> {
    const bureau = new Bureau()
    people.push(bureau)
    place = await make.place()
    await bureau.makesLedger(place)
    await bureau.expects(unit)
    return bureau
  }

  test('two reviewers at once: one accepts or returns, the other is told', async () => {
    const bureau = await bureauAtWork()
    const { submission } = await bureau.takes(first)
    let other = bureau
    if (make.kind === 'postgres') {
      other = new Bureau('示例乙')
      people.push(other)
      await other.opensLedger(place)
    }
    const results = await Promise.all([
      reviewAccept(bureau.engine.desk, { submission, reason: '' }).catch((error: { problem: unknown }) => ({ ok: false as const, problem: error.problem })),
      reviewReturn(other.engine.desk, { submission, reason: '请核对', due: '2027-03-25', folder: other.out }).catch((error: { problem: unknown }) => ({ ok: false as const, problem: error.problem })),
    ])
    expect(results.filter(one => one.ok)).toHaveLength(1)
    expect(results.find(one => !one.ok)).toMatchObject({ problem: { code: 'review-taken' } })
    const view = await bureau.opens(submission)
    expect(view.decisions).toHaveLength(1)
    expect(view.line.state).toBe(view.decisions[0]?.kind === '接收' ? 'accepted' : 'returned')
  }, LONG)

  test('an older accepted one counts until the newer is accepted, and counts again when that is taken back', async () => {
    const bureau = await bureauAtWork()
    const one = await bureau.takes(first)
    await bureau.asks('review.accept', { submission: one.submission, reason: '' })
    const two = await bureau.takes(second)
    const states = async (): Promise<readonly string[]> => (await bureau.opens(two.submission)).submissions.map(each => each.state)
    expect(await states()).toEqual(['accepted', 'in_review'])
    await bureau.asks('review.accept', { submission: two.submission, reason: '' })
    expect(await states()).toEqual(['superseded', 'accepted'])
    await bureau.asks('review.revoke', { submission: two.submission, reason: '接收早了' })
    expect(await states()).toEqual(['accepted', 'in_review'])
    expect((await bureau.opens(two.submission)).decisions.map(each => [each.kind, each.reason])).toEqual([['接收', ''], ['接收', ''], ['撤回处理', '接收早了']])
  }, LONG)

  test('what went back can be taken back, and nothing of it is erased', async () => {
    const bureau = await bureauAtWork()
    const { submission } = await bureau.takes(first)
    await bureau.puts(submission, null, '请补报分支机构。')
    await bureau.returns(submission, '缺分支机构')
    expect((await bureau.asks('review.revoke', { submission, reason: '退错了' })).line).toMatchObject({ state: 'in_review', queries: { sent: 1 } })
    expect(await bureau.isRefused('review.revoke', { submission, reason: '再退' })).toMatchObject({ code: 'review-taken' })
  }, LONG)

  test('the record of decisions cannot be changed, whoever asks the database', async () => {
    const bureau = await bureauAtWork()
    const { submission } = await bureau.takes(first)
    await bureau.asks('review.accept', { submission, reason: '数据可信' })
    const { sql } = await bureau.ledger()
    for (const statement of ['update decision set reason = \'x\'', 'delete from decision', 'update register_change set reason = \'x\'']) {
      if (statement.includes('register')) await sql.write(to => to.run(`insert into register_change (unit_id, at, by_name, effective, field, old, now, reason) values ('u', 't', 'b', 'e', 'f', '', 'n', '')`))
      await expect(sql.write(to => to.run(statement)), statement).rejects.toThrow()
    }
    expect((await bureau.opens(submission)).decisions).toMatchObject([{ kind: '接收', reason: '数据可信', by: '示例审核员' }])
  }, LONG)

  // On a server the grants say who may do what; tests/ledger looks at those.
  if (make.kind === 'sqlite') test('somebody who may only look cannot decide', async () => {
    const bureau = await bureauAtWork()
    const { submission } = await bureau.takes(first)
    await (await bureau.ledger()).sql.write(sql => sql.run(`insert into reviewer (name, role, since) values ('示例审核员', 'viewer', '2027-01-01')`))
    await (await bureau.ledger()).refresh()
    expect(await bureau.isRefused('review.accept', { submission, reason: '' })).toMatchObject({ code: 'ledger-role' })
    expect(await bureau.isRefused('review.query', { submission, item: null, row: null, text: '？', due: '2027-03-25' })).toMatchObject({ code: 'ledger-role' })
    expect((await bureau.queue()).map(line => line.submission)).toEqual([submission])
  }, LONG)

  test('a unit outside the register is let in by a person, with a reason', async () => {
    const bureau = new Bureau()
    people.push(bureau)
    await bureau.makesLedger(await make.place())
    const { submission, state } = await bureau.takes(first)
    expect(state).toBe('not_in_register')
    expect((await bureau.opens(submission)).blocked).toBe('单位不在名录里，先收进来')
    const view = await bureau.asks('review.admit', { submission, reason: '新设机构，名录下周更新' })
    expect(view.line.state).toBe('in_review')
    expect(view.blocked).toBeNull()
  }, LONG)

  test('the queue is searched by name, code and receipt code, however it is typed', async () => {
    const bureau = await bureauAtWork()
    const { submission } = await bureau.takes(first)
    const [line] = await bureau.queue()
    const receipt = line?.receipt.toLowerCase().replaceAll('-', '') ?? ''
    for (const search of ['示例单位', '澜序', unit, 'may0a1k2xu', receipt]) expect((await bureau.queue(search)).map(each => each.submission), search).toEqual([submission])
    expect(await bureau.queue('别的单位')).toEqual([])
  }, LONG)

  test('an explanation copied from another unit is looked at first, and the other unit is named', async () => {
    const bureau = await bureauAtWork()
    const neighbour = new Clerk()
    people.push(neighbour)
    await neighbour.fillsTwoYears('institution')
    const said = (await clerk.sees()).findings.find(each => each.explanation !== null)
    const theirs = (await neighbour.sees()).findings.find(each => each.severity === 'warning')
    await neighbour.asks('filing.explain', { filing: neighbour.filing, rule: theirs?.rule ?? '', row: theirs?.row ?? null, item: theirs?.item ?? null, text: said?.explanation ?? '' })
    const path = (await neighbour.seals()).xlsx
    const id = (await neighbour.verifies(path))[0]?.unit ?? ''
    await bureau.expects(id, '示例邻居')
    const one = await bureau.takes(first)
    expect((await bureau.queue())[0]?.why).toEqual([])
    const other = await bureau.takes(path)
    const queue = await bureau.queue()
    for (const line of queue) expect(line.why.join('；')).toContain('和别的单位一字不差（1 家）')
    const copies = (await bureau.opens(one.submission)).findings.filter(finding => finding.copies.length > 0)
    expect(copies.map(finding => [finding.explanation, finding.copies.length])).toEqual([[said?.explanation, 1]])
    expect((await bureau.opens(other.submission)).line.attention).toBeGreaterThanOrEqual(15)
  }, LONG)
})
