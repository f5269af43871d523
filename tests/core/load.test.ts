import { describe, expect, test } from 'vitest'
import { loadPack, type PackFiles } from '../../core/pack/load.ts'
import type { Pack } from '../../core/pack/schema.ts'
import type { Problem } from '../../core/problem.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { audit } from '../../core/audit/run.ts'
import { auditOf, loadedPack, sample, seeds, sha256 } from './samples.ts'

type Edit = (json: never) => unknown
/** The seeds with some files changed or added. */
function edited(edits: Readonly<Record<string, Edit>>): PackFiles {
  const text = (path: string): string => new TextDecoder().decode(seeds.read(path))
  return {
    list: (dir) => [...new Set([...(dir === 'packs/annual-2027' ? [] : seeds.list(dir)), ...Object.keys(edits).filter((p) => p.startsWith(`${dir}/`)).map((p) => p.slice(dir.length + 1))])],
    read: (path) => (edits[path] ? new TextEncoder().encode(JSON.stringify(edits[path]((seeds.list('').includes(path) ? JSON.parse(text(path)) : {}) as never))) : seeds.read(path)),
  }
}
function refused(edits: Readonly<Record<string, Edit>>, id = 'annual-2026'): Problem {
  const result = loadPack(edited(edits), id, sha256)
  if (result.ok) throw new Error('accepted')
  return result.problem
}
function loaded(edits: Readonly<Record<string, Edit>>, id = 'annual-2026'): Pack {
  const result = loadPack(edited(edits), id, sha256)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.pack
}
const base = 'packs/annual-2026'
const rule = (id: string, fields: object): Edit => (rules: { id: string }[]) => rules.map((r) => (r.id === id ? { ...r, ...fields } : r))
const head = (fields: object): Edit => (json: object) => ({ ...json, ...fields })
interface RawForm { items: { key: string; formula?: string; local?: boolean }[] }
const items = (key: string, fields: object): Edit => (form: RawForm) => ({ ...form, items: form.items.map((i) => (i.key === key ? { ...i, ...fields } : i)) })

describe('坏的任务包说出文件、规则和位置', () => {
  test.each([
    ['公式', `${base}/rules/W.json`, rule('W027', { formula: 'staff_femal<=staff_total' }), 'pack-rule', { file: `${base}/rules/W.json`, rule: 'W027', at: 1, what: '没有“staff_femal”这个指标' }],
    ['例句', `${base}/rules/W.json`, rule('W027', { detail: '女性 {staff_femal} 人' }), 'pack-rule', { rule: 'W027 detail', at: 5, what: '没有“staff_femal”这个指标' }],
    ['括号', `${base}/rules/W.json`, rule('W027', { fact: '{staff_female' }), 'pack-rule', { rule: 'W027 fact', at: 1, what: '花括号没有配对' }],
    ['自动计算', `${base}/forms/301.json`, items('rev_total', { formula: 'rev_core+radius' }), 'pack-rule', { file: `${base}/forms/301.json`, rule: 'rev_total', what: '“+”右边应为数，却是文字' }],
    ['条件', `${base}/forms/101.json`, items('reg_type', { requiredWhen: 'legal_form=10' }), 'pack-rule', { rule: 'reg_type requiredWhen', at: 11 }],
    ['适用条件', `${base}/forms/201-1.json`, head({ appliesWhen: 'acct_std' }), 'pack-rule', { rule: '201-1 appliesWhen' }],
    ['互相引用', `${base}/forms/301.json`, items('rev_core', { formula: 'rev_total-rev_cert' }), 'pack-cycle', { file: `${base}/forms/301.json` }],
    ['适用条件看自己的表', `${base}/forms/201-1.json`, head({ appliesWhen: 'fe_rev>0' }), 'pack-cycle', { file: `${base}/forms/201-1.json` }],
    ['多余的字段', `${base}/pack.json`, head({ year: '2026' }), 'pack-invalid', { file: `${base}/pack.json`, what: 'year：应为数' }],
    ['指标的字段', `${base}/forms/301.json`, items('rev_total', { name: 5 }), 'pack-invalid', { file: `${base}/forms/301.json`, what: expect.stringMatching(/^items\.\d+\.name：应为文字$/) }],
    ['规则的字段', `${base}/rules/W.json`, rule('W027', { title: 5 }), 'pack-invalid', { file: `${base}/rules/W.json`, what: 'W027.title：应为文字' }],
    ['签署栏的字段', `${base}/signoff.json`, (all: object[]) => [{ ...all[0], name: 5 }], 'pack-invalid', { file: `${base}/signoff.json`, what: '0.name：应为文字' }],
    ['没有的表', `${base}/pack.json`, head({ forms: ['101', '999'] }), 'pack-invalid', { file: `${base}/forms/999.json` }],
  ] as const)('%s', (...[, path, edit, code, params]) => {
    const problem = refused({ [path]: edit })
    expect(problem.code).toBe(code)
    expect(problem.params).toMatchObject(params)
  })
  test.each([
    ['重复的规则', `${base}/rules/W.json`, (rules: { id: string }[]) => [...rules, rules[0]], '规则“W001”重复'],
    ['重复的指标', `${base}/signoff.json`, (all: object[]) => [...all, { ...all[0], key: 'uscc' }], '指标“uscc”重复'],
    ['没有的代码表', `${base}/forms/101.json`, items('dept', { enumRef: 'constructor' }), '单选代码“dept”没有可选的代码'],
    ['没有行键', `${base}/forms/302.json`, (f: { tables: object[] }) => ({ ...f, tables: f.tables.map((t) => ({ ...t, rowKey: 'dom_none' })) }), '重复表“domains”没有行键“dom_none”这一栏'],
  ] as const)('%s', (_, path, edit, what) => expect(refused({ [path]: edit as Edit }).params['what']).toBe(what))
  test('读不通的 JSON 与没有的文件夹', () => {
    const broken: PackFiles = { ...seeds, read: (path) => (path.endsWith('signoff.json') ? new TextEncoder().encode('{') : seeds.read(path)) }
    const result = loadPack(broken, 'annual-2026', sha256)
    expect(result.ok ? null : result.problem.params['file']).toBe(`${base}/signoff.json`)
    expect(loadPack({ ...seeds, list: () => [] }, 'annual-1900', sha256).ok).toBe(false)
  })
})

describe('薄包', () => {
  const thin = (patch: readonly object[]): Record<string, Edit> => ({ 'packs/annual-2027/pack.json': () => ({ id: 'annual-2027', version: '1.0', title: '甲', year: 2027, periodEnd: '2027-12-31', dates: loadedPack('annual-2026').pack.dates, extends: 'annual-2026', patch }) })
  const patched = (...patch: readonly object[]): Pack => loaded(thin(patch), 'annual-2027')
  const wrong = (...patch: readonly object[]): string => String(refused(thin(patch), 'annual-2027').params['what'])

  test('改名：公式、分组、例句、例子都跟着改', () => {
    const pack = patched({ op: 'rename-item', item: 'staff_total', to: 'people', name: '人数' })
    const index = lookup(pack)
    expect(index.item('staff_total')).toBeUndefined()
    expect([index.keyOf('staff_total'), index.item('people')?.item.name, index.item('staff_other')?.item.formula]).toEqual(['people', '人数', 'people-staff_tech-staff_mgmt'])
    expect(JSON.stringify(pack.forms)).not.toMatch(/"staff_total"(?!\])/)
    expect(pack.rules.find((r) => r.id === 'W027')?.formula).toBe('staff_female<=people')
  })
  test('改名不动引号里的文字，key(this) 的规则里引的是指标，跟着改', () => {
    const pack = patched({ op: 'rename-item', item: 'fe_vat', to: 'vat' }, { op: 'set-rule', id: 'P013', with: { formula: 'org_name!="hnte"' } }, { op: 'rename-item', item: 'hnte', to: 'high_tech' })
    const formula = (id: string): string | undefined => pack.rules.find((r) => r.id === id)?.formula
    expect([formula('F031')?.includes('"vat"'), formula('P013'), formula('W013')]).toEqual([true, 'org_name!="hnte"', 'blank(hnte_no) if high_tech="2"'])
  })
  test('加、改、删、并', () => {
    const item = { no: '99', key: 'new_one', name: '新指标', unit: '个', type: 'integer', required: 'optional', prior: null, explanation: '无' }
    const pack = patched({ op: 'add-item', form: '401', after: 'award_cnt', item }, { op: 'drop-rule', id: 'P013' }, { op: 'set-rule', id: 'P009', with: { severity: 'error' } },
      { op: 'set-item', item: 'email', with: { maxLength: 80, format: null } }, { op: 'set-code', table: 'E2', code: '35', name: '新部门' }, { op: 'drop-item', item: 'soft_cnt' })
    const index = lookup(pack)
    expect(pack.forms.find((f) => f.no === '401')?.groups.some((g) => g.items.includes('new_one'))).toBe(true)
    expect([index.item('soft_cnt'), index.item('email')?.item.maxLength, pack.rules.some((r) => r.id === 'P013')]).toEqual([undefined, 80, false])
    expect(index.item('dept')?.codes?.get('35')).toBe('新部门')
  })
  test('没有的指标、规则、代码，说出是第几处', () => {
    expect(wrong({ op: 'drop-rule', id: 'P013' }, { op: 'drop-item', item: 'nothing' })).toBe('第 2 处修改：没有“nothing”这个指标')
    expect(wrong({ op: 'drop-rule', id: 'Z999' })).toBe('第 1 处修改：没有“Z999”')
    expect(wrong({ op: 'drop-code', table: 'E2', code: 'ZZ' })).toBe('第 1 处修改：代码表 E2 没有“ZZ”')
    expect(wrong({ op: 'sing' })).toMatch(/^第 1 处修改写法不对/)
    expect(wrong({ op: 'drop-item', item: 'staff_total' })).toMatch(/没有“staff_total”这个指标/)
  })
})

describe('指纹', () => {
  test('改任何一个文件都变，薄包连同底稿', () => {
    const digest = (edits: Record<string, Edit>, id: string): string => {
      const result = loadPack(edited(edits), id, sha256)
      return result.ok ? result.value.digest : ''
    }
    const title = { [`${base}/pack.json`]: head({ title: '乙' }) }
    expect(loadedPack('annual-2026').digest).toBe(digest({}, 'annual-2026'))
    expect(digest(title, 'annual-2026')).not.toBe(digest({}, 'annual-2026'))
    expect(digest(title, 'annual-2025')).not.toBe(digest({}, 'annual-2025'))
  })
})

test('关掉 local_ext：去掉的指标没有了，其余规则照旧', () => {
  const pack = loaded({ [`${base}/pack.json`]: head({ localExt: false }) })
  const local = loadedPack('annual-2026').pack.forms.flatMap((f) => f.items.filter((i) => i.local))
  expect(local.length).toBeGreaterThan(10)
  expect(pack.forms.flatMap((f) => f.items).some((i) => i.local)).toBe(false)
  expect(pack.forms.flatMap((f) => f.groups.flatMap((g) => g.items)).filter((key) => local.some((i) => i.key === key))).toEqual([])
  expect(audit({ ...auditOf(sample('enterprise', 2026)), pack }).filter((f) => f.severity === 'error')).toEqual([])
})

test('形状不对的地方用中文说，没有英文', () => {
  expect(refused({ [`${base}/pack.json`]: head({ version: 5 }) }).params).toMatchObject({ what: 'version：应为文字' })
  const broken: PackFiles = { list: seeds.list, read: (path) => (path === `${base}/rules/W.json` ? new TextEncoder().encode('[\n{') : seeds.read(path)) }
  const result = loadPack(broken, 'annual-2026', sha256)
  expect(result.ok ? null : result.problem.params).toMatchObject({ file: `${base}/rules/W.json`, what: expect.not.stringMatching(/[A-Za-z]{5}/) })
})
