import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audit, createAuditor, type AuditInput } from '../../core/audit/run.ts'
import type { Touched } from '../../core/audit/touch.ts'
import { derive } from '../../core/filing/derive.ts'
import type { FilingData, Row } from '../../core/filing/filing.ts'
import { formStates, inactiveItems } from '../../core/filing/state.ts'
import { lookup, type Entry } from '../../core/pack/lookup.ts'
import { auditOf, packOf, sample } from './samples.ts'

const pack = packOf(2026)
const index = lookup(pack)
const entered = [...index.scalars, ...index.tables.flatMap((t) => t.columns)].filter((e) => !e.computed)

/** Texts that a cell might be given: lawful, at a limit, wrong, blank. */
const texts = (entry: Entry): fc.Arbitrary<string> => fc.oneof(
  fc.constantFrom('', ' ', '0', '1', '2', '9', '83.5', '-1.00', '999999999999.99', '01', '37', 'x', '2026-02-30', '2027-01-01', '2020-05', '330114'),
  fc.constantFrom(...(entry.codes ? [...entry.codes.keys()] : ['100', '3618.42', '2014-06', '2026-12-31'])),
)
const step = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...entered).chain((entry) => fc.record({ kind: fc.constant('set' as const), entry: fc.constant(entry), row: fc.nat(5), text: texts(entry) })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), table: fc.constantFrom(...index.tables), at: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), table: fc.constantFrom(...index.tables), row: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), table: fc.constantFrom(...index.tables), row: fc.nat(5) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Changed = { readonly data: FilingData; readonly touched: readonly Touched[] }
let serial = 1000

function apply(data: FilingData, s: Step): Changed {
  if (s.kind !== 'set') return applyRows(data, s)
  const { entry, text } = s
  if (!entry.table) return { data: { ...data, values: { ...data.values, [entry.item.key]: text } }, touched: [{ item: entry.item.key, row: null }] }
  const rows = data.tables[entry.table.key] ?? []
  const row = rows[s.row % Math.max(rows.length, 1)]
  if (!row) return { data, touched: [] }
  const now = rows.map((r) => (r === row ? { ...r, cells: { ...r.cells, [entry.item.key]: text } } : r))
  return { data: { ...data, tables: { ...data.tables, [entry.table.key]: now } }, touched: [{ item: entry.item.key, row: row.id }] }
}
function applyRows(data: FilingData, s: Exclude<Step, { kind: 'set' }>): Changed {
  const { key } = s.table.table
  const rows = [...(data.tables[key] ?? [])]
  const fresh: Row = { id: serial++, cells: {} }
  const at = s.kind === 'add' ? s.at : s.row % Math.max(rows.length, 1)
  const taken = s.kind === 'add' ? [] : rows.splice(at, 1)
  if (s.kind === 'add') rows.splice(s.at, 0, fresh)
  if (s.kind === 'move') rows.push(...taken)
  return { data: { ...data, tables: { ...data.tables, [key]: rows } }, touched: [{ item: key, row: taken[0]?.id ?? fresh.id }] }
}

describe.each(['enterprise', 'institution', 'government'])('跟踪改动与从头审核一致：%s', (kind) => {
  const input: AuditInput = auditOf(sample(kind, 2026))
  test('任意改动之后', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const auditor = createAuditor(input)
      let data = input.data
      for (const s of steps) {
        const changed = apply(data, s)
        data = changed.data
        auditor.change(data, changed.touched)
        expect(auditor.findings()).toEqual(audit({ ...input, data }))
        expect(auditor.computed()).toEqual(derive(pack, data, input.prior))
      }
      expect(auditor.forms()).toEqual(formStates(pack, data, null, auditor.findings()))
      expect(auditor.inactive()).toEqual(inactiveItems(pack, data, null))
    }), { numRuns: 60 })
  }, 60_000)
  test('说明改动之后', () => {
    const auditor = createAuditor(input)
    auditor.explain([])
    expect(auditor.findings()).toEqual(audit({ ...input, explanations: [] }))
    expect(auditor.findings().some((f) => f.rule === 'P015')).toBe(true)
    auditor.explain(input.explanations)
    expect(auditor.findings()).toEqual(audit(input))
  })
})
