import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SealResult } from '../../core/contract.ts'
import type { Letter } from '../../core/letter/letter.ts'
import type { Payload } from '../../core/submission/payload.ts'
import { readSubmission } from '../../electron/handlers/readSubmission.ts'
import { loadedPack } from '../core/samples.ts'
import { edited } from '../excel/rezip.ts'
import { Clerk, good } from '../support/desk.ts'
import { anAcceptance, aQuery, aReturn, aTask, regulator, someFindings, type Addressed, type TestRegulator } from '../support/letters.ts'

const unitId = '91330114MAY0A1K2XU-00'
let clerk: Clerk
let bureau: TestRegulator
let to: Addressed
beforeEach(() => {
  clerk = new Clerk()
  bureau = regulator()
  to = { unitId, orgName: '浙江澜序示例检测科技有限公司', packDigest: loadedPack('annual-2026').digest, from: bureau }
})
afterEach(() => clerk.leaves())

/** The regulator's letter as a file on the clerk's stick. */
function posted(letter: Letter, by = bureau): string {
  const path = join(clerk.folder, `${letter.kind}-${letter.letter_id.replace(/\W/g, '_')}.xlsx`)
  writeFileSync(path, by.write(letter).bytes)
  return path
}
const opens = (path: string, confirmKey = false) => clerk.asks('letter.open', { path, ...(confirmKey ? { confirmKey } : {}) })
const isNotOpened = async (letter: Letter): Promise<string> => (await clerk.isRefused('letter.open', { path: posted(letter) })).code
const payloadIn = (sealed: SealResult): Payload => good(readSubmission(new Uint8Array(readFileSync(sealed.xlsx)))).payload
const replies = (query: string, text: string) => clerk.asks('letter.reply', { filing: clerk.filing, query, text })
const ofSeal = (sealed: SealResult) => ({ submitNo: sealed.submitNo, digest: sealed.digest })
const home = async () => (await clerk.asks('app.state', {})).units[0]?.filings[0]

describe('a return slip', () => {
  it('is answered and corrected, and the next submission names the queries; twice round', async () => {
    await clerk.fillsTwoYears()
    const first = await clerk.seals()
    const value = payloadIn(first).values['tel'] ?? ''
    const queries = [aQuery('Q-1', { form: '101', item: 'tel', name: '联系电话', value }), aQuery('Q-2'), aQuery('Q-3', { item: 'email', form: '101', name: '电子邮箱' })]
    const slip = posted(aReturn(to, { ...ofSeal(first), queries }))
    expect(await opens(slip)).toMatchObject({ kind: 'return', state: 'returned', submitNo: 1, queries: 3, trust: 'first-seen', signer: bureau.signer, again: false })
    expect((await clerk.sees()).letters).toMatchObject({ returned: { reason: '有 2 处数据需要核对。', due: '2027-03-25', submitNo: 1 }, queries: [{ query: 'Q-1', submitNo: 1 }, { query: 'Q-2' }, { query: 'Q-3' }] })
    expect((await home())?.letters).toMatchObject({ queries: 3, waiting: 3, due: '2027-03-25' })
    expect((await opens(slip)).again).toBe(true)

    await clerk.reopens('退回：有 2 处数据需要核对。')
    await replies('Q-2', '新增两份政府抽检合同，已与合同台账核对。')
    await clerk.types('tel', '0571-01234599')
    expect((await home())?.letters).toMatchObject({ queries: 3, waiting: 1 })
    const line = (await clerk.asks('seal.check', { filing: clerk.filing })).lines.find(l => l.id === 'queries')
    expect(line).toMatchObject({ done: 2, all: 3, ok: false })
    const second = await clerk.seals()
    expect(payloadIn(second).answers).toEqual([
      { query: 'Q-1', item: 'tel', row: null, text: `已改正：${value} 改为 0571-01234599` },
      { query: 'Q-2', item: 'src_social', row: null, text: '新增两份政府抽检合同，已与合同台账核对。' },
    ])
    expect((await clerk.sees()).letters.queries.map(q => [q.query, q.answeredIn])).toEqual([['Q-1', 2], ['Q-2', 2], ['Q-3', null]])

    const again = aReturn({ ...to, letterId: 'R-2027-0002' }, { ...ofSeal(second), queries: [aQuery('Q-2', { question: '请附上合同编号。' })], reason: 'Q-2 还要说明。' })
    expect(await opens(posted(again))).toMatchObject({ state: 'returned', submitNo: 2, trust: 'known' })
    expect((await clerk.sees()).letters.queries.filter(q => q.query === 'Q-2').map(q => [q.submitNo, q.question, q.reply, q.answeredIn])).toEqual([
      [1, '比上年多 44.2%，请核对是否含内部往来。', '新增两份政府抽检合同，已与合同台账核对。', 2], [2, '请附上合同编号。', '', null],
    ])
    await clerk.reopens('退回：Q-2 还要说明。')
    await replies('Q-2', '合同编号 2026-034、2026-035。')
    const third = await clerk.seals()
    expect(payloadIn(third)).toMatchObject({ submit_no: 3, reason: '退回：Q-2 还要说明。', answers: [{ query: 'Q-2', text: '合同编号 2026-034、2026-035。' }] })
    expect((await home())?.letters).toMatchObject({ queries: 0, waiting: 0, due: null })
  })

  it('brings the replies that somebody typed into its sheet, and shows the answers in the workbook and in print', async () => {
    await clerk.fillsTwoYears()
    const first = await clerk.seals()
    const path = posted(aReturn(to, { ...ofSeal(first), queries: [aQuery('Q-9', { form: '101', item: 'tel', name: '联系电话' })] }))
    const typed = (xml: string): string => xml.replace(/<c r="G3"([^>]*)\/>/, '<c r="G3"$1 t="inlineStr"><is><t>号码没有变。</t></is></c>')
    writeFileSync(path, edited(new Uint8Array(readFileSync(path)), { 'xl/worksheets/sheet2.xml': typed }))
    expect(await opens(path)).toMatchObject({ queries: 1, replies: 1 })
    await clerk.reopens('退回核对')
    const sealed = await clerk.seals()
    const payload = payloadIn(sealed)
    const texts = payload.sheets.find(sheet => sheet.name === '审核结果')?.cells.map(cell => cell[1]) ?? []
    expect(texts).toEqual(expect.arrayContaining(['对查询的答复', '固定电话（查询 Q-9）', '号码没有变。']))
    const printed = await clerk.asks('print.preview', { filing: clerk.filing, what: 'findings' })
    expect(printed.html).toContain('对查询的答复')
    expect((await clerk.verifies(sealed.xlsx))[0]?.verdict).toBe('sealed')
  })

  it('comes while the year is open again already: the queries are there, the year stays open', async () => {
    await clerk.fillsTwoYears()
    const first = await clerk.seals()
    await clerk.reopens('自己发现电话有误')
    expect(await opens(posted(aReturn(to, { ...ofSeal(first), queries: [aQuery('Q-1')] })))).toMatchObject({ state: 'reopened', queries: 1 })
    expect((await clerk.isRefused('letter.reply', { filing: clerk.filing, query: 'Q-77', text: '没有这条' })).code).toBe('letter-query')
  })

  it('asks about rows; a removed row is an answer too, and replies are there after a restart', async () => {
    await clerk.fillsTwoYears()
    const first = await clerk.seals()
    const rows = payloadIn(first).tables['domains']?.rows ?? []
    const [row, last] = [rows[0]?.id ?? 0, rows.at(-1)?.id ?? 0]
    const onRow = (query: string, at: number) => aQuery(query, { form: '302', code: 'E', item: 'dom_rpt', row: at, row_key: '01', name: '出具报告' })
    await opens(posted(aReturn(to, { ...ofSeal(first), queries: [onRow('Q-1', row), onRow('Q-2', last)] })))
    await clerk.reopens('退回核对')
    await replies('Q-1', '按批次出具，一批一份。')
    await clerk.asks('filing.row', { op: 'delete', filing: clerk.filing, table: 'domains', rows: [last] })
    clerk.restarts()
    expect((await clerk.sees()).letters.queries.map(q => [q.query, q.row, q.reply])).toEqual([['Q-1', row, '按批次出具，一批一份。'], ['Q-2', last, '']])
    expect((await home())?.letters).toMatchObject({ queries: 2, waiting: 0, forms: [] })
    await clerk.asks('filing.undo', { filing: clerk.filing })
    expect((await home())?.letters).toMatchObject({ waiting: 1, forms: ['302'] })
  })

  it('goes with its year into the bin, and for good when that is emptied', async () => {
    await clerk.fillsTwoYears()
    const first = await clerk.seals()
    const slip = posted(aReturn(to, { ...ofSeal(first), queries: [aQuery('Q-1')] }))
    await opens(slip)
    await clerk.asks('filing.delete', { filing: clerk.filing, reason: '重做' })
    expect((await clerk.isRefused('letter.open', { path: slip })).code).toBe('letter-year')
    expect((await clerk.asks('bin.empty', { all: true })).removed).toBeGreaterThan(0)
  })

  it('that does not belong here says so, and nothing is changed', async () => {
    await clerk.fillsTwoYears()
    const first = await clerk.seals()
    const slip = aReturn(to, { ...ofSeal(first), queries: [] })
    expect(await isNotOpened({ ...slip, unit_id: '91500106MA5U3JKX21-00' })).toBe('letter-unit')
    expect(await isNotOpened({ ...slip, survey_year: 2019 })).toBe('letter-year')
    expect(await isNotOpened({ ...slip, submit_no: 2 })).toBe('letter-later')
    expect(await isNotOpened({ ...slip, digest: 'e'.repeat(64) })).toBe('letter-digest')
    expect(await isNotOpened(someFindings(to))).toBe('letter-for-people')
    expect((await clerk.isRefused('letter.open', { path: first.xlsx })).code).toBe('letter-none')
    await clerk.reopens('改电话')
    await clerk.types('tel', '0571-01234599')
    await clerk.seals()
    expect(await isNotOpened(slip)).toBe('letter-older')
    expect((await clerk.sees()).letters).toMatchObject({ returned: null, queries: [] })
    expect((await clerk.sees()).state).toBe('sealed')
  })

  it('under another key waits until somebody has compared the fingerprint', async () => {
    await clerk.fillsTwoYears()
    const first = await clerk.seals()
    await opens(posted(aReturn(to, { ...ofSeal(first), queries: [] })))
    const other = regulator('换了密钥')
    const changed: Letter = { ...aReturn({ ...to, from: other, letterId: 'R-2' }, { ...ofSeal(first), queries: [aQuery('Q-1')] }) }
    const path = posted(changed, other)
    expect(await clerk.isRefused('letter.open', { path })).toMatchObject({ code: 'letter-key', params: { before: bureau.signer, now: other.signer } })
    expect(await opens(path, true)).toMatchObject({ trust: 'confirmed', queries: 1 })
    expect((await opens(path)).trust).toBe('known')
  })
})

describe('an acceptance receipt', () => {
  it('marks the year, and what was accepted is last year’s figure next year', async () => {
    await clerk.startsUnit('annual-2025')
    await clerk.fillsLike('enterprise', 2025)
    const first = await clerk.seals()
    const packDigest = loadedPack('annual-2025').digest
    const receipt: Letter = { ...anAcceptance(to, ofSeal(first)), survey_year: 2025, pack: { id: 'annual-2025', version: loadedPack('annual-2025').pack.version, digest: packDigest } }
    expect(await opens(posted(receipt))).toMatchObject({ kind: 'acceptance', state: 'accepted' })
    expect(await clerk.sees()).toMatchObject({ state: 'accepted', letters: { accepted: { submitNo: 1, receipt: first.receipt, acceptedAt: '2027-03-19 09:30:00' } } })
    expect((await home())?.letters.acceptedAt).toBe('2027-03-19 09:30:00')
    await clerk.startsYear('annual-2026')
    expect((await clerk.sees()).prior).toMatchObject({ origin: 'own', year: 2025, data: { values: { fe_rev: '2694.58' } } })
  })
})

describe('a task', () => {
  it('sets up the unit and the year with its deadline and the regulator’s key', async () => {
    const opened = await opens(posted(aTask(to, ['101', '301'])))
    expect(opened).toMatchObject({ kind: 'task', made: 'unit', state: 'draft', trust: 'first-seen' })
    clerk.filing = opened.filing
    const view = await clerk.sees()
    expect(view.data.values).toMatchObject({ org_name: to.orgName, uscc: '91330114MAY0A1K2XU', unit_seq: '00' })
    expect(view.letters.task).toMatchObject({ deadline: '2027-03-20', forms: ['101', '301'], signer: bureau.signer })
    expect(await home()).toMatchObject({ deadline: '2027-03-20', letters: { task: { signer: bureau.signer } } })
    expect(await opens(posted(aTask(to, ['101', '301'])))).toMatchObject({ again: true, made: null, filing: opened.filing })
  })
  it('adds only the year where the unit is, and is refused under another pack', async () => {
    await clerk.startsUnit('annual-2025')
    expect((await opens(posted(aTask(to)))).made).toBe('year')
    expect(await isNotOpened({ ...aTask({ ...to, letterId: 'R-3' }), pack: { id: 'annual-2026', version: '9.0', digest: 'f'.repeat(64) } })).toBe('letter-pack')
  })
})
