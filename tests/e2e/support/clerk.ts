import type { Page } from 'playwright-core'
import type { Finding } from '../../../core/audit/finding.ts'
import type { Bridge, FilingView } from '../../../core/contract.ts'

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

  /** Sets up a unit from the first start or from home. */
  async addsUnit(name: string, uscc: string, seq: string): Promise<void> {
    await this.page.getByRole('button', { name: '建立填报单位' }).first().click()
    await this.page.fill('#unit-name', name)
    await this.page.fill('#unit-uscc', uscc)
    await this.page.fill('#unit-seq', seq)
    await this.page.locator('.ant-modal').getByRole('button', { name: '建立填报单位' }).last().click()
    await this.page.waitForSelector('[data-form]')
  }

  /** Adds a row to the repeating table that is open; its id. */
  async addsRow(): Promise<number> {
    const before = await this.rowIds()
    await this.page.locator('[data-add-row]').click()
    await this.page.waitForFunction((n) => document.querySelectorAll('[data-row]').length > n, before.length)
    const added = (await this.rowIds()).find((id) => !before.includes(id))
    if (added === undefined) throw new Error('no row was added')
    return added
  }

  private async rowIds(): Promise<readonly number[]> {
    return this.page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-row'))))
  }

  /** The filing as the engine has it, asked through the window's own bridge. */
  async view(): Promise<FilingView> {
    return this.page.evaluate(async () => {
      const { api } = globalThis as unknown as { api: Bridge }
      const state = await api.call('app.state', {})
      if (!state.ok) throw new Error(state.problem.code)
      const filing = state.value.units[0]?.filings[0]?.filing ?? 0
      const view = await api.call('filing.open', { filing })
      if (!view.ok) throw new Error(view.problem.code)
      return view.value
    })
  }

  /** What the work file holds. */
  async stored(): Promise<FilingView['data']> {
    return (await this.view()).data
  }

  /** Findings as the engine has them. */
  async findings(): Promise<FilingView['findings']> {
    return (await this.view()).findings
  }

  /** Explains every 核实性 finding on the audit screen; tries boilerplate on the first and sees it refused. */
  async explainsAll(boilerplate: string, words: (finding: Finding) => string): Promise<void> {
    await this.tab('audit')
    let first = true
    for (const finding of (await this.findings()).filter((each) => each.severity === 'warning')) {
      await this.page.locator(`[data-finding="${finding.rule}"]`).first().click()
      const field = this.page.locator(`[data-explain="${finding.rule}"]`).first()
      if (first) {
        await field.fill(boilerplate)
        await this.page.keyboard.press('Control+Enter')
        await this.page.waitForSelector('[data-explain][aria-invalid="true"]')
        first = false
      }
      await field.fill(words(finding))
      await this.page.keyboard.press('Control+Enter')
      await this.page.waitForSelector('[data-explain][aria-invalid="true"]', { state: 'detached' })
    }
  }

  /** Seals into a folder and waits for the result screen. */
  async seals(folder: string): Promise<{ readonly verdict: string; readonly receipt: string }> {
    await this.page.evaluate((exportFolder) => (globalThis as unknown as { api: Bridge }).api.call('app.settings', { exportFolder }), folder)
    await this.page.reload()
    await this.page.waitForSelector('html[data-ready="true"]')
    await this.opensFiling()
    await this.tab('seal')
    await this.page.locator('[data-seal-go]:not([disabled])').click()
    await this.page.waitForSelector('[data-receipt]', { timeout: 120_000 })
    return {
      verdict: (await this.page.locator('[data-verdict]').first().getAttribute('data-verdict')) ?? '',
      receipt: (await this.page.locator('[data-receipt]').first().innerText()).trim(),
    }
  }

  /** From home to the newest filing of the first unit. */
  async opensFiling(): Promise<void> {
    await this.page.locator('[data-next]').first().click()
    await this.page.waitForSelector('[data-next]', { state: 'detached' })
  }

  /** Reopens the sealed filing with a reason. */
  async reopens(reason: string): Promise<void> {
    await this.page.locator('[data-reopen]').first().click()
    await this.page.locator('.ant-modal textarea, .ant-modal input').first().fill(reason)
    await this.page.locator('.ant-modal .ant-btn-primary').click()
    await this.page.waitForSelector('.ant-modal', { state: 'hidden' })
  }
}
