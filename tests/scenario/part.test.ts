import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../core/submission/canonical.ts'
import { sha256 } from '../../electron/packs.ts'
import { Clerk } from '../support/desk.ts'

let accountant: Clerk
let laboratory: Clerk
let given = ''
let returned = ''
const labForms = ['302', '103']

beforeEach(async () => {
  accountant = new Clerk()
  let second = 0
  laboratory = new Clerk({ osUser: 'wang', now: () => new Date(Date.UTC(2027, 2, 10, 3) + 1000 * second++) })
  given = join(accountant.folder, '实验室.jbpart')
  returned = join(laboratory.folder, '交回.jbpart')
  await accountant.startsUnit()
  await accountant.fillsLike('enterprise', 2026)
})
afterEach(() => { accountant.leaves(); laboratory.leaves() })

async function gives(forms = labForms): Promise<void> {
  await accountant.asks('part.export', { filing: accountant.filing, forms, to: '实验室 王工', note: '专业领域按台账填', path: given })
}
async function opens(): Promise<Awaited<ReturnType<typeof laboratory.asks<'part.open'>>>> {
  const opened = await laboratory.asks('part.open', { path: given })
  laboratory.unit = opened.unit
  laboratory.filing = opened.filing
  return opened
}
const domains = async (clerk: Clerk) => (await clerk.sees()).data.tables.domains ?? []
const sendsBack = () => laboratory.asks('part.return', { filing: laboratory.filing, path: returned })
const looksAt = () => accountant.asks('part.preview', { filing: accountant.filing, path: returned })
/** Alters a part file and makes its digests fit again. */
function rewrites(path: string, change: (body: Record<string, unknown>) => void): void {
  const file = JSON.parse(readFileSync(path, 'utf8')) as { body: Record<string, unknown>; digest: string }
  change(file.body)
  file.body.baseDigest = sha256(Buffer.from(canonicalJson(file.body.base)))
  file.digest = sha256(Buffer.from(canonicalJson(file.body)))
  writeFileSync(path, canonicalJson({ ...file, publicKey: null, signature: null }))
}

describe('the laboratory and the accountant, each at a computer of their own', () => {
  it('the laboratory gets its forms, and only those, with whose the others are', async () => {
    await gives()
    const opened = await opens()
    expect(opened).toMatchObject({ created: true, from: 'zhou', note: '专业领域按台账填', forms: labForms })
    const [here, there] = [await laboratory.sees(), await accountant.sees()]
    expect(here.unit).toMatchObject({ name: there.unit.name, unitId: there.unit.unitId })
    expect(here.data.tables.domains).toEqual(there.data.tables.domains)
    expect(here.data.values.src_gov).toBeUndefined()
    expect(readFileSync(given, 'utf8')).not.toContain('src_gov')
    expect(here.forms.filter(f => f.applies).map(f => f.form).toSorted()).toEqual(labForms.toSorted())
    expect(new Set(here.forms.filter(f => !labForms.includes(f.form)).map(f => f.why))).toEqual(new Set(['这张表由 zhou 填']))
    expect(here.findings.every(f => f.cells.every(c => labForms.includes(c.form)))).toBe(true)
    expect(await laboratory.asks('part.look', { filing: laboratory.filing })).toMatchObject([{ side: 'in', person: 'zhou', forms: labForms }])
    expect(await accountant.asks('part.look', { filing: accountant.filing })).toMatchObject([{ side: 'out', person: '实验室 王工' }])
    expect((await laboratory.asks('app.state', {})).units[0]?.filings[0]?.givenBy).toBe('zhou')
    expect((await accountant.asks('app.state', {})).units[0]?.filings[0]?.givenBy).toBeNull()
    expect((await laboratory.isRefused('seal.run', { filing: laboratory.filing, folder: laboratory.out })).code).toBe('part-seal')
    laboratory.restarts()
    expect((await laboratory.sees()).forms.find(f => f.form === '301')?.why).toBe('这张表由 zhou 填')
  })

  it('what both did apart comes together as one step, and one undo takes all of it back', async () => {
    await gives()
    await opens()
    const [first, second, third] = await domains(laboratory)
    await laboratory.types('dom_staff', '21', first?.id)
    await laboratory.asks('filing.row', { op: 'delete', filing: laboratory.filing, table: 'domains', rows: [third?.id ?? 0] })
    await laboratory.asks('filing.row', { op: 'add', filing: laboratory.filing, table: 'domains', after: null, cells: { dom_code: '30', dom_staff: '2' } })
    await sendsBack()
    await accountant.types('dom_rev', '88.00', second?.id)
    await accountant.types('src_gov', '1.00')
    const before = await accountant.sees()
    const preview = await looksAt()
    expect(preview).toMatchObject({ by: 'wang', to: '实验室 王工', signer: null, counts: { conflict: 0, mine: 1 } })
    expect(preview.differences.filter(d => d.verdict === 'theirs').map(d => d.kind)).toEqual(['cell', 'row', 'row'])
    const merged = await accountant.asks('part.merge', { filing: accountant.filing, path: returned, digest: preview.digest, choices: [] })
    expect(merged.change.undo).toBe('merge')
    const after = await domains(accountant)
    expect(after.find(r => r.id === first?.id)?.cells.dom_staff).toBe('21')
    expect(after.find(r => r.id === second?.id)?.cells.dom_rev).toBe('88.00')
    expect(after.some(r => r.id === third?.id)).toBe(false)
    expect(after.at(-1)?.cells).toEqual({ dom_code: '30', dom_staff: '2' })
    expect((await looksAt()).counts.theirs).toBe(0)
    await accountant.asks('filing.undo', { filing: accountant.filing })
    expect((await accountant.sees()).data).toEqual(before.data)
    await accountant.asks('filing.redo', { filing: accountant.filing })
    expect(await domains(accountant)).toEqual(after)
  })

  it('a cell that both changed waits for a choice', async () => {
    await gives()
    await opens()
    const [first, second] = await domains(laboratory)
    await laboratory.types('dom_rpt', '111', first?.id)
    await laboratory.types('dom_rpt', '222', second?.id)
    await sendsBack()
    await accountant.types('dom_rpt', '333', first?.id)
    await accountant.types('dom_rpt', '444', second?.id)
    const preview = await looksAt()
    const ids = preview.differences.map(d => d.id)
    expect(preview.counts).toEqual({ theirs: 0, mine: 0, conflict: 2, same: 0 })
    const merge = { filing: accountant.filing, path: returned, digest: preview.digest }
    expect(await accountant.isRefused('part.merge', { ...merge, choices: [{ id: ids[0] ?? '', take: 'theirs' }] })).toEqual({ code: 'part-undecided', params: { count: 1 } })
    await accountant.asks('part.merge', { ...merge, choices: [{ id: ids[0] ?? '', take: 'theirs' }, { id: ids[1] ?? '', take: 'mine' }] })
    const cells = (await domains(accountant)).map(r => r.cells.dom_rpt)
    expect(cells.slice(0, 2)).toEqual(['111', '444'])
  })

  it('a row that one deleted and the other changed can come back', async () => {
    await gives()
    await opens()
    const [first] = await domains(laboratory)
    await laboratory.types('dom_rpt', '111', first?.id)
    await sendsBack()
    await accountant.asks('filing.row', { op: 'delete', filing: accountant.filing, table: 'domains', rows: [first?.id ?? 0] })
    const preview = await looksAt()
    expect(preview.differences.map(d => [d.kind, d.verdict])).toEqual([['row', 'conflict']])
    await accountant.asks('part.merge', { filing: accountant.filing, path: returned, digest: preview.digest, choices: [{ id: preview.differences[0]?.id ?? '', take: 'theirs' }] })
    expect((await domains(accountant))[0]).toEqual({ id: first?.id, cells: { ...first?.cells, dom_rpt: '111' } })
    await accountant.asks('filing.undo', { filing: accountant.filing })
    expect((await domains(accountant)).some(r => r.id === first?.id)).toBe(false)
  })

  it('opened where the unit is, nothing typed there is lost, and one undo takes it back', async () => {
    await gives()
    await laboratory.startsUnit()
    await laboratory.asks('filing.apply', { filing: laboratory.filing, label: 'typed', cells: [], rows: [{ table: 'domains', cells: { dom_code: '40' } }, { table: 'domains', cells: { dom_code: (await domains(accountant))[0]?.cells.dom_code ?? '', dom_staff: '77' } }] })
    const before = await laboratory.sees()
    const opened = await opens()
    expect(opened.created).toBe(false)
    expect(opened.kept).toBe(1)
    const rows = await domains(laboratory)
    expect(rows.find(r => r.cells.dom_code === '40')).toBeDefined()
    expect(rows.filter(r => r.cells.dom_staff === '77')).toHaveLength(1)
    await laboratory.types('dom_rpt', '5', rows[1]?.id)
    await sendsBack()
    const preview = await looksAt()
    expect(preview.counts.conflict).toBe(0)
    expect(preview.differences.map(d => [d.kind, d.rowKey, d.verdict])).toEqual([['cell', rows[1]?.cells.dom_code, 'theirs'], ['cell', rows[1]?.cells.dom_code, 'theirs'], ['row', '40', 'theirs']])
    await laboratory.asks('filing.undo', { filing: laboratory.filing })
    await laboratory.asks('filing.undo', { filing: laboratory.filing })
    expect((await laboratory.sees()).data).toEqual(before.data)
  })

  it('opened again after a second giving, what the laboratory typed stays and what the accountant changed comes', async () => {
    await gives()
    await opens()
    const [first, second] = await domains(laboratory)
    await laboratory.types('dom_staff', '21', first?.id)
    await accountant.types('dom_rev', '88.00', second?.id)
    await gives()
    expect(await opens()).toMatchObject({ created: false, taken: 1, kept: 0 })
    const rows = await domains(laboratory)
    expect([rows[0]?.cells.dom_staff, rows[1]?.cells.dom_rev]).toEqual(['21', '88.00'])
    expect(await laboratory.asks('part.look', { filing: laboratory.filing })).toHaveLength(2)
    await sendsBack()
    expect((await looksAt()).counts).toEqual({ theirs: 1, mine: 0, conflict: 0, same: 0 })
  })

  it('what is said goes along, comes back and is merged: explanations, notes, the order of rows', async () => {
    const [first, second] = await domains(accountant)
    await accountant.asks('note.set', { filing: accountant.filing, item: 'dom_rev', row: first?.id ?? 0, text: '按合同台账', shared: true })
    await accountant.asks('note.set', { filing: accountant.filing, item: 'tel', row: null, text: '别的表的附注', shared: false })
    const own = (await accountant.sees()).findings.find(f => f.explanation !== null && f.cells.every(c => labForms.includes(c.form)))
    await gives()
    expect(readFileSync(given, 'utf8')).not.toContain('别的表的附注')
    await opens()
    const here = await laboratory.sees()
    expect(here.notes.map(n => [n.item, n.row, n.text, n.shared])).toEqual([['dom_rev', first?.id, '按合同台账', true]])
    if (own) expect(here.findings.find(f => f.rule === own.rule && f.row === own.row)?.explanation).toBe(own.explanation)
    await laboratory.asks('note.set', { filing: laboratory.filing, item: 'dom_rev', row: first?.id ?? 0, text: '按检测系统导出', shared: true })
    await laboratory.asks('note.set', { filing: laboratory.filing, item: 'dom_staff', row: second?.id ?? 0, text: '含两名兼职', shared: false })
    const mine = (await laboratory.asks('filing.row', { op: 'add', filing: laboratory.filing, table: 'domains', after: null, cells: { dom_code: '30', dom_staff: '2' } })).row ?? 0
    await laboratory.asks('note.set', { filing: laboratory.filing, item: 'dom_staff', row: mine, text: '新领域', shared: false })
    await laboratory.asks('filing.explain', { filing: laboratory.filing, rule: 'W021', row: first?.id ?? 0, item: null, text: '本年承接了省级抽检任务' })
    await laboratory.asks('filing.row', { op: 'move', filing: laboratory.filing, table: 'domains', row: second?.id ?? 0, after: null })
    await sendsBack()
    const before = await accountant.sees()
    const preview = await looksAt()
    expect(preview.counts.conflict).toBe(0)
    expect(preview.differences.map(d => d.kind).toSorted()).toEqual(expect.arrayContaining(['order', 'remark', 'remark', 'row']))
    await accountant.asks('part.merge', { filing: accountant.filing, path: returned, digest: preview.digest, choices: [] })
    const after = await accountant.sees()
    const rows = await domains(accountant)
    expect(rows[0]?.id).toBe(second?.id)
    expect(after.notes.filter(n => n.item.startsWith('dom_')).map(n => [n.item, n.row, n.text])).toEqual([['dom_rev', first?.id, '按检测系统导出'], ['dom_staff', second?.id, '含两名兼职'], ['dom_staff', rows.at(-1)?.id, '新领域']])
    await accountant.asks('filing.undo', { filing: accountant.filing })
    const undone = await accountant.sees()
    expect([undone.data, undone.notes.map(n => n.text), undone.findings]).toEqual([before.data, before.notes.map(n => n.text), before.findings])
  })

  it('a part that an older program wrote is read, and goes back as it came', async () => {
    await gives()
    const file = JSON.parse(readFileSync(given, 'utf8')) as { format: string; body: { base: { remarks?: unknown; tables: Record<string, { remarks?: unknown }[]> } } }
    rewrites(given, body => {
      const base = body.base as typeof file.body.base
      delete base.remarks
      for (const rows of Object.values(base.tables)) for (const row of rows) delete row.remarks
    })
    writeFileSync(given, readFileSync(given, 'utf8').replace('jianbao-part-2', 'jianbao-part-1'))
    expect((await opens()).created).toBe(true)
    await laboratory.types('dom_rpt', '9', (await domains(laboratory))[0]?.id)
    await sendsBack()
    expect(readFileSync(returned, 'utf8')).toContain('"format":"jianbao-part-1"')
    expect(readFileSync(returned, 'utf8')).not.toContain('remarks')
  })

  it('let go, a filing is nobody\'s part any more', async () => {
    await gives()
    await opens()
    const [part] = await laboratory.asks('part.look', { filing: laboratory.filing })
    expect(await laboratory.asks('part.forget', { filing: laboratory.filing, part: part?.part ?? '' })).toEqual([])
    expect((await laboratory.sees()).forms.find(f => f.form === '301')?.applies).toBe(true)
    expect((await laboratory.isRefused('part.return', { filing: laboratory.filing, path: returned })).code).toBe('part-none')
  })
})

describe('a part file', () => {
  it('is signed where the unit has a key', async () => {
    await accountant.asks('key.export', { unit: accountant.unit, path: join(accountant.folder, 'k.key'), passphrase: '' })
    const written = await accountant.asks('part.export', { filing: accountant.filing, forms: labForms, to: '王', note: '', path: given })
    expect(written.signer).toMatch(/^[0-9a-f]{16}$/)
    expect((await opens()).created).toBe(true)
    const file = JSON.parse(readFileSync(given, 'utf8')) as { signature: string }
    writeFileSync(given, canonicalJson({ ...file, signature: `AAAA${file.signature.slice(4)}` }))
    expect((await laboratory.isRefused('part.open', { path: given })).code).toBe('part-damaged')
  })

  it('that is not one, is damaged or does not belong is refused in so many words, and nothing changes', async () => {
    await gives()
    const before = await accountant.sees()
    const whole = readFileSync(given, 'utf8')
    const refusal = async (text: string): Promise<string> => { writeFileSync(returned, text); return (await laboratory.isRefused('part.open', { path: returned })).code }
    expect(await refusal('hello')).toBe('part-not-file')
    expect(await refusal('{"format":"x"}')).toBe('part-not-file')
    expect(await refusal(whole.replace('jianbao-part-2', 'jianbao-part-3'))).toBe('part-newer')
    expect(await refusal(whole.slice(0, 400))).toBe('part-damaged')
    expect(await refusal(whole.replace('王工', '李工'))).toBe('part-damaged')
    expect((await accountant.isRefused('part.open', { path: given })).code).toBe('part-own')
    expect((await accountant.isRefused('part.preview', { filing: accountant.filing, path: given })).code).toBe('part-given')
    expect((await accountant.isRefused('part.export', { filing: accountant.filing, forms: ['999'], to: '王', note: '', path: given })).code).toBe('part-form')
    await opens()
    await sendsBack()
    expect((await laboratory.isRefused('part.open', { path: returned })).code).toBe('part-returned')
    for (const [change, code] of [
      [(b: Record<string, unknown>) => { b.pack = { ...(b.pack as object), digest: '0'.repeat(64) } }, 'part-pack'],
      [(b: Record<string, unknown>) => { b.unit = { uid: '0'.repeat(16), name: '别家', uscc: '91330000MAAAAAAAAA', unitSeq: '00' } }, 'part-unit'],
      [(b: Record<string, unknown>) => { (b.now as { values: object }).values = { src_gov: '1' } }, 'part-damaged'],
      [(b: Record<string, unknown>) => { (b.base as { values: object }).values = {}; (b.base as { tables: object }).tables = {} }, 'part-damaged'],
    ] as const) {
      await sendsBack()
      rewrites(returned, change)
      expect((await accountant.isRefused('part.preview', { filing: accountant.filing, path: returned })).code).toBe(code)
    }
    expect((await accountant.sees()).data).toEqual(before.data)
  })

  it('that changes after its preview is refused', async () => {
    await gives()
    await opens()
    await sendsBack()
    const { digest } = await looksAt()
    const [first] = await domains(laboratory)
    await laboratory.types('dom_rpt', '9', first?.id)
    await sendsBack()
    expect((await accountant.isRefused('part.merge', { filing: accountant.filing, path: returned, digest, choices: [] })).code).toBe('part-changed')
  })
})
