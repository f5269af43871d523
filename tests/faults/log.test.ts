import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { problemCodes } from '../../core/problem.ts'
import { problemSentence, problemTexts } from '../../core/text/problems.ts'
import { openLog } from '../../electron/log.ts'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
afterEach(() => clerk.leaves())
const log = (): string => readFileSync(join(clerk.folder, 'data', 'jianbao.log'), 'utf8')

it('a bug becomes a sentence whose number leads to the log, which holds no survey value', async () => {
  clerk = new Clerk({ keyFor: () => { throw new Error('legal_rep 林示例 3618.42') } })
  await clerk.startsUnit('annual-2025')
  await clerk.fillsLike('enterprise', 2025)
  const refused = await clerk.isRefused('seal.run', { filing: clerk.filing, folder: clerk.out })
  expect(refused.code).toBe('fault')
  expect(refused.ref).toMatch(/^[0-9A-Z]{6}$/)
  expect(log()).toContain(`${refused.ref} seal.run: Error`)
  expect(log()).not.toMatch(/林示例|3618/)
  expect((await clerk.sees()).state).toBe('draft')
})

it('a printer that fails does not stop the seal, and leaves nothing behind', async () => {
  clerk = new Clerk({ pdf: () => Promise.reject(new Error('no printer')) })
  await clerk.startsUnit('annual-2025')
  await clerk.fillsLike('enterprise', 2025)
  expect((await clerk.seals()).pdf).toBeNull()
  expect(readdirSync(clerk.out)).toHaveLength(1)
  expect(log()).toContain('pdf-failed')
})

it('the log starts anew at one megabyte and keeps one old file', () => {
  clerk = new Clerk()
  const folder = join(clerk.folder, 'data')
  mkdirSync(folder)
  writeFileSync(join(folder, 'jianbao.log'), 'x'.repeat(1024 * 1024 + 1))
  openLog(folder, () => new Date(0)).write('one')
  expect(statSync(join(folder, 'jianbao.log')).size).toBeLessThan(100)
  expect(statSync(join(folder, 'jianbao.log.1')).size).toBeGreaterThan(1024 * 1024)
})

it('every problem has a sentence in both languages that fits the house’s wording', () => {
  clerk = new Clerk()
  for (const code of problemCodes) {
    const zh = problemSentence({ code, params: {} })
    expect(zh, code).toMatch(/^[^[\]{}]+。$/)
    expect(zh, code).not.toMatch(/您|请务必|哦|！|系统|失败|错误/)
    expect(problemTexts.en[code], code).toMatch(/\.$/)
  }
})
