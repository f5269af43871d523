import { expect, test } from 'vitest'
import { bureausOn } from '../support/bureaus.ts'
import { describeLedger } from '../support/ledger.ts'
import { unitOf } from '../support/submissions.ts'

describeLedger('what stood outside', make => {
  const bureauOf = bureausOn(make)

  test('the answers of a submission count once its unit is in the register again', async () => {
    const bureau = await bureauOf(1)
    bureau.gets('a.xlsx', { n: 1 })
    await bureau.takesIn()
    const first = (await bureau.files()).get('a.xlsx')?.submission ?? 0
    const asked = (await bureau.asks('review.query', { submission: first, item: 'client_cnt', row: null, text: '请核对。', due: '2027-03-25' })).queries[0]?.id ?? ''
    await bureau.asks('review.return', { submission: first, reason: '有 1 处要核对', due: '2027-03-25', folder: bureau.folder })
    const set = (active: boolean) => bureau.asks('register.set', { unit: unitOf(1), fields: { active }, effective: '2027-03-18', reason: '核对名录' })
    await set(false)
    const path = bureau.gets('b.xlsx', { n: 1, submitNo: 2, twist: input => ({ ...input, answers: [{ query: asked, item: 'client_cnt', row: null, text: '已与合同核对。' }] }) })
    await bureau.takesIn(path)
    const second = (await bureau.files()).get('b.xlsx')
    expect(second?.state).toBe('not_in_register')
    await set(true)
    const view = await bureau.asks('review.open', { submission: second?.submission ?? 0 })
    expect(view.line).toMatchObject({ state: 'in_review', queries: { sent: 0, answered: 1 } })
    expect(view.queries).toMatchObject([{ id: asked, answer: '已与合同核对。', answeredIn: second?.submission }])
  }, 60_000)

  test('a submission whose pack is not here shows what it holds and cannot be decided', async () => {
    const bureau = await bureauOf(1)
    bureau.gets('a.xlsx', { n: 1, values: { tel: '023-11111111' }, twist: input => ({ ...input, pack: { ...input.pack, pack: { ...input.pack.pack, id: 'annual-2031' } } }) })
    await bureau.takesIn()
    const submission = (await bureau.files()).get('a.xlsx')?.submission ?? 0
    const view = await bureau.asks('review.open', { submission })
    expect(view).toMatchObject({ plain: true, line: { state: 'unknown_pack' }, findings: [], unit: { id: unitOf(1) } })
    expect(view.lines.find(line => line.item === 'tel')).toMatchObject({ form: '101', now: '023-11111111', name: 'tel' })
    expect(view.forms.map(form => form.form)).toContain('301')
    expect((await bureau.isRefused('review.accept', { submission, reason: '' })).code).toMatch(/^review-/)
  }, 60_000)
})
