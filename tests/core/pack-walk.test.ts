import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../../core/audit/run.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { priorOf } from '../../core/filing/prior.ts'
import { startFrom } from '../../core/pack/carry.ts'
import { loadPack, type PackFiles } from '../../core/pack/load.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { seedPack } from '../support/pack.ts'
import { sampleFiling } from '../support/sample.ts'

const root = join(import.meta.dirname, '../..')
const today = '2028-03-01'
let seeds = ''

/** Someone follows the page: every block headed by a file name becomes that file, in a copy of seeds/. */
beforeAll(() => {
  seeds = join(mkdtempSync(join(tmpdir(), 'pack-walk-')), 'seeds')
  cpSync(join(root, 'seeds'), seeds, { recursive: true })
  const page = readFileSync(join(root, 'docs/adding-a-year.md'), 'utf8')
  for (const [, path = '', text = ''] of page.matchAll(/^`seeds\/([^`]+)`\n\n```json\n([\s\S]*?)^```$/gm)) put(path, text)
})
afterAll(() => rmSync(dirname(seeds), { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(seeds, path)), { recursive: true })
  writeFileSync(join(seeds, path), text)
}
const files: PackFiles = {
  list: (dir) => readdirSync(join(seeds, dir), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => relative(join(seeds, dir), join(e.parentPath, e.name)).split(sep).join('/')),
  read: (path) => readFileSync(join(seeds, path)),
}
const load = (id = 'annual-2027') => loadPack(files, id, (bytes) => createHash('sha256').update(bytes).digest('hex'))
function loaded(id?: string): LoadedPack {
  const result = load(id)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
/** The enterprise's 2027 filing: what is carried from 2026, and some answers. */
function filing(answers: Readonly<Record<string, string>>): FilingData {
  const from = seedPack('annual-2026')
  const started = startFrom(loaded().pack, priorOf(from, loaded().pack, sampleFiling(from, 'enterprise', 2026).data, 'own').data)
  return { ...started, values: { ...started.values, ...answers } }
}
function findings(answers: Readonly<Record<string, string>>) {
  const { pack } = loaded()
  const from = seedPack('annual-2026')
  const prior = priorOf(from, pack, sampleFiling(from, 'enterprise', 2026).data, 'own')
  return audit({ pack, data: filing(answers), prior, today, explanations: [] })
}

describe('a year added with nothing but JSON files', () => {
  test('a new filing starts with last year’s carried answers, the new form empty', () => {
    const { values } = filing({})
    expect([values['org_name'], values['power_use'], values['ai_line']]).toEqual(['浙江澜序示例检测科技有限公司', undefined, undefined])
  })

  test('the new rule is found on the new form, with its values', () => {
    const [finding] = findings({ power_use: '12.5', power_green: '30' }).filter((f) => f.rule === 'N001')
    expect(finding).toMatchObject({ severity: 'error', title: '绿色电力大于用电量', detail: '绿色电力 30.00 万千瓦时，大于全年用电量 12.50 万千瓦时。' })
    expect(finding?.cells.map((c) => `${c.form}.${c.item}`)).toEqual(['501.power_green', '501.power_use'])
    expect(findings({ power_use: '12.5', power_green: '3' }).filter((f) => f.rule === 'N001')).toEqual([])
  })

  test('the rules of 2026 see the new items: a blank required one, text in a number', () => {
    const of = (rule: string) => findings({ power_green: '约三成' }).filter((f) => f.rule === rule).map((f) => f.item)
    expect(of('F032')).toEqual(expect.arrayContaining(['power_use', 'ai_line']))
    expect(of('F030')).toEqual(['power_green'])
  })

  test('the pack has a digest of its own, which any changed file changes; 2026 keeps its', () => {
    const before = loaded().digest
    const other = loaded('annual-2026').digest
    expect(before).not.toBe(other)
    const path = 'packs/annual-2027/forms/501.json'
    const text = files.read(path)
    put(path, Buffer.from(text).toString('utf8').replace('能源消费情况', '能源消费状况'))
    expect([loaded().digest === before, loaded('annual-2026').digest]).toEqual([false, other])
    put(path, Buffer.from(text).toString('utf8'))
    expect(loaded().digest).toBe(before)
  })

  test.each([
    ['rules/N.json', 'power_green<=power_use"', 'power_green<=powr_use"', /powr_use/],
    ['rules/N.json', '{power_green} 万', '{power_gren} 万', /power_gren/],
    ['rules/N.json', 'ai_line<=auto_line"', 'ai_line<=lims"', /数/],
    ['forms/501.json', '"type": "decimal"', '"type": "number"', /type/],
    ['rules/N.json', 'power_green<=power_use"', 'legal_form=\\"99\\" or holding in {\\"1\\"}"', /代码表里没有“99”/],
  ])('a slip in %s (%s) is refused by file, rule and position', (name, right, wrong, says) => {
    const path = `packs/annual-2027/${name}`
    const text = Buffer.from(files.read(path)).toString('utf8')
    expect(text).toContain(right)
    put(path, text.replace(right, wrong))
    const result = load()
    put(path, text)
    expect(result.ok ? '' : JSON.stringify(result.problem)).toMatch(says)
  })
})
