import type { Page } from 'playwright-core'

/** A clerk at the window: what a person does, by keyboard and mouse. */
export class Clerk {
  readonly page: Page
  constructor(page: Page) { this.page = page }

  /** Goes to a tab of the top bar: home, entry, audit, seal. */
  async tab(name: string): Promise<void> {
    await this.page.click(`[data-tab="${name}"]`)
  }

  /** Opens a form, or one of its repeating tables. */
  async form(no: string, table?: string): Promise<void> {
    await this.page.click(`[data-form="${no}"]`)
    if (table && (await this.page.locator(`[data-part="${table}"]`).count()) > 0) await this.page.click(`[data-part="${table}"]`)
  }

  /** Types into a cell as a person does: comes to it, types over it, Enter. */
  async types(cell: string, text: string): Promise<void> {
    const input = this.page.locator(`[data-cell="${cell}"]`)
    await input.scrollIntoViewIfNeeded()
    await input.focus()
    if (text !== '') await this.page.keyboard.type(text)
    else await this.page.keyboard.press('Delete')
    await this.page.keyboard.press('Enter')
  }

  /** What a cell shows. */
  async shows(cell: string): Promise<string> {
    return this.page.locator(`[data-cell="${cell}"]`).inputValue()
  }

  /** Waits until nothing is on its way to the file. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('[data-pending="0"]') !== null)
  }

  /** Time of the 已保存 mark, or null. */
  async savedMark(): Promise<string | null> {
    return this.page.evaluate(() => document.querySelector('[data-saved]')?.getAttribute('data-saved') ?? null)
  }
}
