import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeNeeding } from '../support/needs.ts'
import { forget, launch, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { startInputMethod, type InputMethod } from './support/inputMethod.ts'

let im: InputMethod
let running: Running
let clerk: Clerk

const cell = (key: string): string => `[data-cell="${key}"]`
const focused = (): Promise<string> => running.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['cell'] ?? '')
const value = (selector: string): Promise<string> => running.page.locator(selector).inputValue()

let method: 'pinyin' | 'wbx' = 'pinyin'
/** Clicks a field as a person does, with the input method on. */
async function comesTo(selector: string): Promise<void> {
  await running.page.click(selector)
  await im.use(method)
}
/** Types letters and waits until the input method shows them in the field as a composition. */
async function composes(selector: string, letters: string, before = ''): Promise<void> {
  im.keys(...letters)
  await expect.poll(async () => (await value(selector)).replaceAll(/[\s']/g, ''), { timeout: 10_000 }).toBe(before + letters)
}
async function becomes(selector: string, text: string): Promise<void> {
  await expect.poll(() => value(selector), { timeout: 10_000 }).toBe(text)
}

describeNeeding(['fcitx5', 'display'], 'text typed by a real input method', () => {
  beforeAll(async () => {
    im = await startInputMethod()
    running = await launch({ env: im.env })
    clerk = new Clerk(running.page)
    await running.page.click('[data-link="samples"]')
    await running.page.click('[data-next]')
  }, 120_000)
  afterAll(async () => {
    try { await running.stop() } finally { im.stop() }
    forget(running.dataDir)
  })
  beforeEach(async () => {
    await clerk.tab('entry')
    await clerk.form('101')
  })

  it('replaces what a cell held and loses no letter, not even the first', async () => {
    await comesTo(cell('legal_rep'))
    await composes(cell('legal_rep'), 'nihao')
    im.keys('space')
    await becomes(cell('legal_rep'), '你好')
    expect(await focused()).toBe('legal_rep')
    im.keys('Return')
    await expect.poll(focused).not.toBe('legal_rep')
    await clerk.settled()
    expect((await clerk.stored()).values['legal_rep']).toBe('你好')
  }, 60_000)

  it('Enter inside a composition gives the letters and stays; the next Enter moves on', async () => {
    await comesTo(cell('biz_addr'))
    await composes(cell('biz_addr'), 'ni')
    im.keys('Return')
    await becomes(cell('biz_addr'), 'ni')
    expect(await focused()).toBe('biz_addr')
    expect((await clerk.stored()).values['biz_addr']).not.toBe('ni')
    im.keys('Return')
    await expect.poll(focused).not.toBe('biz_addr')
    await clerk.settled()
    expect((await clerk.stored()).values['biz_addr']).toBe('ni')
  }, 60_000)

  it('Tab, arrows and Esc belong to the input method while it composes', async () => {
    const before = (await clerk.stored()).values['reg_addr']
    await comesTo(cell('reg_addr'))
    await composes(cell('reg_addr'), 'ni')
    im.keys('Down')
    expect(await focused()).toBe('reg_addr')
    im.keys('Escape')
    await expect.poll(async () => (await value(cell('reg_addr'))).includes('ni')).toBe(false)
    expect(await focused()).toBe('reg_addr')
    im.keys('Escape')
    await becomes(cell('reg_addr'), before ?? '')
  }, 60_000)

  it('a code is found by the name that was composed', async () => {
    await comesTo(cell('legal_form'))
    await composes(cell('legal_form'), 'qiye')
    im.keys('space')
    await becomes(cell('legal_form'), '企业')
    await running.page.waitForSelector('[role="option"][aria-selected="true"] >> text=企业')
    im.keys('Return')
    await expect.poll(focused).not.toBe('legal_form')
    await clerk.settled()
    expect((await clerk.stored()).values['legal_form']).toBe('10')
  }, 60_000)

  it('an explanation is composed letter by letter, Enter inside does not save it', async () => {
    await clerk.tab('audit')
    const [open] = (await clerk.findings()).filter((finding) => finding.severity === 'warning' && !finding.explained)
    if (!open) throw new Error('the sample has nothing left to explain')
    await running.page.locator(`[data-finding="${open.rule}"]`).first().click()
    const field = `[data-explain="${open.rule}"]`
    await comesTo(field)
    await composes(field, 'nihao')
    im.keys('space')
    await becomes(field, '你好')
    await composes(field, 'ni', '你好')
    im.keys('Return')
    await becomes(field, '你好ni')
    expect((await clerk.findings()).find((finding) => finding.rule === open.rule)?.explanation ?? '').toBe('')
  }, 60_000)

  describe('Wubi', () => {
    beforeAll(() => { method = 'wbx' })
    afterAll(() => { method = 'pinyin' })

    it('replaces what a cell held and loses no letter; Space inside chooses a word and stays', async () => {
      await comesTo(cell('legal_rep'))
      await composes(cell('legal_rep'), 'vb')
      im.keys('space')
      await becomes(cell('legal_rep'), '好')
      await composes(cell('legal_rep'), 'wq', '好')
      im.keys('space')
      await becomes(cell('legal_rep'), '好你')
      expect(await focused()).toBe('legal_rep')
      im.keys('Return')
      await expect.poll(focused).not.toBe('legal_rep')
      await clerk.settled()
      expect((await clerk.stored()).values['legal_rep']).toBe('好你')
    }, 60_000)

    it('Enter inside a composition stays in the cell; the next Enter moves on', async () => {
      await comesTo(cell('biz_addr'))
      await composes(cell('biz_addr'), 'vb')
      im.keys('Return')
      await becomes(cell('biz_addr'), 'vb')
      expect(await focused()).toBe('biz_addr')
      im.keys('Return')
      await expect.poll(focused).not.toBe('biz_addr')
    }, 60_000)

    it('another cell clicked in the middle of a composition keeps what was composed', async () => {
      await comesTo(cell('legal_rep'))
      await composes(cell('legal_rep'), 'vb')
      await running.page.click(cell('biz_addr'))
      await expect.poll(focused).toBe('biz_addr')
      await clerk.settled()
      expect(['vb', '好']).toContain((await clerk.stored()).values['legal_rep'])
    }, 60_000)
  })

  it('full-width digits, with 。 or ． for the point, are the number in a number cell', async () => {
    await clerk.form('301')
    await comesTo(cell('rev_testing'))
    im.width()
    try {
      im.keys(...'123', 'period', ...'45')
      await becomes(cell('rev_testing'), '１２３。４５')
    } finally { im.width() }
    im.keys('Return')
    await expect.poll(focused).not.toBe('rev_testing')
    await clerk.settled()
    expect((await clerk.stored()).values['rev_testing']).toBe('123.45')
    expect(await clerk.shows('rev_testing')).toBe('123.45')
  }, 60_000)
})
