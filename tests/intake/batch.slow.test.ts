import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/excel/book.ts'
import { writeTemplate } from '../../electron/excel/write.ts'
import { zipOf } from '../../electron/excel/zip.ts'
import { loadedPack } from '../core/samples.ts'
import { edited } from '../excel/rezip.ts'
import { book, part, sheet } from '../hostile/files.ts'
import { Bureau } from '../support/intakeDesk.ts'
import { describeLedger } from '../support/ledger.ts'
import { describeNeeding } from '../support/needs.ts'
import { nameOf, sealedUnit, unitOf } from '../support/submissions.ts'

describeLedger('taking a folder in', (make) => {
  let bureau: Bureau
  beforeEach(async () => { bureau = await new Bureau(await make.place()).opens() })
  afterEach(() => { bureau.leaves() })

  it('gives every file its verdict and state, and none is dropped', async () => {
    const sealed = sealedUnit({ n: 1 })
    const name301 = sealed.payload.sheets.findIndex((one) => one.form === '301') + 1
    bureau.gets('原件.xlsx', sealed.bytes)
    bureau.gets('子文件夹/另存.xlsx', edited(sealedUnit({ n: 2 }).bytes, {}))
    bureau.gets('改过.xlsx', edited(sealedUnit({ n: 3 }).bytes, { [`xl/worksheets/sheet${name301}.xml`]: (xml) => xml.replace(/<v>\d+\.\d+<\/v>/, '<v>1.5</v>') }))
    bureau.gets('空白表.xlsx', writeTemplate(loadedPack('annual-2026')))
    bureau.gets('通讯录.xlsx', book(sheet('<row r="1"><c r="A1"><v>1</v></c></row>')))
    bureau.gets('断了.xlsx', sealedUnit({ n: 4 }).bytes.slice(0, 90_000))
    bureau.gets('炸弹.xlsx', book(part('xl/worksheets/sheet1.xml', Buffer.alloc(8 << 20, 'a'))))
    bureau.gets('说明.txt', Buffer.from('这不是工作簿'))
    bureau.gets('~$原件.xlsx', Buffer.from('office'))
    bureau.gets('名录.csv', Buffer.from('a,b'))
    bureau.gets('改名的.dat', sealedUnit({ n: 5 }).bytes)
    const done = await bureau.takesIn()
    expect(done).toMatchObject({ state: 'done', done: 10, total: 10, left: 0, counts: { sealed: 2, resaved: 1, altered: 1, unsealed: 1, foreign: 3, damaged: 1, quarantined: 1 } })
    expect(await bureau.stands(done.batch)).toEqual({
      '原件.xlsx': 'sealed in_review', '另存.xlsx': 'resaved in_review', '改过.xlsx': 'altered in_review', '空白表.xlsx': 'unsealed received', '通讯录.xlsx': 'foreign skipped',
      '断了.xlsx': 'damaged received', '炸弹.xlsx': 'quarantined quarantined', '说明.txt': 'foreign skipped', '名录.csv': 'foreign skipped', '改名的.dat': 'sealed in_review',
    })
    const files = await bureau.files(done.batch)
    expect(files.get('改过.xlsx')).toMatchObject({ changed: 1, did: '看 1 处改动', unit: unitOf(3), name: nameOf(3), submitNo: 1 })
    const bomb = await bureau.asks('intake.file', { file: files.get('炸弹.xlsx')?.id ?? 0 })
    expect(bomb.why).toMatch(/解开后.*上限.*。$/)
    expect(existsSync(bomb.kept ?? '')).toBe(true)
    expect(existsSync(join(bureau.inbox, '炸弹.xlsx'))).toBe(true)
    const altered = await bureau.asks('intake.file', { file: files.get('改过.xlsx')?.id ?? 0 })
    expect(altered.changes).toHaveLength(1)
    expect(altered.why).toContain('入库的是封存时的值')
    const view = await bureau.asks('review.open', { submission: altered.submission ?? 0 })
    expect(view.line).toMatchObject({ verdict: 'altered', state: 'in_review', changed: 1 })
    expect((await bureau.asks('review.clean', {})).ready.map((line) => line.unit).toSorted()).toEqual([unitOf(1), unitOf(2), unitOf(5)].toSorted())
  })

  it('sorts what is not for this ledger, and lets it in when the reason is gone', async () => {
    bureau.gets('别的年度.xlsx', { n: 1, year: 2025 })
    bureau.gets('别的地区.xlsx', { n: 2, values: { biz_region: '510107' } })
    bureau.gets('不在名录.xlsx', { n: 77 })
    bureau.gets('不明任务包.xlsx', { n: 3, twist: (input) => ({ ...input, pack: { ...input.pack, pack: { ...input.pack.pack, id: 'annual-2031' } } }) })
    const done = await bureau.takesIn()
    expect(await bureau.stands(done.batch)).toEqual({ '别的年度.xlsx': 'sealed other_year', '别的地区.xlsx': 'sealed other_region', '不在名录.xlsx': 'sealed not_in_register', '不明任务包.xlsx': 'sealed unknown_pack' })
    expect(done.todo).toBe(4)
    expect((await bureau.asks('ledger.state', {}))?.counts.received).toBe(0)
    await bureau.registers([`${unitOf(77).slice(0, 18)},00,${nameOf(77)},330114`])
    expect((await bureau.files(done.batch)).get('不在名录.xlsx')).toMatchObject({ state: 'in_review', did: '入库，待审阅' })
    await bureau.asks('ledger.use', { pack: 'annual-2025' })
    expect((await bureau.files(done.batch)).get('别的年度.xlsx')?.state).toBe('in_review')
  })

  it('keeps every submission of a unit in its order', async () => {
    bureau.gets('1.xlsx', { n: 1 })
    bureau.gets('副本.xlsx', { n: 1 })
    const first = await bureau.takesIn()
    expect(Object.values(await bureau.stands(first.batch)).toSorted()).toEqual(['sealed duplicate', 'sealed in_review'])
    const third = bureau.gets('3.xlsx', { n: 1, submitNo: 3, values: { unit_head: '甲' } })
    const second = bureau.gets('2.xlsx', { n: 1, submitNo: 2, values: { unit_head: '乙' } })
    const other = bureau.gets('另一份3.xlsx', { n: 1, submitNo: 3, values: { unit_head: '丙' } })
    const batch = (await bureau.takesIn(third)).batch
    expect((await bureau.files(batch)).get('3.xlsx')).toMatchObject({ state: 'in_review', did: '入库，代替第 1 次' })
    expect([...(await bureau.files(first.batch)).values()].map((file) => file.state).toSorted()).toEqual(['duplicate', 'superseded'])
    expect((await bureau.files((await bureau.takesIn(second)).batch)).get('2.xlsx')).toMatchObject({ state: 'superseded', did: '已有第 3 次，存档' })
    const rival = await bureau.files((await bureau.takesIn(other)).batch)
    expect(rival.get('另一份3.xlsx')).toMatchObject({ state: 'conflict', did: '与已收的第 3 次内容不同' })
    expect((await bureau.files(batch)).get('3.xlsx')?.state).toBe('conflict')
    const view = await bureau.asks('review.open', { submission: rival.get('另一份3.xlsx')?.submission ?? 0 })
    expect(view.submissions.map((one) => `${one.submitNo} ${one.state}`)).toEqual(['1 superseded', '2 superseded', '3 conflict', '3 conflict'])
  })

  it('leaves an accepted one accepted when a newer arrives', async () => {
    const path = bureau.gets('1.xlsx', { n: 1 })
    const first = await bureau.takesIn(path)
    await bureau.accepts((await bureau.files(first.batch)).get('1.xlsx')?.submission)
    const newer = await bureau.takesIn(bureau.gets('2.xlsx', { n: 1, submitNo: 2, values: { unit_head: '甲' } }))
    expect((await bureau.files(first.batch)).get('1.xlsx')?.state).toBe('accepted')
    expect((await bureau.files(newer.batch)).get('2.xlsx')?.state).toBe('in_review')
  })

  it('reads members of archives, names written in GB18030 too, and no archive inside', async () => {
    const inner = zipOf([part('a.txt', 'x')])
    const zip = Buffer.from(zipOf([part('dir/one.xlsx', sealedUnit({ n: 1 }).bytes, 0), part('XXXX.xlsx', sealedUnit({ n: 2 }).bytes), part('inner.zip', inner), part('note.txt', 'hello')]))
    for (let at = zip.indexOf('XXXX'); at >= 0; at = zip.indexOf('XXXX', at + 1)) Buffer.from('b1a8cbcd', 'hex').copy(zip, at)
    bureau.gets('一批.zip', zip)
    bureau.gets('其实是工作簿.zip', sealedUnit({ n: 3 }).bytes)
    const done = await bureau.takesIn()
    expect(await bureau.stands(done.batch)).toEqual({ 'one.xlsx': 'sealed in_review', '报送.xlsx': 'sealed in_review', 'inner.zip': 'quarantined quarantined', 'note.txt': 'foreign skipped', '其实是工作簿.zip': 'sealed in_review' })
    expect(done).toMatchObject({ done: 5, total: 5 })
  })

  it('shows lists by verdict, state and words', async () => {
    bureau.gets('100%_a.xlsx', { n: 1 })
    bureau.gets('b.xlsx', { n: 88 })
    const { batch } = await bureau.takesIn()
    const names = async (over: object): Promise<readonly string[]> => (await bureau.asks('intake.files', { batch, verdict: null, list: 'all', state: null, search: '', offset: 0, limit: 10, ...over })).files.map((file) => file.file)
    expect(await names({ search: '0%_A' })).toEqual(['100%_a.xlsx'])
    expect(await names({ search: '%%' })).toEqual([])
    expect(await names({ search: unitOf(88).toLowerCase() })).toEqual(['b.xlsx'])
    expect(await names({ search: nameOf(88) })).toEqual(['b.xlsx'])
    expect(await names({ state: 'not_in_register' })).toEqual(['b.xlsx'])
    expect(await names({ list: 'todo' })).toEqual(['b.xlsx'])
    expect(await names({ verdict: 'foreign' })).toEqual([])
    expect(await names({ offset: 1 })).toHaveLength(1)
  })

  it('writes its result for people and for programs', async () => {
    bureau.gets('1.xlsx', { n: 1 })
    bureau.gets('=2.xlsx', book(sheet('')))
    const { batch } = await bureau.takesIn()
    const { xlsx, json } = await bureau.asks('intake.result', { batch, folder: join(bureau.folder, 'out') })
    const cells = readWorkbook(readFileSync(xlsx))
    if (!cells.ok) throw new Error(cells.problem.code)
    const texts = [...(cells.value.get('收件结果')?.values() ?? [])].map((cell) => cell.text)
    expect(texts).toEqual(expect.arrayContaining(['=2.xlsx', '1.xlsx', '未改动', '入库，待审阅', '不是检报的文件', '跳过']))
    const lines = readFileSync(json, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toHaveLength(2)
    expect(lines.find((line) => line['unit'] === unitOf(1))).toMatchObject({ verdict: 'sealed', pack: 'annual-2026@1.0', submitNo: 1, trust: 'first-seen', changed: [], problem: null, state: 'in_review' })
    expect((await bureau.asks('intake.result', { batch, folder: join(bureau.folder, 'out') })).xlsx).not.toBe(xlsx)
  })

  it('a viewer takes nothing in', async () => {
    // On a server its grants say who may write.
    if (make.kind === 'postgres') return
    await bureau.asks('ledger.people', { set: { name: '别人', role: 'issuer' } })
    await bureau.asks('ledger.people', { set: { name: '示例审核员', role: 'viewer' } })
    expect(await bureau.isRefused('intake.start', { paths: [bureau.inbox] })).toMatchObject({ code: 'ledger-role' })
  })
})

describeNeeding(['libreoffice'], 'a workbook saved by LibreOffice', () => {
  it('is resaved and waits in review', { timeout: 120_000 }, async () => {
    const bureau = await new Bureau().opens()
    const path = join(bureau.folder, 'a.xlsx')
    writeFileSync(path, sealedUnit({ n: 1 }).bytes)
    execFileSync('soffice', [`-env:UserInstallation=file://${join(bureau.folder, 'profile')}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', bureau.inbox, path], { stdio: 'ignore', timeout: 100_000 })
    const { batch } = await bureau.takesIn()
    expect(await bureau.stands(batch)).toEqual({ 'a.xlsx': 'resaved in_review' })
    bureau.leaves()
  })
})

describe('a folder that is not there', () => {
  it('is named with its sentence', async () => {
    const bureau = await new Bureau().opens({ units: 1 })
    const { batch } = await bureau.takesIn(join(bureau.folder, '没有这个文件夹'))
    const [file] = (await bureau.files(batch)).values()
    expect(file).toMatchObject({ verdict: 'quarantined' })
    expect((await bureau.asks('intake.file', { file: file?.id ?? 0 })).why).toContain('找不到文件')
    bureau.leaves()
  })
})
