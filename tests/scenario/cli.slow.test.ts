import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleYear } from '../support/desk.ts'

const cli = resolve(import.meta.dirname, '../../electron/cli.ts')
let folder: string
const at = (name: string): string => join(folder, name)
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran { readonly status: number; readonly out: string; readonly err: string; readonly lines: readonly Record<string, unknown>[] }
function run(...words: string[]): Promise<Ran> {
  return new Promise(done => {
    execFile(process.execPath, [cli, ...words], { env: { ...process.env, JIANBAO_DATA_DIR: at('data') } }, (error, out, err) => {
      const status = error ? Number(error.code) : 0
      const lines = words.includes('--json') ? out.split('\n').filter(Boolean).map(line => JSON.parse(line) as Record<string, unknown>) : []
      done({ status, out, err, lines })
    })
  })
}
const write = (name: string, object: unknown): string => { writeFileSync(at(name), JSON.stringify(object)); return at(name) }
interface Line { readonly rule: string; readonly severity: string; readonly row: string | null }
const findingsOf = (ran: Ran): readonly Line[] => (ran.lines[0]?.findings ?? []) as readonly Line[]
const enterprise = (): ReturnType<typeof sampleYear> => ({ ...sampleYear('enterprise', 2026), prior: sampleYear('enterprise', 2025) })

describe('wrong use', () => {
  it.each([[[]], [['frobnicate']], [['verify']], [['verify', '--nope']], [['demo']], [['demo', '--out', 'x', '--today', '2027-02-30']], [['pack', 'chek', 'x']], [['fill', '--unit', 'x']], [['template']], [['audit']], [['constructor']]])('%j exits 64 with a sentence', async words => {
    const ran = await run(...words)
    expect([ran.status, ran.out]).toEqual([64, ''])
    expect(ran.err).toMatch(/help/)
  })

  it('help is in Chinese and English', async () => {
    const ran = await run('help')
    expect(ran.status).toBe(0)
    expect(ran.out).toMatch(/用法[\s\S]*Usage/)
  })
})

describe('demo and verify', () => {
  it('write six sealed workbooks, the same every time, and know a changed one', { timeout: 60_000 }, async () => {
    const first = await run('demo', '--out', at('one'), '--json')
    expect(first.status, first.err).toBe(0)
    expect(first.lines.map(l => l.verdict)).toEqual(Array(6).fill('sealed'))
    await run('demo', '--out', at('two'))
    const names = readdirSync(at('one'))
    expect(names).toHaveLength(6)
    for (const name of names) expect(readFileSync(join(at('two'), name)).equals(readFileSync(join(at('one'), name)))).toBe(true)
    const good = await run('verify', '--json', ...names.map(n => join(at('one'), n)))
    expect([good.status, good.lines.length]).toEqual([0, 6])
    expect(Object.keys(good.lines[0] ?? {}).sort()).toEqual(['changed', 'file', 'pack', 'problem', 'signer', 'submitNo', 'trust', 'unit', 'verdict'])
    writeFileSync(at('cut.xlsx'), readFileSync(join(at('one'), names[0] ?? '')).subarray(0, 30000))
    const bad = await run('verify', '--json', at('cut.xlsx'), at('gone.xlsx'))
    expect([bad.status, ...bad.lines.map(l => l.verdict)]).toEqual([2, 'damaged', null])
    const audited = await run('audit', '--json', join(at('one'), names.find(n => n.includes('_2026_')) ?? ''))
    expect([audited.status, findingsOf(audited).length > 0]).toEqual([0, true])
  })
})

describe('audit and fill', () => {
  it('audit a filing and give its findings in the documented shape', async () => {
    const object = enterprise()
    object.values.staff_female = 84
    const ran = await run('audit', '--json', write('bad.json', object))
    expect(ran.status).toBe(2)
    const findings = findingsOf(ran)
    expect(findings.find(f => f.severity === 'error')).toEqual({
      rule: 'W027', severity: 'error', row: null, message: '女性人数不得大于期末从业人员。', explanation: null,
      cells: [{ form: '103', item: 'staff_female', row: null }, { form: '103', item: 'staff_total', row: null }],
    })
    expect(findings.find(f => f.rule === 'F025')?.row).toBe('201112349901')
  })

  it('fill and seal what may be sealed, the same bytes every time, never over a file', async () => {
    const unit = write('good.json', enterprise())
    const ran = await run('fill', '--unit', unit, '--out', at('a.xlsx'), '--json')
    expect(ran.status, ran.err + ran.out).toBe(0)
    expect(ran.lines[0]).toMatchObject({ sealed: true, verdict: 'sealed', submitNo: 1, unit: '91330114MAY0A1K2XU-00' })
    await run('fill', '--unit', unit, '--out', at('b.xlsx'))
    expect(readFileSync(at('b.xlsx')).equals(readFileSync(at('a.xlsx')))).toBe(true)
    const again = await run('fill', '--unit', unit, '--out', at('a.xlsx'))
    expect([again.status, again.out]).toEqual([2, ''])
  })

  it('fill takes a workbook as well as JSON: the same answers, explanations and last year', async () => {
    const first = await run('fill', '--json', '--unit', write('unit.json', enterprise()), '--out', at('from-json.xlsx'))
    const again = await run('fill', '--json', '--unit', at('from-json.xlsx'), '--out', at('from-xlsx.xlsx'))
    expect([first.status, again.status]).toEqual([0, 0])
    expect(findingsOf(again)).toEqual(findingsOf(first))
  })

  it('audit reports a day of sealing after the real clock, beside the findings, and only then', async () => {
    const object = { ...enterprise(), today: '2999-03-10' }
    await run('fill', '--unit', write('late.json', object), '--out', at('late.xlsx'))
    const late = await run('audit', '--json', at('late.xlsx'))
    expect([late.status, late.lines[0]?.['notices']]).toEqual([0, [expect.stringContaining('2999-03-10')]])
    expect((await run('audit', '--json', write('early.json', { ...object, today: '2020-03-10' }))).lines[0]).not.toHaveProperty('notices')
  })

  it('fill answers with the findings where it may not be sealed, and writes nothing', async () => {
    const object = enterprise()
    object.values.tel = '12345'
    const ran = await run('fill', '--unit', write('bad2.json', object), '--out', at('c.xlsx'), '--json')
    expect(ran.status).toBe(2)
    expect(ran.lines[0]).toMatchObject({ file: null, sealed: false })
    expect(readdirSync(folder)).not.toContain('c.xlsx')
  })

  it.each([
    ['no JSON', '{'],
    ['a key that no filing has', '{"survey_year": 2026, "values": {"__proto__": 5}}'],
    ['an unknown key', JSON.stringify({ survey_year: 2026, values: { zzz: 1 } })],
    ['a year without a pack', JSON.stringify({ survey_year: 2019, values: {} })],
    ['no filing', '[1]'],
  ])('audit refuses %s with a sentence', async (_, text) => {
    writeFileSync(at('odd.json'), text)
    const ran = await run('audit', '--json', at('odd.json'))
    expect(ran.status).toBe(2)
    expect(String(ran.lines[0]?.problem)).toMatch(/。$/)
  })
})

describe('folders that cannot be', () => {
  it('get a sentence from demo, fill and template, at once', async () => {
    writeFileSync(at('plain'), '')
    const unit = write('sound.json', enterprise())
    const folders = process.platform === 'linux' ? [at('plain'), join(at('plain'), 'in'), '/proc/x', '/proc/x/y'] : [at('plain'), join(at('plain'), 'in')]
    for (const out of folders) {
      const ran = [await run('demo', '--out', out), await run('fill', '--unit', unit, '--out', join(out, 'a.xlsx')), await run('template', '--pack', 'annual-2026', '--out', join(out, 'a.xlsx'))]
      for (const { status, err } of ran) expect([status, err]).toEqual([2, expect.stringContaining('这个文件夹不能写入')])
    }
  }, 60_000)
})

describe('packs', () => {
  it('are checked, and their blank template is written', async () => {
    const good = await run('pack', 'check', resolve(import.meta.dirname, '../../seeds/packs/annual-2026'), '--json')
    expect([good.status, good.lines[0]?.problem]).toEqual([0, null])
    const made = await run('template', '--pack', 'annual-2026', '--out', at('blank.xlsx'))
    expect(made.status, made.err).toBe(0)
    const seen = await run('verify', '--json', at('blank.xlsx'))
    expect([seen.status, seen.lines[0]?.verdict]).toEqual([2, 'unsealed'])
    const audited = await run('audit', '--json', at('blank.xlsx'))
    expect(audited.status).toBe(2)
    expect(findingsOf(audited).some(f => f.rule === 'F032')).toBe(true)
    const over = await run('template', '--pack', 'annual-2026', '--out', at('blank.xlsx'))
    expect([over.status, over.err]).toEqual([2, expect.stringContaining('没有覆盖')])
    expect((await run('template', '--pack', 'annual-1999', '--out', at('x.xlsx'))).status).toBe(2)
  })
})
