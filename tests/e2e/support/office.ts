import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import XLSX from 'xlsx'
import { expect } from 'vitest'
import type { Answer, Channel, Request } from '../../../core/contract.ts'
import type { Result } from '../../../core/result.ts'
import { strictViolations } from './axe.ts'
import type { Running } from './app.ts'
import { choosesInDialogs } from './dialogs.ts'
import { takesPicture } from './picture.ts'

/** A regulator at the window: what a person does, by keyboard and mouse. */
export class Regulator {
  readonly running: Running
  constructor(running: Running) { this.running = running }
  get page(): Running['page'] { return this.running.page }

  async tab(name: string): Promise<void> {
    await this.page.click(`[data-tab="${name}"]`)
  }

  /** The next folder or files chosen in the system's dialog. */
  chooses(...paths: string[]): Promise<void> {
    return choosesInDialogs(this.running.app, paths)
  }

  /** The next path given in the system's save dialog. */
  async saves(path: string): Promise<void> {
    await this.running.app.evaluate(({ dialog }, filePath) => { Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) }) }, path)
  }

  /** Asks the engine through the window's own bridge. */
  async asks<C extends Channel>(channel: C, args: Request<C>): Promise<Answer<C>> {
    const result = await this.page.evaluate(([name, given]) => (window as unknown as { api: { call: (channel: string, args: unknown) => Promise<unknown> } }).api.call(name, given), [channel, args] as const) as Result<Answer<C>>
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    return result.value
  }

  /** From the first page: region by pinyin, bureau, pack, file. */
  async makesLedger(path: string, title: string): Promise<void> {
    await this.page.click('[data-make-ledger]')
    await this.page.fill('#ledger-bureau', '沙坪坝区市场监督管理局（示例）')
    await this.page.click('#ledger-region')
    await this.page.keyboard.type('spb')
    await this.page.locator('.ant-select-item-option', { hasText: '沙坪坝区' }).click()
    await this.page.click('#ledger-pack')
    await this.page.locator('.ant-select-item-option', { hasText: title }).click()
    await this.saves(path)
    await this.page.click('[data-ledger-choose]')
    await this.page.locator(`[data-ledger-path="${path}"]`).waitFor()
    await this.page.click('[data-ledger-make]')
    await this.page.waitForSelector('[data-office-home]')
  }

  /** Takes in through the window and waits for the end. */
  async takesIn(path: string, files: number): Promise<void> {
    await this.tab('intake')
    await this.chooses(path)
    await this.page.locator('[data-intake-folder]').click()
    await this.page.waitForSelector(`[data-intake="done"][data-intake-total="${files}"]`, { timeout: 120_000 })
    await this.page.waitForSelector(`[data-list="all"][data-n="${files}"]`)
  }

  /** Nothing scrolls as a page or stands under the fold, and nothing shuts people out. */
  async looks(name: string, picture = true): Promise<void> {
    await this.page.mouse.move(683, 2)
    await this.page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))))
    if (picture) await takesPicture(this.page, name)
    expect(await strictViolations(this.page), name).toEqual([])
    expect(await this.overflows(), `${name} scrolls`).toEqual([])
  }

  /** What is wider than its room, the page itself first. */
  overflows(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const root = document.documentElement
      const page = root.scrollWidth > innerWidth + 1 || root.scrollHeight > innerHeight + 1 ? ['page'] : []
      const lists = [...document.querySelectorAll('.long, .review-scroll, .safety-scroll, .office-filters')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)
      return [...page, ...lists]
    })
  }

  async wears(theme: 'light' | 'dark' | 'contrast'): Promise<void> {
    const words = { light: '浅色', dark: '深色', contrast: '高对比' }[theme]
    await this.page.click('[data-settings]')
    await this.page.getByRole('button', { name: words, exact: true }).click()
    await this.page.waitForSelector(`html[data-theme="${theme}"]`)
    await this.page.keyboard.press('Escape')
    await this.page.locator('header.top').click({ position: { x: 620, y: 20 } })
    await this.page.locator('.ant-popover').waitFor({ state: 'hidden' })
  }
}

/** A folder as it comes in: good files, one changed in a spreadsheet, one resaved, one cut short, a stranger, one twice. */
export function mixedFolder(from: string, to: string): number {
  mkdirSync(to)
  const files = readdirSync(from).filter((name) => name.endsWith('.xlsx') && name !== 'register.xlsx').toSorted()
  for (const name of files.slice(0, 22)) copyFileSync(join(from, name), join(to, name))
  const at = (n: number): Buffer => readFileSync(join(from, files[n] ?? ''))
  const book = XLSX.read(at(22))
  const sheet = book.Sheets[book.SheetNames.find((name) => name.startsWith('301')) ?? ''] ?? {}
  const cells = Object.values(sheet).filter((cell): cell is XLSX.CellObject => typeof cell === 'object' && cell !== null && 't' in cell && cell.t === 'n').slice(0, 3)
  for (const cell of cells) Object.assign(cell, { v: Number(cell.v) + 100, w: String(Number(cell.v) + 100) })
  const write = (name: string, what: XLSX.WorkBook): void => writeFileSync(join(to, name), XLSX.write(what, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  write('示例建工_改.xlsx', book)
  write('示例环境_另存.xlsx', XLSX.read(at(23)))
  writeFileSync(join(to, '没传完.xlsx'), at(24).subarray(0, 9000))
  const stranger = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(stranger, XLSX.utils.aoa_to_sheet([['机构', '电话'], ['示例', '023-000']]), '通讯录')
  write('区内机构通讯录.xlsx', stranger)
  copyFileSync(join(from, files[0] ?? ''), join(to, '质检所报送(1).xlsx'))
  return 27
}
