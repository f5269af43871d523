import { describe, expect, test } from 'vitest'
import { audit, createAuditor, type AuditInput } from '../../core/audit/run.ts'
import type { Finding } from '../../core/audit/finding.ts'
import type { Change, Pack } from '../../core/pack/schema.ts'
import { auditOf, changed, packOf, sample } from './samples.ts'

const sound = sample('enterprise', 2026)
const after = (change: Change | readonly Change[]): AuditInput => auditOf(changed(sound, change))
const find = (input: AuditInput, rule: string): Finding => {
  const found = audit(input).find((f) => f.rule === rule)
  if (!found) throw new Error(`${rule} not found`)
  return found
}
const first = (change: Change | readonly Change[], rule: string): string => {
  const f = find(after(change), rule)
  return [f.cells[0]?.form, f.cells[0]?.item, f.cells[0]?.row].join(' ')
}

describe('先标最该看的单元格', () => {
  test.each<[string, string, Change | Change[]]>([
    ['W027', '103 staff_female ', { set: { staff_female: 84 } }],
    ['W065', '301 geo_nat ', { set: { radius: '1' } }],
    ['W063', '301 geo_prov ', { set: { biz_region: '500106', geo_prov: '10.00' } }],
    ['F028', 'signoff stat_head ', { set: { stat_head: null } }],
    ['F032', '103 staff_total ', { set: { staff_total: null } }],
    ['F030', '103 staff_total ', { set: { staff_total: '83.5' } }],
    ['F031', '201-1 fe_liab ', { set: { fe_liab: '-1.00' } }],
    ['W050', '201-1 fe_assets ', { set: { fe_assets: '5338.47' } }],
    ['X002', '201-1 fe_rev ', { set: { fe_rev: '36184200.00' } }],
    ['W071', '302 dom_code 2', { table: 'domains', row: '05', set: { dom_code: '03' } }],
    ['W025', '102 cert_no ', { table: 'certs', clear: true }],
    ['W083', '101 site_region 1', { table: 'sites', row: '1', set: { site_region: '330000' } }],
  ])('%s → %s', (rule, cell, change) => expect(first(change, rule)).toBe(cell))
})

describe('句子', () => {
  test('带着实际的数，不含空洞', () => {
    const f = find(after({ set: { staff_female: 84 } }), 'W027')
    expect(f.detail).toContain('84')
    expect(f).toMatchObject({ severity: 'error', row: null, rowKey: null, item: null, explanation: null, explained: false })
  })
  test('逐行的带行号与行键', () => {
    const f = find(after({ table: 'sites', row: '1', set: { site_region: '330000' } }), 'W083')
    expect([f.row, f.rowKey, f.item]).toEqual([1, '1', null])
  })
  test('逐格的带指标', () => expect(find(after({ set: { srdi: '9' } }), 'F033')).toMatchObject({ row: null, item: 'srdi', cells: [{ form: '101', item: 'srdi', row: null }] }))
})

describe('次序与说明', () => {
  test('按表、指标、行', () => {
    const index = packOf(2026).forms.map((f) => f.no)
    const forms = audit(after([{ set: { org_name: null, it_invest: null, unit_head: null, rev_oth: null } }, { table: 'sites', row: '1', set: { site_name: null } }])).map((f) => f.cells[0]?.form ?? '')
    const at = (no: string): number => (no === 'signoff' ? 98 : no === '' ? 99 : index.indexOf(no))
    expect(forms.map(at)).toEqual(forms.map(at).toSorted((a, b) => a - b))
    expect(forms).toContain('signoff')
  })
  test('敷衍的说明不算，P015 只报一次', () => {
    const input = auditOf(sound)
    const empty = audit({ ...input, explanations: input.explanations.map((e) => ({ ...e, text: '情况属实，无误。' })) })
    expect(empty.filter((f) => f.rule === 'P015')).toHaveLength(1)
    expect(empty.filter((f) => f.severity === 'warning').map((f) => f.explained)).not.toContain(true)
    expect(empty.find((f) => f.rule === 'Y002')?.explanation).toBe('情况属实，无误。')
  })
  test('别的行的说明不算', () => {
    const input = auditOf(sound)
    const moved = audit({ ...input, explanations: input.explanations.map((e) => (e.rule === 'F025' ? { ...e, row: 2 } : e)) })
    expect(moved.find((f) => f.rule === 'F025')?.explained).toBe(false)
  })
})

describe('再长的表、再坏的规则也有限', () => {
  const [one] = packOf(2026).rules
  const slow: Pack = { ...packOf(2026), rules: [{ ...one, id: 'Z001', formula: 'count(certs: cert_no=site_name)=0', detail: '{count(certs: cert_no=site_name)}', fact: '' } as Pack['rules'][number]] }
  const long = (n: number): AuditInput['data']['tables'] => ({
    sites: Array.from({ length: n }, (_, i) => ({ id: i + 1, cells: { site_name: `甲${i}` } })),
    certs: Array.from({ length: n }, (_, i) => ({ id: i + 1, cells: { cert_no: `乙${i}` } })),
    domains: Array.from({ length: n }, (_, i) => ({ id: i + 1, cells: { dom_code: '03', dom_main: '1', dom_rev: String(i) } })),
  })
  test('超出步数的规则算不通过，不会一直算', () => {
    const found = audit({ ...auditOf(sound), pack: slow, data: { values: {}, tables: long(5000) } })
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(5000)
  })
  test('五千行', () => {
    const auditor = createAuditor({ ...auditOf(sound), data: { values: {}, tables: long(5000) } })
    expect(auditor.findings().filter((f) => f.rule === 'W074')).toHaveLength(4999)
    expect(Math.max(...auditor.findings().map((f) => f.cells.length))).toBeLessThanOrEqual(2000)
  })
})
