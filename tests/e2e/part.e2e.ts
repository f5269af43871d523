import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Clerk as Desk } from '../support/desk.ts'
import { forget, launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { choosesInDialogs } from './support/dialogs.ts'
import { takesPicture } from './support/picture.ts'

let running: Running
let clerk: Clerk
let laboratory: Desk
const folder = mkdtempSync(join(tmpdir(), 'jianbao-part-'))
const given = join(folder, '分工.jbpart')
const returned = join(folder, '交回.jbpart')

beforeAll(async () => {
  laboratory = new Desk({ osUser: 'wang' })
  running = await launch()
  clerk = new Clerk(running.page)
  await running.page.setViewportSize({ width: 1366, height: 768 })
  await clerk.addsUnit('江城示例检测有限公司', '91500106MAB0T35T2L', '00')
}, 120_000)
afterAll(async () => {
  await running.stop()
  laboratory.leaves()
  forget(running.dataDir)
  forget(folder)
})

const saves = (path: string): Promise<void> =>
  running.app.evaluate(({ dialog }, filePath) => { Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) }) }, path)
const said = async (kind: 'done' | 'problem'): Promise<string> => {
  const line = running.page.locator(`[data-said="${kind}"]`)
  await line.waitFor()
  return line.innerText()
}
async function goes(): Promise<void> {
  await clerk.tab('home')
  await running.page.click('[data-link="part"]')
  await running.page.locator('[data-part-give]').waitFor()
}

describe('forms shared out with the laboratory', () => {
  it('go out in a file', async () => {
    await clerk.form('301')
    await clerk.types('src_gov', '10')
    await clerk.types('src_social', '20')
    await clerk.settled()
    await goes()
    expect(await accessViolations(running.page)).toEqual([])
    expect(await running.page.locator('[data-part-give]').isDisabled()).toBe(true)
    await running.page.check('[data-part-form="301"]')
    await running.page.fill('#part-to', '实验室 王工')
    await saves(given)
    await running.page.click('[data-part-give]')
    expect(await said('done')).toContain('2 格')
    await running.page.locator('[data-shared="out"]').waitFor()
    expect(await accessViolations(running.page)).toEqual([])
  }, 90_000)

  it('come back, conflicts are chosen, and one step merges', async () => {
    const opened = await laboratory.asks('part.open', { path: given })
    laboratory.filing = opened.filing
    await laboratory.types('src_gov', '11')
    await laboratory.types('src_social', '21')
    await laboratory.asks('part.return', { filing: opened.filing, path: returned })
    await clerk.tab('entry')
    await clerk.form('301')
    await clerk.types('src_gov', '12')
    await clerk.settled()
    await goes()
    await choosesInDialogs(running.app, [given])
    await running.page.click('[data-part-look]')
    expect(await said('problem')).toContain('还没有填')
    await choosesInDialogs(running.app, [returned])
    await running.page.click('[data-part-look]')
    await running.page.locator('[data-difference]').first().waitFor()
    expect(await running.page.locator('[data-difference]').evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-difference'), row.getAttribute('data-verdict')]))).toEqual([['src_gov', 'conflict'], ['src_social', 'theirs']])
    expect(await running.page.locator('[data-part-merge]').isDisabled()).toBe(true)
    expect(await accessViolations(running.page)).toEqual([])
    await running.page.click('[data-difference="src_gov"] [data-take="theirs"]')
    await takesPicture(running.page, 'part')
    expect(await running.page.locator('[data-part-merge]').innerText()).toContain('合并 2 格')
    await running.page.click('[data-part-merge]')
    expect(await said('done')).toContain('已合并 2 格')
    await clerk.tab('entry')
    await clerk.form('301')
    expect([await clerk.shows('src_gov'), await clerk.shows('src_social')]).toEqual(['11.00', '21.00'])
  }, 90_000)
})
