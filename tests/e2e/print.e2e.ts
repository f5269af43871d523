import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bridge } from '../../core/contract.ts'
import { describeNeeding } from '../support/needs.ts'
import { forget, launch, type Running } from './support/app.ts'
import { accessViolations } from './support/axe.ts'
import { Clerk } from './support/clerk.ts'
import { opensSamples, opensUnit, preparesSeal, presses } from './support/sampleUnits.ts'

let running: Running
let clerk: Clerk
const folder = mkdtempSync(join(tmpdir(), 'jianbao-print-'))

beforeAll(async () => {
  running = await launch()
  clerk = new Clerk(running.page)
  await opensSamples(running)
  await opensUnit(running, /青澜县/)
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

/** The text of each page of a PDF, and the size that every page has. */
function read(path: string): { readonly pages: readonly string[]; readonly size: string } {
  const pages = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
  const info = execFileSync('pdfinfo', ['-f', '1', '-l', String(pages.length), path], { encoding: 'utf8' })
  const sizes = new Set(Array.from(info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/g), ([, w, h]) => `${Math.round(Number(w))} x ${Math.round(Number(h))}`))
  return { pages, size: [...sizes].join(' / ') }
}
const A4 = /^59[56] x 84[12]$/

async function savesAs(name: string): Promise<string> {
  const path = join(folder, name)
  await running.app.evaluate(({ dialog }, filePath) => Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) }), path)
  await running.page.click('[data-save-pdf]:not([disabled])')
  await running.page.locator('[data-said="done"]', { hasText: name }).waitFor({ timeout: 60_000 })
  return path
}
const shownPages = async (): Promise<number> => {
  await running.page.waitForFunction(() => Number(document.querySelector('[data-pages]')?.getAttribute('data-pages')) > 0)
  return Number(await running.page.locator('[data-pages]').getAttribute('data-pages'))
}
const chooses = async (what: string): Promise<number> => {
  await running.page.click(`[data-print="${what}"]`)
  await running.page.locator(`[data-print="${what}"][aria-current]`).waitFor()
  return shownPages()
}
/** Pages on which text runs into the foot, the stamp or the edge, found in the print window's own layout. */
const cutOff = (html: string): Promise<readonly string[]> => running.app.evaluate(async ({ BrowserWindow }, source) => {
  const window = new BrowserWindow({ show: false, width: 900, height: 1200 })
  await window.loadURL('data:text/html,<!doctype html><p></p>')
  const found: unknown = await window.webContents.executeJavaScript(`(() => {
    document.documentElement.innerHTML = new DOMParser().parseFromString(${JSON.stringify(source)}, 'text/html').documentElement.innerHTML
    const bad = []
    document.querySelectorAll('.page').forEach((page, at) => {
      const box = page.getBoundingClientRect()
      const foot = page.querySelector('.foot').getBoundingClientRect()
      const stamp = page.querySelector('.stamp')?.getBoundingClientRect()
      for (const part of page.querySelectorAll(':scope > :not(.foot):not(.stamp)')) {
        const { bottom, right } = part.getBoundingClientRect()
        if (bottom > foot.top + 1) bad.push(at + 1 + ': ' + part.className + part.tagName + ' runs into the foot by ' + (bottom - foot.top))
        if (stamp && bottom > stamp.top + 1 && right > stamp.left + 8) bad.push(at + 1 + ': ' + part.className + part.tagName + ' runs into the stamp by ' + (bottom - stamp.top))
      }
      for (const cell of page.querySelectorAll('td, th, span, p')) {
        const own = cell.getBoundingClientRect()
        if (own.right > box.right + 1 || own.left < box.left - 1 || cell.scrollWidth > cell.clientWidth + 2 && cell.clientWidth > 0) bad.push(at + 1 + ': ' + cell.textContent.slice(0, 30) + ' is cut off')
      }
    })
    return bad
  })()`)
  window.destroy()
  return found as string[]
}, html)
const filingOf = (name: string): Promise<number> => running.page.evaluate(async (part) => {
  const { api } = globalThis as unknown as { api: Bridge }
  const state = await api.call('app.state', {})
  return state.ok ? (state.value.units.find((unit) => unit.name.includes(part))?.filings[0]?.filing ?? 0) : 0
}, name)
const preview = async (wanted: object, unit = '青澜县'): Promise<string> => running.page.evaluate(async ([filing, more]) => {
  const made = await (globalThis as unknown as { api: Bridge }).api.call('print.preview', { filing, what: 'set', ...more })
  return made.ok ? made.value.html : JSON.stringify(made)
}, [await filingOf(unit), wanted] as const)

describeNeeding(['poppler'], 'a clerk who prints', () => {
  it('sees the form in hand by Ctrl+P, in a frame without scripts, and saves it as an A4 PDF', async () => {
    await clerk.form('301')
    await running.page.keyboard.press('Control+p')
    expect(await shownPages()).toBe(1)
    const frame = running.page.locator('iframe')
    expect([await frame.getAttribute('sandbox'), await frame.getAttribute('src')]).toEqual(['', null])
    await running.page.screenshot({ path: join(folder, 'print.png') })
    const { pages, size } = read(await savesAs('301.pdf'))
    expect(pages).toHaveLength(1)
    expect(size).toMatch(A4)
    expect(pages[0]).toContain('未封存，仅供核对')
    expect(pages[0]).toContain('检验检测业务状况')
    expect(await accessViolations(running.page)).toEqual([])
  }, 120_000)

  it('draws the pages in the frame', async () => {
    const shot = await running.page.locator('iframe').screenshot()
    const ink = await running.page.evaluate(async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
      let [dark, white] = [0, 0]
      for (let at = 0; at < data.length; at += 4) { if ((data[at] ?? 0) < 90) dark++; if (data[at] === 255) white++ }
      return { dark, white }
    }, [...shot])
    expect(ink.dark).toBeGreaterThan(2000)
    expect(ink.white).toBeGreaterThan(50_000)
  }, 60_000)

  it('prints blank forms, and the findings in both orders', async () => {
    await chooses('form-102-blank')
    const blank = read(await savesAs('102.pdf'))
    expect(blank.size).toMatch(A4)
    expect(blank.pages.join('')).not.toContain('回执码')
    await chooses('findings-form')
    expect(read(await savesAs('findings.pdf')).pages.join('')).toContain('审核结果及说明')
    await chooses('findings-severity')
    expect(await accessViolations(running.page)).toEqual([])
  }, 120_000)

  it('finds nothing cut off on any page, filled, blank or long', async () => {
    const all = [{ what: 'set' }, { what: 'findings' }, ...['101', '102', '103', '201-1', '201-2', '201-3', '301', '302', '401'].flatMap((form) => [{ what: 'form', form }, { what: 'form', form, blank: true }])]
    for (const wanted of all) expect(await cutOff(await preview(wanted)), JSON.stringify(wanted)).toEqual([])
  }, 120_000)

  it('goes from the list of findings and comes back', async () => {
    await clerk.tab('audit')
    await running.page.click('[data-go-print]')
    await running.page.locator('[data-print="findings-severity"][aria-current]').waitFor()
    await running.page.click('[data-back]')
    await running.page.locator('.audit-head').waitFor()
  }, 60_000)
})

describeNeeding(['poppler'], 'a note on a cell', () => {
  it('is written beside the cell and, when it goes along, printed with the findings', async () => {
    await clerk.tab('entry')
    await clerk.form('301')
    await running.page.focus('[data-cell="src_social"]')
    const note = running.page.locator('[data-note="src_social"]')
    await note.locator('textarea').fill('含上年跨年合同 12 万元')
    await note.locator('[data-shared]').check()
    await note.locator('textarea').focus()
    await running.page.keyboard.press('Control+Enter')
    await note.getByText('附注已保存').waitFor()
    expect(await accessViolations(running.page)).toEqual([])
    await running.page.keyboard.press('Control+p')
    await chooses('findings-severity')
    const { pages } = read(await savesAs('noted.pdf'))
    expect(pages.join('')).toContain('含上年跨年合同 12 万元')
  }, 120_000)
})

describeNeeding(['poppler'], 'the sealed set', () => {
  it('carries receipt code, digest and number on every page', async () => {
    await preparesSeal(running, folder)
    const receipt = await presses(running)
    await running.page.click('[data-go-print]')
    const shown = await shownPages()
    const { pages, size } = read(await savesAs('set.pdf'))
    expect([pages.length, size]).toEqual([shown, expect.stringMatching(A4)])
    pages.forEach((page, at) => {
      expect(page, `page ${at + 1}`).toContain(receipt)
      expect(page).toMatch(new RegExp(`第 ${at + 1} 页\\s+共 ${shown} 页`))
      expect(page).not.toContain('未封存，仅供核对')
    })
    expect(pages.filter((page) => page.includes('盖章处')).length).toBeGreaterThan(6)
    expect(await cutOff(await preview({}))).toEqual([])
    expect(await accessViolations(running.page)).toEqual([])
    expect(existsSync(join(folder, 'set.pdf')) && readFileSync(join(folder, 'set.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  }, 180_000)
})

describeNeeding(['poppler'], 'what is long', () => {
  it('500 rows, long texts and a long explanation are printed whole, over many pages', async () => {
    const path = join(folder, 'long.pdf')
    const long = Array.from({ length: 250 }, (_, at) => `第${at}句：新增食品检测业务。`).join('')
    const done = await running.page.evaluate(async ([filing, text, target]) => {
      const { api } = globalThis as unknown as { api: Bridge }
      const rows = Array.from({ length: 500 }, (_, at) => ({ table: 'instruments', cells: { eq_no: `YQ-${String(at + 1).padStart(4, '0')}`, eq_name: at % 7 === 0 ? `三重四极杆液相色谱质谱联用仪 WWWMMM-${'X'.repeat(40)}` : '天平', eq_maker: '某某精密仪器制造有限公司', eq_price: '123456.78' } }))
      const view = await api.call('filing.open', { filing })
      const finding = view.ok ? view.value.findings.find((each) => each.severity === 'warning') : undefined
      if (!finding) return 'nothing to explain'
      const steps = [
        await api.call('filing.apply', { filing, label: 'import', cells: [{ item: 'org_name', row: null, text: `浙江澜序${'示例检测'.repeat(20)}有限公司` }], rows }),
        await api.call('filing.explain', { filing, rule: finding.rule, row: finding.row, item: finding.item, text }),
        await api.call('print.make', { filing, what: 'set', path: target }),
      ]
      return steps.map((step) => (step.ok ? 'ok' : step.problem.code)).join()
    }, [await filingOf('澜序'), long, path] as const)
    expect(done).toBe('ok,ok,ok')
    const { pages, size } = read(path)
    expect(size).toMatch(A4)
    const own = pages.filter((page) => /YQ-\d{4}/.test(page))
    expect(own.length).toBeGreaterThan(12)
    for (const page of own) expect(page).toContain('仪器')
    const all = pages.join('')
    for (let at = 1; at <= 500; at++) expect(all.split(`YQ-${String(at).padStart(4, '0')}`).length - 1, String(at)).toBe(1)
    expect(all).toContain('第249句')
    expect(await cutOff(await preview({}, '澜序'))).toEqual([])
  }, 120_000)
})
