import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeNeeding } from '../support/needs.ts'
import { forget, launch, type Running } from './support/app.ts'
import { sampleYear } from './support/sample.ts'
import { opensSamples, opensUnit, preparesSeal, presses } from './support/sampleUnits.ts'
import { readCells } from './support/workbook.ts'

const sample = sampleYear('institution', 2026)
const folder = mkdtempSync(join(tmpdir(), 'jianbao-office-'))
let running: Running
let receipt = ''

const written = (end: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith(end)) ?? `no ${end}`)
const pagesOf = (pdf: string): readonly string[] => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
/** Line breaks and gaps are a matter of layout. */
const joined = (pages: readonly string[]): string => pages.join('').replaceAll(/[\s,]/g, '')

describeNeeding(['libreoffice', 'poppler', 'display'], 'what the application sealed, in the hands of other programs', () => {
  beforeAll(async () => {
    running = await launch()
    await opensSamples(running)
    await opensUnit(running, /青澜县/)
    await preparesSeal(running, folder)
    receipt = await presses(running)
  }, 240_000)
  afterAll(async () => {
    await running.stop()
    forget(running.dataDir)
    forget(folder)
  })

  it('the workbook opens in LibreOffice and prints page by page what was filled in', () => {
    const book = written('.xlsx')
    const out = join(folder, 'office')
    execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'pdf', '--outdir', out, book], { stdio: 'ignore', timeout: 180_000 })
    const pages = pagesOf(join(out, readdirSync(out)[0] ?? ''))
    const visible = readCells(book).sheets.filter((name) => /^(封面|\d{3}|审核)/.test(name)).length
    expect(visible).toBeGreaterThan(7)
    expect(pages.length).toBeGreaterThanOrEqual(visible)
    expect(pages.length).toBeLessThan(visible * 3)
    tellsTheFiling(pages)
    for (const page of pages) expect(page).not.toContain('###')
  }, 240_000)

  it('the printed PDF says the same', () => {
    const pages = pagesOf(written('.pdf'))
    expect(pages.length).toBeGreaterThan(7)
    tellsTheFiling(pages)
  })
})

/** The unit, its people and figures of several forms, and the receipt code. */
function tellsTheFiling(pages: readonly string[]): void {
  const text = joined(pages)
  const typed = ['org_name', 'uscc', 'legal_rep', 'email', 'filler', 'filler_tel', 'rev_testing', 'eq_val_dom', 'fs_expense', 'rpt_cma'].map((key) => sample.values[key] ?? `no ${key}`)
  expect([...typed, receipt].filter((each) => !text.includes(each))).toEqual([])
}
