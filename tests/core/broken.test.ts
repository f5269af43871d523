import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { audit } from '../../core/audit/run.ts'
import type { Change } from '../../core/pack/schema.ts'
import { auditOf, changed, sample } from './samples.ts'

interface Variant { readonly id: string; readonly note: string; readonly change: Change & { removeExplanation?: unknown }; readonly raises: readonly string[] }
const { base, variants } = JSON.parse(readFileSync(join(import.meta.dirname, '../data/broken.json'), 'utf8')) as { base: { unit: string; survey_year: number }; variants: Variant[] }
const name = (f: { rule: string; row: number | null; item: string | null }): string => `${f.rule}|${f.row}|${f.item}`

describe('改坏一处', () => {
  test('共 40 条', () => expect(variants).toHaveLength(40))
  test.each(variants.map((v) => [v.id, v.note, v] as const))('%s %s', (_id, _note, variant) => {
    const sound = sample(base.unit, base.survey_year)
    const before = new Set(audit(auditOf(sound)).map(name))
    const { removeExplanation: gone } = variant.change
    const change = typeof gone === 'string' ? { removeExplanation: { rule: gone } } : (variant.change as Change)
    const raised = audit(auditOf(changed(sound, change))).filter((f) => !before.has(name(f))).map((f) => f.rule)
    expect([...new Set(raised)].sort()).toEqual([...variant.raises].sort())
  })
})
