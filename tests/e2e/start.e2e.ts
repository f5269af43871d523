import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { problem } from '../../core/problem.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { Clerk as Desk } from '../support/desk.ts'
import { electronPath, launch, root, rootArgs, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'

let desk: Desk
let running: Running | null = null
const dataDir = (): string => join(desk.folder, 'data')
const file = (): string => join(dataDir(), '检报数据.jianbao')

beforeEach(async () => {
  desk = new Desk()
  await desk.startsUnit()
  await desk.types('tel', '0571-01234567')
  desk.engine.close()
})
afterEach(async () => {
  await running?.stop()
  running = null
  desk.leaves()
})

async function opens(): Promise<{ readonly now: Running; readonly clerk: Clerk }> {
  const now = await launch({ dataDir: dataDir() })
  running = now
  return { now, clerk: new Clerk(now.page) }
}

/** Starts the application once more as a person would; its exit status. */
function startsAgain(): Promise<number | null> {
  const second = spawn(electronPath(), [...rootArgs(), root, `--user-data-dir=${dataDir()}`], { stdio: 'ignore' })
  return new Promise((done) => second.once('exit', done))
}

describe('a second start on the same data', () => {
  it('brings the first window to the front and ends', async () => {
    const { now } = await opens()
    const hidden = await now.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.hide()
      return window?.isVisible()
    })
    expect(hidden).toBe(false)
    expect(await startsAgain()).toBe(0)
    const windows = (): Promise<readonly boolean[]> => now.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
    await expect.poll(windows, { timeout: 10_000 }).toEqual([true])
    await now.page.locator('[data-next]').waitFor()
  }, 60_000)
})

describe('a work file that cannot be opened', () => {
  it('says that it is damaged, what to do, and leaves it as it is', async () => {
    truncateSync(file(), 9000)
    const before = readFileSync(file())
    const { now } = await opens()
    expect(await now.page.locator('main').innerText()).toContain(problemSentence(problem('workfile-damaged', { path: file() })))
    expect(readFileSync(file()).equals(before)).toBe(true)
  }, 60_000)

  it('says that a newer version wrote it', async () => {
    const db = new Database(file())
    db.pragma('user_version = 99')
    db.pragma('wal_checkpoint(truncate)')
    db.close()
    const { now } = await opens()
    expect(await now.page.locator('main').innerText()).toContain(problemSentence(problem('workfile-newer', { path: file(), version: 99 })))
  }, 60_000)
})

describe('the engine dies while the window is open', () => {
  const enginePid = ({ app }: Running): Promise<number> => app.evaluate(({ app: main }) => main.getAppMetrics().find((each) => each.serviceName === 'node.mojom.NodeService' || each.name === '检报引擎')?.pid ?? 0)

  async function atTel(): Promise<{ readonly now: Running; readonly clerk: Clerk; readonly pid: number }> {
    const { now, clerk } = await opens()
    await now.page.click('[data-next]')
    await clerk.form('101')
    const pid = await enginePid(now)
    expect(pid).toBeGreaterThan(0)
    return { now, clerk, pid }
  }

  it('in the middle of saving: the cell keeps its text and says so, a press saves it', async () => {
    const { now, clerk, pid } = await atTel()
    process.kill(pid, 'SIGSTOP')
    await clerk.types('tel', '0571-76543210')
    await now.page.waitForSelector('html[data-pending="1"]')
    process.kill(pid, 'SIGKILL')
    const said = now.page.locator('.saved .c-stop')
    await said.waitFor()
    expect(await said.innerText()).toContain(problemSentence(problem('fault')))
    expect(await clerk.shows('tel')).toBe('0571-76543210')
    await now.page.locator('.saved').getByRole('button').click()
    await clerk.settled()
    await now.page.locator('[data-saved]').waitFor()
    expect((await clerk.stored()).values['tel']).toBe('0571-76543210')
  }, 60_000)

  it('while nothing is on its way: the next value is saved as ever, earlier ones are there', async () => {
    const { now, clerk, pid } = await atTel()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => enginePid(now), { timeout: 10_000 }).not.toBe(pid)
    await clerk.types('mobile', '13900000000')
    await clerk.settled()
    await expect.poll(async () => (await clerk.stored()).values, { timeout: 10_000 }).toMatchObject({ tel: '0571-01234567', mobile: '13900000000' })
    expect(await now.page.locator('.saved .c-stop').count()).toBe(0)
  }, 60_000)
})
