import { afterEach, beforeEach, expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
beforeEach(() => { clerk = new Clerk() })
afterEach(() => clerk.leaves())

const note = '填表人：周示例\n负责人签字：李示例\n收入取自财务系统 2241 科目'
const units = async () => (await clerk.asks('app.state', {})).units

it('the handover note stays with the unit, also in its next year and after a restart', async () => {
  const { unit } = await clerk.asks('unit.add', { name: '江城示例检测有限公司', uscc: '91500106MAB0T35T2L', unitSeq: '00', pack: 'annual-2025' })
  expect((await units())[0]?.note).toBe('')
  expect((await clerk.asks('unit.note', { unit, text: `${note}\n` })).note).toBe(note)
  const next = await clerk.asks('filing.start', { unit, pack: 'annual-2026' })
  clerk.restarts()
  expect((await clerk.asks('filing.open', { filing: next.filing })).unit.note).toBe(note)
})

it('a unit that is not here gets no note', async () => {
  expect(await clerk.engine.call('unit.note', { unit: 99, text: note })).toMatchObject({ ok: false, problem: { code: 'not-found' } })
})

it('the language and the hint put away are kept', async () => {
  expect((await clerk.asks('app.state', {})).settings).toMatchObject({ language: 'zh', guideSeen: false })
  await clerk.asks('app.settings', { language: 'en', guideSeen: true })
  clerk.restarts()
  expect((await clerk.asks('app.state', {})).settings).toMatchObject({ language: 'en', guideSeen: true })
})

it('the samples speak the language that was chosen', async () => {
  await clerk.asks('app.settings', { language: 'en', zoom: 120 })
  expect((await clerk.asks('app.workfile', { which: 'samples' })).settings).toMatchObject({ language: 'en', zoom: 120 })
  await clerk.asks('app.settings', { zoom: 100 })
  expect((await clerk.asks('app.workfile', { which: 'own' })).settings).toMatchObject({ language: 'en', zoom: 100 })
}, 60_000)
