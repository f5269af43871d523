import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sourceOf } from '../../electron/cli/source.ts'
import { tableWorkbook } from '../../electron/excel/plainTable.ts'
import { readSheets } from '../../electron/excel/readSheets.ts'
import { readTemplate } from '../../electron/excel/templateFiling.ts'
import { verifyWorkbook } from '../../electron/excel/verifyWorkbook.ts'
import { writeTemplate } from '../../electron/excel/write.ts'
import { loadedPack } from '../core/samples.ts'
import { Clerk, good } from '../support/desk.ts'
import { describeNeeding } from '../support/needs.ts'
import { readLetter } from '../../electron/excel/letter.ts'
import { aQuery, aReturn, regulator } from '../support/letters.ts'
import { sealedSample } from './filings.ts'

const folder = mkdtempSync(join(tmpdir(), 'office-'))
const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const macro = (edits: readonly (readonly [sheet: string, cell: string, text: string])[]): string => `Sub Change(source As String, target As String)
Dim none() As New com.sun.star.beans.PropertyValue
Dim hide(0) As New com.sun.star.beans.PropertyValue
hide(0).Name = "Hidden" : hide(0).Value = True
doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hide())
${edits.map(([sheet, cell, text]) => `sheet = doc.Sheets.getByName("${sheet}")\nsheet.unprotect("")\nsheet.getCellRangeByName("${cell}").${/^-?[\d.]+$/.test(text) ? `setValue(${text})` : `setString("${text}")`}`).join('\n')}
Dim as_(0) As New com.sun.star.beans.PropertyValue
as_(0).Name = "FilterName" : as_(0).Value = "Calc MS Excel 2007 XML"
doc.storeToURL(target, as_())
doc.close(True)
End Sub
`
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Opens a workbook in LibreOffice, changes cells as a person would, and saves it as .xlsx. */
function saved(name: string, bytes: Uint8Array, edits: Parameters<typeof macro>[0] = []): Uint8Array {
  const source = join(folder, `${name}.xlsx`)
  const target = join(folder, `${name}-saved.xlsx`)
  writeFileSync(source, bytes)
  if (edits.length === 0) {
    mkdirSync(join(folder, 'out'), { recursive: true })
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), source], { stdio: 'ignore', timeout: 120_000 })
    return new Uint8Array(readFileSync(join(folder, 'out', `${name}.xlsx`)))
  }
  const basic = join(folder, 'profile/user/basic/Standard')
  mkdirSync(basic, { recursive: true })
  writeFileSync(join(basic, 'Change.xba'), `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Change" script:language="StarBasic">${xml(macro(edits))}</script:module>`)
  writeFileSync(join(basic, 'script.xlb'), '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Change"/></library:library>')
  execFileSync('soffice', [profile, '--headless', `macro:///Standard.Change.Change("file://${source}","file://${target}")`], { stdio: 'ignore', timeout: 120_000 })
  return new Uint8Array(readFileSync(target))
}
const verdictOf = (bytes: Uint8Array) => verifyWorkbook(bytes, 'f', () => 'known')

describeNeeding(['libreoffice'], 'a workbook saved by LibreOffice', () => {
  const made = sealedSample('enterprise')
  const sheet = made.payload.sheets.find((candidate) => candidate.form === '301')
  const cell = sheet?.cells.find(([, , item]) => item === 'rev_testing')

  it('a plain table keeps every text', { timeout: 120_000 }, () => {
    const rows = Array.from({ length: 4500 }, (_, i) => [String(i).padStart(6, '0'), i === 7 ? '=1+1' : '一\n二 <&> _x0041_'])
    const [sheet] = good(readSheets(saved('table', tableWorkbook({ sheet: '变更记录', head: [{ name: '代码', width: 12 }, { name: '内容', width: 30 }], rows }))))
    expect(sheet?.rows.slice(1).map(r => [r.cells.get(0)?.text, r.cells.get(1)?.text])).toEqual(rows)
  })
  it('untouched is resaved', { timeout: 180_000 }, () => {
    for (const kind of ['enterprise', 'institution', 'government'] as const) expect(verdictOf(saved(kind, sealedSample(kind).bytes))).toMatchObject({ verdict: 'resaved', changed: [], submitNo: 1, signer: made.signer })
  })
  it('with one cell changed is altered with exactly that cell', { timeout: 180_000 }, () => {
    expect(verdictOf(saved('changed', made.bytes, [[sheet?.name ?? '', cell?.[0] ?? '', '750.3']]))).toMatchObject({
      verdict: 'altered', changed: [{ sheet: sheet?.name, cell: cell?.[0], item: 'rev_testing', row: null, sealed: cell?.[1], found: '750.30' }],
    })
  })
  it('cut is damaged', { timeout: 180_000 }, () => {
    const bytes = saved('cut', made.bytes)
    expect(verdictOf(bytes.slice(0, bytes.length - 100))).toMatchObject({ verdict: 'damaged' })
  })
  it('a template filled in there is unsealed and its cells are read', { timeout: 180_000 }, () => {
    const pack = loadedPack('annual-2026')
    const bytes = saved('template', writeTemplate(pack), [['301 业务状况', 'E12', '12.5'], ['301 业务状况', 'E41', '3 跨省（全国）'], ['302 分专业领域', 'A10', '03 环境监测'], ['302 分专业领域', 'D10', '7'], ['说明', 'A3', 'W047'], ['说明', 'C3', '只列出常用设备'], ['说明', 'A4', 'W999'], ['说明', 'C4', '写错了编号'], ['说明', 'A5', 'X001'], ['说明', 'C5', '没有这条结果']])
    expect(verdictOf(bytes)).toMatchObject({ verdict: 'unsealed', pack: 'annual-2026@1.0' })
    const read = readTemplate(bytes)
    if (!read.ok) throw new Error(read.problem.code)
    expect(read.value).toMatchObject({ pack: { id: 'annual-2026', digest: pack.digest }, year: 2026, explanations: [{ rule: 'W047', row: null, text: '只列出常用设备' }, { rule: 'W999', row: null, text: '写错了编号' }, { rule: 'X001', row: null, text: '没有这条结果' }] })
    expect(read.value.data.values).toEqual({ rev_testing: '12.5', radius: '3' })
    expect(read.value.data.tables['domains']).toEqual([{ id: 1, cells: { dom_code: '03', dom_rev: '7' } }])
    const path = join(folder, 'filled.xlsx')
    writeFileSync(path, bytes)
    const desk = new Clerk()
    const { lost } = good(good(sourceOf(path)).read(desk.engine.desk))
    expect(lost?.filter(words => !words.includes('W047'))).toEqual(['“说明”表里的 W999 不是这个任务包的审核关系，这条说明没有用上。', '“说明”表里的 X001 没有对应的审核结果，这条说明没有用上。'])
    desk.leaves()
  })
})

describeNeeding(['libreoffice'], 'a return slip saved by LibreOffice', () => {
  const from = regulator()
  const letter = aReturn({ unitId: '91500106MA5U3JKX21-00', orgName: '示例检测有限公司', packDigest: 'a'.repeat(64), from }, { submitNo: 1, digest: 'b'.repeat(64), queries: [aQuery('Q-1'), aQuery('Q-2', { value: '00' })] })
  const { bytes } = from.write(letter)

  it('untouched is the same letter', { timeout: 180_000 }, () => {
    expect(readLetter(saved('slip', bytes))).toMatchObject({ ok: true, value: { letter, signer: from.signer, replies: [] } })
  })
  it('with a reply typed into its column brings it along', { timeout: 180_000 }, () => {
    expect(readLetter(saved('slip-reply', bytes, [['查询', 'G3', '已核对，含新增合同。']]))).toMatchObject({ ok: true, value: { replies: [{ query: 'Q-1', text: '已核对，含新增合同。' }] } })
  })
  it('with a question changed is refused', { timeout: 180_000 }, () => {
    expect(readLetter(saved('slip-edited', bytes, [['查询', 'E4', '没有问题']]))).toMatchObject({ ok: false, problem: { code: 'letter-edited', params: { cell: 'E4' } } })
  })
})

describeNeeding(['libreoffice', 'poppler'], 'a workbook printed by LibreOffice', () => {
  it('is A4, one page wide, and every page carries number and digest', { timeout: 180_000 }, () => {
    const made = sealedSample('enterprise')
    writeFileSync(join(folder, 'print.xlsx'), made.bytes)
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'print.xlsx')], { stdio: 'ignore', timeout: 120_000 })
    const info = execFileSync('pdfinfo', [join(folder, 'print.pdf')], { encoding: 'utf8' })
    const pages = execFileSync('pdftotext', ['-layout', join(folder, 'print.pdf'), '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
    expect(info).toMatch(/A4/)
    expect(pages.length).toBe(made.payload.sheets.length)
    pages.forEach((page, i) => {
      expect(page).toMatch(new RegExp(`第\\s*${i + 1}\\s*页`))
      expect(page).toContain(made.receipt)
      expect(page).not.toContain('###')
    })
  })
})
