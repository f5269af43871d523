import { afterEach, expect, test } from 'vitest'
import type { Correspondence } from '../../core/contract/letters.ts'
import { Bureau } from '../support/bureau.ts'
import { Clerk } from '../support/desk.ts'
import { describeLedger } from '../support/ledger.ts'

const LONG = 60_000
const unit = '91330114MAY0A1K2XU-00'

/** An agency and its bureau, and what went between them. */
interface Both { readonly clerk: Clerk; readonly bureau: Bureau }

/** What the clerk sees of the regulator's letters. */
const letters = async (clerk: Clerk): Promise<Correspondence> => (await clerk.sees()).letters

/** Two queries are put; accepting is closed until they are sent. */
async function asksTwice({ bureau }: Both, submission: number): Promise<{ readonly slip: string; readonly staff: string }> {
  const staff = await bureau.puts(submission, 'staff_female', '女性人数请核对。')
  await bureau.puts(submission, 'client_cnt', '客户数比上年多，请说明。')
  expect((await bureau.opens(submission)).blocked).toBe('有新查询，接收前先处理')
  expect(await bureau.isRefused('review.accept', { submission, reason: '' })).toMatchObject({ code: 'review-blocked' })
  const slip = await bureau.returns(submission, '有 2 处数据需要核对。')
  expect((await bureau.opens(submission)).line).toMatchObject({ state: 'returned', queries: { draft: 0, sent: 2, answered: 0, closed: 0 } })
  return { slip, staff: staff.id }
}

/** The clerk corrects one cell, explains the other, and seals again. */
async function answersBoth({ clerk, bureau }: Both, slip: string): Promise<number> {
  expect(await clerk.asks('letter.open', { path: slip })).toMatchObject({ kind: 'return', queries: 2, submitNo: 1 })
  const asked = (await letters(clerk)).queries
  expect(asked.map(query => query.item).toSorted()).toEqual(['client_cnt', 'staff_female'])
  await clerk.reopens('按退回单改正')
  await clerk.types('staff_female', String(Number((await clerk.sees()).data.values['staff_female'] ?? '0') - 1))
  await clerk.asks('letter.reply', { filing: clerk.filing, query: asked.find(query => query.item === 'client_cnt')?.query ?? '', text: '新增无机材料客户 12 家，合同已备查。' })
  const taken = await bureau.takes((await clerk.seals()).xlsx)
  expect(taken.state).toBe('in_review')
  return taken.submission
}

/** The reviewer sees both answers, closes one query and asks the other again. */
async function asksOneAgain({ bureau }: Both, submission: number, staff: string): Promise<string> {
  const view = await bureau.opens(submission)
  expect(view.line).toMatchObject({ submitNo: 2, queries: { draft: 0, sent: 0, answered: 2, closed: 0 } })
  expect(view.line.differences).toBeGreaterThan(0)
  expect(view.submissions.map(each => [each.submitNo, each.state])).toEqual([[1, 'superseded'], [2, 'in_review']])
  expect(view.queries.find(query => query.id === staff)).toMatchObject({ state: 'answered', answeredIn: submission, submitNo: 1 })
  const client = view.queries.find(query => query.item === 'client_cnt')
  expect(client).toMatchObject({ state: 'answered', answer: '新增无机材料客户 12 家，合同已备查。' })
  expect(view.lines.find(line => line.item === 'staff_female')).toMatchObject({ differs: true, delta: '−1', notable: true, marks: expect.arrayContaining(['answered']) })
  expect(view.lines.find(line => line.item === 'client_cnt')).toMatchObject({ differs: false, delta: '未变', notable: true })
  await bureau.asks('review.settle', { query: staff, do: 'close', text: '' })
  const again = await bureau.asks('review.settle', { query: client?.id ?? '', do: 'reopen', text: '12 家中有几家是小微企业？' })
  expect(again.queries.filter(query => query.state === 'draft').map(query => query.text)).toEqual(['12 家中有几家是小微企业？'])
  return bureau.returns(submission, '还有 1 处请补充。')
}

/** The clerk answers the second time. */
async function answersAgain({ clerk, bureau }: Both, slip: string): Promise<number> {
  await clerk.asks('letter.open', { path: slip })
  const waiting = (await letters(clerk)).queries.filter(query => query.submitNo === 2)
  expect(waiting.map(query => query.question)).toEqual(['12 家中有几家是小微企业？'])
  await clerk.reopens('再答复 1 条')
  await clerk.asks('letter.reply', { filing: clerk.filing, query: waiting[0]?.query ?? '', text: '其中 9 家是小微企业。' })
  return (await bureau.takes((await clerk.seals()).xlsx)).submission
}

describeLedger('from a query to its answer, twice round', make => {
  const people: { leaves: () => void }[] = []
  afterEach(() => { for (const one of people.splice(0)) one.leaves() })

  test('sealed, asked, answered, asked again, answered, accepted, receipt opened', async () => {
    const both: Both = { clerk: new Clerk(), bureau: new Bureau() }
    const { clerk, bureau } = both
    people.push(clerk, bureau)
    await bureau.makesLedger(await make.place())
    await bureau.expects(unit, '浙江澜序示例检测科技有限公司')
    await clerk.fillsTwoYears()

    const first = await bureau.takes((await clerk.seals()).xlsx)
    const one = await bureau.opens(first.submission)
    expect(one.line).toMatchObject({ name: '浙江澜序示例检测科技有限公司', submitNo: 1, state: 'in_review', errors: 0, unexplained: 0 })
    expect(one.blocked).toBeNull()
    const { slip, staff } = await asksTwice(both, first.submission)
    const second = await answersBoth(both, slip)
    const third = await answersAgain(both, await asksOneAgain(both, second, staff))

    expect((await bureau.opens(third)).line.queries).toEqual({ draft: 0, sent: 0, answered: 1, closed: 2 })
    const accepted = await bureau.asks('review.accept', { submission: third, reason: '', folder: bureau.out })
    expect(accepted.view.line).toMatchObject({ state: 'accepted', queries: { draft: 0, sent: 0, answered: 0, closed: 3 } })
    expect(accepted.view.decisions.map(each => each.kind)).toEqual(['退回', '查询关闭', '再次查询', '退回', '接收'])
    expect(await clerk.asks('letter.open', { path: accepted.file ?? '' })).toMatchObject({ kind: 'acceptance', submitNo: 3, state: 'accepted' })
  }, LONG)
})
