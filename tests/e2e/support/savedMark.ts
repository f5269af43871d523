import type { Page } from 'playwright-core'

/** What the page told before it was gone: values entered, and those under which 已保存 was then seen. */
export interface Seen {
  /** Every value entered, in order. */
  readonly entered: readonly Entry[]
  /** How many of `entered`, from the first, were shown as saved. */
  readonly saved: () => number
}
export interface Entry { readonly cell: string; readonly text: string }

/** Watches a page: an entry counts as saved once the 已保存 mark shows a time after the Enter that entered it. */
export async function watchSaved(page: Page): Promise<Seen> {
  const entered: Entry[] = []
  let saved = 0
  await page.exposeFunction('tellEntered', (cell: string, text: string) => { entered.push({ cell, text }) })
  await page.exposeFunction('tellSaved', (count: number) => { saved = Math.max(saved, count) })
  await page.evaluate(() => {
    const tell = globalThis as unknown as { tellEntered: (cell: string, text: string) => void; tellSaved: (count: number) => void }
    const times: number[] = []
    addEventListener('keydown', (event) => {
      const input = event.target
      if (event.key !== 'Enter' || !(input instanceof HTMLInputElement)) return
      times.push(Date.now())
      tell.tellEntered(input.dataset['cell'] ?? '', input.value)
    }, { capture: true })
    const look = (): void => {
      const mark = document.querySelector('[data-saved]')
      const at = Date.parse(mark?.getAttribute('data-saved') ?? '')
      if (mark?.textContent.includes('已保存')) tell.tellSaved(times.filter((time) => time < at).length)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['data-saved'] })
  })
  return { entered, saved: () => Math.min(saved, entered.length) }
}
