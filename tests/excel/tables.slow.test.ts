import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readSheets } from '../../electron/excel/readSheets.ts'
import { tablesWorkbook } from '../../electron/excel/tablesBook.ts'
import { good } from '../support/desk.ts'
import { describeNeeding } from '../support/needs.ts'
import { shapingba, shelf, tableOf, workOf, type Edition } from '../consolidate/held.ts'

const folder = mkdtempSync(join(tmpdir(), 'tables-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describeNeeding(['libreoffice'], 'the workbook of all tables in LibreOffice', () => {
  it('opens, keeps every sheet and figure, and is saved again', { timeout: 180_000 }, () => {
    const loaded = good(shelf.get('annual-2023'))
    const edition: Edition = { loaded, held: shapingba(), region: '500106', public: false }
    const work = workOf(edition)
    const bytes = tablesWorkbook(loaded.pack.tables.map((spec) => tableOf(spec, edition, work)))
    writeFileSync(join(folder, 'tables.xlsx'), bytes)
    execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'tables.xlsx')], { stdio: 'ignore', timeout: 170_000 })
    const texts = (of: Uint8Array): readonly string[] => good(readSheets(of)).flatMap((s) => [s.name, ...s.rows.flatMap((r) => [...r.cells].map(([c, cell]) => `${s.name} ${r.row} ${c} ${cell.text}`))])
    expect(texts(new Uint8Array(readFileSync(join(folder, 'out', 'tables.xlsx'))))).toEqual(texts(bytes))
  })
})
