import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { templateName } from '../../electron/handlers/regulator/watch/bulletin.ts'
import { Bureau } from '../support/intakeDesk.ts'
import { describeNeeding } from '../support/needs.ts'

const scope = { basis: 'accepted', level: 'all', edition: 'internal', switches: {} } as const
let bureau: Bureau

beforeAll(async () => {
  bureau = new Bureau()
  await bureau.opens({ units: 9, region: '330114' })
  for (const n of [1, 2, 3, 4, 5, 6]) bureau.gets(`${n}.xlsx`, { n, year: 2025 })
  await bureau.asks('ledger.use', { pack: 'annual-2025' })
  const last = await bureau.takesIn()
  await bureau.accepts(...[...(await bureau.files(last.batch)).values()].map((one) => one.submission))
  await bureau.asks('ledger.use', { pack: 'annual-2026' })
  for (const n of [1, 2, 3, 4, 5, 6]) bureau.gets(`now/${n}.xlsx`, { n })
  const { batch } = await bureau.takesIn(join(bureau.inbox, 'now'))
  await bureau.accepts(...[...(await bureau.files(batch)).values()].map((one) => one.submission))
  for (const [kind, key, year, value] of [['base', 'cma', 2023, '2'], ['target', 'cma', 2027, '10'], ['base', 'rev', 2023, '0.01'], ['target', 'rev', 2027, '0.05'], ['theme', '06', 2027, '0.2']] as const) {
    await bureau.asks('tables.setInput', { kind, key, year, value, source: '规划（示例）', date: '2026-12-26', reason: '' })
  }
}, 120_000)
afterAll(() => bureau.leaves())

describe('monitoring', () => {
  test('a lamp for each indicator that has base, actual and target', async () => {
    const view = await bureau.asks('monitor.look', { scope })
    const cma = view.indicators.find((one) => one.key === 'cma')
    expect(cma).toMatchObject({ base: '2', actual: '6', target: '10', progress: '50.0', due: '75.0', lamp: 'slow', level1: '产业规模' })
    expect(view.indicators.find((one) => one.key === 'rev')?.lamp).toBe('reached')
    expect(view.indicators.find((one) => one.key === 'certs')?.lamp).toBe('none')
    expect(Object.values(view.lamps).reduce((a, b) => a + b, 0)).toBe(view.indicators.length)
    expect(view.formula[0]).toContain('四年已过三年，应达 75%')
  })

  test('every warning opens evidence, and a jump says both years and the explanation', async () => {
    const { warnings } = await bureau.asks('monitor.look', { scope })
    expect(new Set(warnings.map((w) => w.id)).size).toBe(warnings.length)
    for (const { id } of warnings) {
      const evidence = await bureau.asks('monitor.evidence', { scope, warning: id })
      expect(evidence.rows.length, id).toBeGreaterThan(0)
      for (const row of evidence.rows) expect(row.values.length, id).toBe(evidence.heads.length - 1)
    }
  })

  test('three units without a submission are late once the deadline is past', async () => {
    const past = new Bureau(bureau.place, { now: () => new Date('2027-05-02T02:00:00Z') })
    bureau.engine.close()
    await past.asks('ledger.open', { place: bureau.place })
    const { warnings } = await past.asks('monitor.look', { scope })
    expect(warnings.filter((w) => w.kind === 'late').map((w) => w.unit).sort()).toEqual([7, 8, 9].map(past.unit).sort())
    past.leaves()
    bureau.restarts()
    await bureau.asks('ledger.open', { place: bureau.place })
  })
})

describe('the bulletin', () => {
  test('is worded from the data with signs and units, and keeps what a person wrote', async () => {
    const made = await bureau.asks('bulletin.open', { scope, anew: false })
    const words = new Map(made.blocks.map((block) => [block.id, block]))
    expect(words.get('total')?.text).toContain('检验检测机构6家，与上年持平')
    expect(words.get('total')?.text).toMatch(/比上年增长\d+\.\d\d%/)
    expect(made.blocks.some((block) => block.text.includes('undefined') || block.text.includes('NaN'))).toBe(false)
    const lead = words.get('lead')?.text ?? ''
    const saved = await bureau.asks('bulletin.save', { year: 2026, blocks: [{ id: 'lead', text: `${lead}附言。` }, { id: 'total', text: words.get('total')?.text ?? '' }] })
    expect(saved.blocks.filter((block) => block.edited).map((block) => block.id)).toEqual(['lead'])
    expect(saved.stale).toBe(false)
    const anew = await bureau.asks('bulletin.open', { scope, anew: true })
    expect(anew.blocks.some((block) => block.edited)).toBe(false)
  })

  test('tables and charts say the figures of the consolidated tables', async () => {
    const made = await bureau.asks('bulletin.open', { scope, anew: false })
    const owner = made.blocks.find((block) => block.id === 'owner')
    const table = await bureau.asks('tables.make', { table: 'T07', scope })
    expect(owner?.rows.slice(1).map((row) => row[1])).toEqual(table.rows.map((row) => row.cells.find((cell) => cell.column === 'units')?.text))
    const chart = made.blocks.find((block) => block.id === 'size-chart')?.chart
    expect(chart?.series[0]?.values.reduce((sum, value) => sum + Number(value), 0)).toBe(6)
  })

  test('a bureau’s own template stands beside the ledger; a broken one is named', async () => {
    const path = join(bureau.folder, templateName)
    writeFileSync(path, JSON.stringify({ blocks: [{ kind: 'title', id: 'title', text: '自己的通报 {year}' }, { kind: 'text', id: 'one', text: '机构{count(U)}家，{bureau}。' }] }))
    const own = await bureau.asks('bulletin.open', { scope, anew: false })
    expect(own.blocks.map((block) => block.text)).toEqual(['自己的通报 2026', '机构6家，示例区市场监督管理局。'])
    writeFileSync(path, '{"blocks": [')
    expect((await bureau.isRefused('bulletin.open', { scope, anew: false })).code).toBe('bulletin-template')
    writeFileSync(path, JSON.stringify({ blocks: [{ kind: 'text', id: 'one', text: '{count(U' }] }))
    expect((await bureau.isRefused('bulletin.open', { scope, anew: false })).code).toBe('bulletin-template')
    writeFileSync(path, JSON.stringify({ blocks: [{ kind: 'text', id: 'one', text: '{sum(no_such_item)}' }] }))
    expect((await bureau.isRefused('bulletin.open', { scope, anew: false })).params['what']).toContain('no_such_item')
    rmSync(path)
  })
})

describeNeeding(['libreoffice', 'poppler'], 'the bulletin in a word processor', () => {
  test('opens, shows its text, tables and charts, and is the same bytes each time', async () => {
    const folder = join(bureau.folder, '通报')
    const { files } = await bureau.asks('bulletin.write', { scope, folder, formats: ['docx'] })
    const { files: again } = await bureau.asks('bulletin.write', { scope, folder: `${folder}2`, formats: ['docx'] })
    expect(readFileSync(files[0] ?? '').equals(readFileSync(again[0] ?? ''))).toBe(true)
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${bureau.folder}/lo`, '--convert-to', 'pdf', '--outdir', bureau.folder, files[0] ?? ''], { stdio: 'ignore', timeout: 120_000 })
    const text = execFileSync('pdftotext', ['-layout', (files[0] ?? '').replace(folder, bureau.folder).replace(/docx$/, 'pdf'), '-']).toString('utf8').replaceAll(/\s/g, '')
    for (const words of ['一、总体情况', '表2', '国有及国有控股', '图1', '第1页', '六、报送情况']) expect(text).toContain(words)
  }, 150_000)
})
