import { describe, expect, test } from 'vitest'
import { audit, createAuditor } from '../../core/audit/run.ts'
import { derive } from '../../core/filing/derive.ts'
import { auditOf, packOf, read, sample } from './samples.ts'

const filings = ['enterprise', 'institution', 'government'].flatMap((kind) => [2025, 2026].map((year) => [kind, year] as const))
const sorted = (list: readonly string[]): string[] => [...list].sort()

describe.each(filings)('示例单位 %s %i', (kind, year) => {
  test('自动计算项与示例一致', () => {
    const filing = sample(kind, year)
    const computed = derive(packOf(year), read(filing).data)
    const present = Object.fromEntries(Object.entries(computed).filter(([, text]) => text !== null))
    expect(present).toEqual(Object.fromEntries(Object.entries(filing.computed).map(([k, v]) => [k, String(v)])))
  })
  test('审核结果与示例一致，且都有说明', () => {
    const filing = sample(kind, year)
    const findings = audit(auditOf(filing))
    const said = findings.map((f) => [f.rule, f.rowKey ?? '', f.item ?? ''].join('|'))
    expect(sorted(said)).toEqual(sorted(filing.findings.map((f) => [f.rule, f.row ?? '', f.item ?? ''].join('|'))))
    expect(findings.every((f) => f.explained)).toBe(true)
  })
  test('跟踪改动的审核从同一结果开始', () => {
    const input = auditOf(sample(kind, year))
    expect(createAuditor(input).findings()).toEqual(audit(input))
  })
})
