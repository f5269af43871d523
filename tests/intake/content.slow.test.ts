import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { qrText } from '../../core/submission/receipt.ts'
import { readWorkbook } from '../../electron/excel/book.ts'
import { writeTemplate } from '../../electron/excel/write.ts'
import type { Ledger } from '../../electron/ledger/ledger.ts'
import { loadedPack } from '../core/samples.ts'
import { edited } from '../excel/rezip.ts'
import { good } from '../support/desk.ts'
import { Bureau } from '../support/intakeDesk.ts'
import { describeLedger } from '../support/ledger.ts'
import { nameOf, sealedUnit, unitOf, usccOf } from '../support/submissions.ts'

/** A blank template with a few cells filled in, as a spreadsheet program leaves them. */
function filledTemplate(cells: Readonly<Record<string, string>>): Uint8Array {
  const bytes = writeTemplate(loadedPack('annual-2026'))
  const map = hiddenMap(bytes)
  const edits: Record<string, (xml: string) => string> = {}
  for (const [item, text] of Object.entries(cells)) {
    const at = map.findIndex((sheet) => sheet.inputs.some(([, key, row]) => key === item && row === null))
    const ref = map[at]?.inputs.find(([, key]) => key === item)?.[0] ?? ''
    const before = edits[`xl/worksheets/sheet${at + 1}.xml`] ?? ((xml: string) => xml)
    edits[`xl/worksheets/sheet${at + 1}.xml`] = (xml) => before(xml).replace(new RegExp(`<c r="${ref}"([^>]*?)(/>|>.*?</c>)`), (_, attributes: string) => `<c r="${ref}"${attributes.replace(/ t="\w+"/, '')} t="inlineStr"><is><t>${text}</t></is></c>`)
  }
  return edited(bytes, edits)
}
interface MapSheet { readonly inputs: readonly (readonly [ref: string, item: string, row: number | null])[] }
function hiddenMap(bytes: Uint8Array): readonly MapSheet[] {
  const cells = readWorkbook(bytes)
  if (!cells.ok) throw new Error(cells.problem.code)
  const text = [...cells.value.values()].flatMap((sheet) => [...sheet.values()].map((cell) => cell.text)).filter((one) => one.includes('jianbao-template') || one.startsWith('{') || one.includes('"inputs"')).join('')
  return (JSON.parse(text.slice(text.indexOf('{'))) as { sheets: readonly MapSheet[] }).sheets
}

describeLedger('what a submission says', (make) => {
  let bureau: Bureau
  beforeEach(async () => { bureau = await new Bureau(await make.place()).opens() })
  afterEach(() => { bureau.leaves() })
  const only = async (path: string) => {
    const { batch } = await bureau.takesIn(path)
    const [file] = (await bureau.files(batch)).values()
    return bureau.asks('intake.file', { file: file?.id ?? 0 })
  }
  const ledger = async (): Promise<Ledger> => good(await bureau.engine.desk.ledger())

  it('is computed again: claimed figures and findings are never believed', async () => {
    const honest = sealedUnit({ n: 1 })
    const [item = '', value] = Object.entries(honest.payload.computed).find(([, text]) => text !== null && /^[1-9]\d*\.\d+$/.test(text)) ?? []
    const liar = { n: 1, twist: (input) => ({ ...input, computed: { ...input.computed, [item]: '1.00' }, findings: [] }) } satisfies Parameters<typeof sealedUnit>[0]
    const file = await only(bureau.gets('谎.xlsx', liar))
    expect(file.verdict).toBe('sealed')
    expect(file.mismatches).toContainEqual({ kind: 'computed', what: item, claimed: '1.00', found: value })
    expect(file.mismatches.filter((one) => one.kind === 'finding')).toHaveLength(honest.payload.findings.length)
    const stored = await (await ledger()).sql.get<{ num: number | null; txt: string | null; decimals: number }>('select v.num, v.txt, k.decimals from value v join item_key k on k.id = v.item where k.item = ? and v.submission = ?', [item, file.submission ?? 0])
    expect(stored).toMatchObject({ num: Math.round(Number(value) * 10 ** (stored?.decimals ?? 0)), txt: null })
  })

  it('is stored value for value, blanks left out', async () => {
    const made = sealedUnit({ n: 2 })
    const file = await only(bureau.gets('a.xlsx', made.bytes))
    const rows = await (await ledger()).sql.all<{ item: string; row_no: number; num: number | null; txt: string | null; decimals: number }>('select k.item, v.row_no, v.num, v.txt, k.decimals from value v join item_key k on k.id = v.item where v.submission = ?', [file.submission ?? 0])
    const found = new Map(rows.map((row) => [`${row.item}/${row.row_no}`, row.num === null ? row.txt : (row.num / 10 ** row.decimals).toFixed(row.decimals)]))
    const sealed = { ...made.payload.values, ...made.payload.signoff }
    for (const [item, text] of Object.entries(sealed)) expect(found.get(`${item}/0`), item).toBe(text)
    for (const table of Object.values(made.payload.tables)) for (const row of table.rows) for (const [item, text] of Object.entries(row.cells)) expect(found.get(`${item}/${row.id}`), item).toBe(text)
    expect(file.mismatches).toEqual([])
    expect(file.findings.length).toBe(made.payload.findings.length)
  })

  it('is held against the ledger\'s accepted figures of last year, which never make it unexplained', async () => {
    await bureau.asks('ledger.use', { pack: 'annual-2025' })
    const before = await only(bureau.gets('2025.xlsx', { n: 1, year: 2025 }))
    await bureau.accepts(before.submission)
    await bureau.asks('ledger.use', { pack: 'annual-2026' })
    const same = await only(bureau.gets('如实.xlsx', { n: 1 }))
    expect(same.mismatches.filter((one) => one.kind === 'prior')).toEqual([])
    const other = await only(bureau.gets('改了上年.xlsx', { n: 1, submitNo: 2, twist: (input) => ({ ...input, prior: input.prior && { ...input.prior, data: { ...input.prior.data, values: { ...input.prior.data.values, rev_total: '999999.00' } } } }) }))
    expect(other.mismatches).toContainEqual({ kind: 'prior', what: 'rev_total', claimed: '999999.00', found: expect.stringMatching(/^\d/) })
    const view = await bureau.asks('review.open', { submission: other.submission ?? 0 })
    expect(view.priors).toContainEqual(expect.objectContaining({ item: 'rev_total', carried: '999,999.00' }))
    const none = await only(bureau.gets('没带上年.xlsx', { n: 1, submitNo: 3, twist: (input) => ({ ...input, prior: null }) }))
    expect(none.mismatches.filter((one) => one.kind === 'prior')[0]).toEqual({ kind: 'prior', what: '', claimed: '', found: '' })
  })

  it('is known by its key: first seen, another one, confirmed', async () => {
    expect((await only(bureau.gets('1.xlsx', { n: 1 }))).trust).toBe('first-seen')
    expect((await only(bureau.gets('2.xlsx', { n: 1, submitNo: 2 }))).trust).toBe('known')
    const changed = await only(bureau.gets('3.xlsx', { n: 1, submitNo: 3, key: '别的密钥' }))
    expect(changed).toMatchObject({ trust: 'changed', confirmedBy: null })
    expect(changed.why).toContain('核对指纹')
    expect((await bureau.asks('intake.progress', { batch: null }))?.todo).toBe(1)
    expect((await bureau.asks('review.clean', {})).ready).toEqual([])
    expect(await bureau.isRefused('intake.confirmKey', { unit: unitOf(1), signer: '0'.repeat(16), reason: '电话核对' })).toMatchObject({ code: 'intake-signer' })
    await bureau.asks('intake.confirmKey', { unit: unitOf(1), signer: changed.signer ?? '', reason: '电话核对过指纹' })
    expect((await bureau.asks('intake.file', { file: changed.id })).confirmedBy).toBe('示例审核员')
    expect((await bureau.asks('review.clean', {})).ready).toHaveLength(1)
    expect((await only(bureau.gets('4.xlsx', { n: 1, submitNo: 4, key: '别的密钥' }))).trust).toBe('known')
  })

  it('is found by the code on its stamped paper', async () => {
    const made = sealedUnit({ n: 1 })
    await only(bureau.gets('1.xlsx', made.bytes))
    const asked = (code: string) => bureau.asks('intake.match', { code })
    expect(await asked(` ${made.receipt.toLowerCase().replaceAll('-', ' — ')} `)).toMatchObject([{ unit: unitOf(1), name: nameOf(1), submitNo: 1, receipt: made.receipt, same: null }])
    const qr = { unitId: unitOf(1), year: 2026, submitNo: 1 }
    expect(await asked(qrText({ ...qr, digest: made.digest }))).toMatchObject([{ same: true }])
    expect(await asked(qrText({ ...qr, digest: sealedUnit({ n: 1, values: { unit_head: '别人' } }).digest }))).toMatchObject([{ unit: unitOf(1), same: false }])
    expect(await asked(qrText({ ...qr, unitId: unitOf(9), digest: 'ab'.repeat(32) }))).toEqual([])
    const wrong = `${made.receipt.slice(0, -1)}${made.receipt.endsWith('A') ? 'B' : 'A'}`
    expect(await bureau.isRefused('intake.match', { code: wrong })).toMatchObject({ code: 'intake-code' })
  })

  it('late, and sealed on a day to come, is told', async () => {
    const late = new Bureau(await make.place(), { now: () => new Date('2027-03-25T02:00:00Z') })
    await late.opens()
    const { batch } = await late.takesIn(late.gets('1.xlsx', { n: 1 }))
    const [file] = (await late.files(batch)).values()
    expect((await late.asks('review.open', { submission: file?.submission ?? 0 })).line.late).toBe(true)
    late.leaves()
    const early = new Bureau(await make.place(), { now: () => new Date('2027-01-05T02:00:00Z') })
    await early.opens()
    const first = await early.takesIn(early.gets('1.xlsx', { n: 1 }))
    const [one] = (await early.files(first.batch)).values()
    expect((await early.asks('intake.file', { file: one?.id ?? 0 })).why).toContain('封存日期 2027-03-10 晚于收件日期 2027-01-05')
    early.leaves()
  })

  it('by hand gets a findings slip, or is taken in under the ledger\'s key and marked', async () => {
    const file = await only(bureau.gets('手填.xlsx', filledTemplate({ uscc: usccOf(5), unit_seq: '00', org_name: nameOf(5), staff_total: '十二' })))
    expect(file).toMatchObject({ verdict: 'unsealed', state: 'received', unit: unitOf(5), name: nameOf(5), did: '按手工表收' })
    expect(file.errors).toBeGreaterThan(0)
    expect(file.findings.length).toBeGreaterThan(0)
    const { path } = await bureau.asks('intake.findings', { file: file.id, path: join(bureau.folder, '意见.xlsx') })
    expect(readWorkbook(readFileSync(path)).ok).toBe(true)
    const taken = await bureau.asks('intake.takeHand', { file: file.id, reason: '单位没有电脑' })
    expect(taken).toMatchObject({ state: 'in_review', submitNo: 1, unit: unitOf(5) })
    const view = await bureau.asks('review.open', { submission: taken.submission ?? 0 })
    expect(view.line).toMatchObject({ handFiled: true, verdict: 'unsealed' })
    expect((await bureau.asks('review.clean', {})).ready).toEqual([])
    expect(await bureau.isRefused('intake.takeHand', { file: file.id, reason: '再来' })).toMatchObject({ code: 'intake-not-hand' })
    const again = await only(bureau.gets('又一份.xlsx', filledTemplate({ uscc: usccOf(5), unit_seq: '00', org_name: nameOf(5), unit_head: '甲' })))
    expect(await bureau.asks('intake.takeHand', { file: again.id, reason: '更正' })).toMatchObject({ submitNo: 2, state: 'in_review' })
    const blank = await only(bureau.gets('没写代码.xlsx', filledTemplate({ org_name: nameOf(6) })))
    expect(await bureau.isRefused('intake.takeHand', { file: blank.id, reason: 'x' })).toMatchObject({ code: 'intake-hand-unit' })
    expect(await bureau.asks('intake.takeHand', { file: blank.id, unit: unitOf(6), reason: '电话问明' })).toMatchObject({ unit: unitOf(6), state: 'in_review' })
  })
})

it('what a signed file says of itself may not break the ledger', async () => {
  const bureau = await new Bureau().opens({ units: 2 })
  bureau.gets('同号行.xlsx', { n: 1, twist: (input) => ({ ...input, data: { ...input.data, tables: { ...input.data.tables, domains: (input.data.tables['domains'] ?? []).map((row) => ({ ...row, id: 1 })) } } }) })
  bureau.gets('怪代码.xlsx', { n: 1, twist: (input) => ({ ...input, meta: { ...input.meta, unitId: "'; drop table submission; --" } }) })
  bureau.gets('别人的代码.xlsx', { n: 1, twist: (input) => ({ ...input, meta: { ...input.meta, unitId: unitOf(2) } }) })
  bureau.gets('好的.xlsx', { n: 2 })
  const { batch } = await bureau.takesIn()
  expect(await bureau.stands(batch)).toMatchObject({ '同号行.xlsx': 'damaged received', '怪代码.xlsx': 'damaged received' })
  const files = await bureau.files(batch)
  const other = await bureau.asks('intake.file', { file: files.get('别人的代码.xlsx')?.id ?? 0 })
  expect(other.mismatches).toContainEqual({ kind: 'computed', what: 'unit', claimed: unitOf(2), found: unitOf(1) })
  expect([files.get('别人的代码.xlsx')?.state, files.get('好的.xlsx')?.state]).toEqual(['conflict', 'conflict'])
  bureau.leaves()
})
