import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseTyped, parseAmount } from '../../core/amount.ts'
import { lookup, type Entry } from '../../core/pack/lookup.ts'
import { filingOf } from '../../core/submission/payload.ts'
import { xmlSafe } from '../../core/submission/canonical.ts'
import { markedContent, verifiedPayload } from '../../electron/excel/sealedContent.ts'
import { contentsOf, readCells } from '../../electron/excel/book.ts'
import { openArchive } from '../../electron/excel/guard.ts'
import { sealFiling } from '../../electron/excel/submission.ts'
import { verifyWorkbook } from '../../electron/excel/verifyWorkbook.ts'
import { packOf } from '../core/samples.ts'
import { planInput, sign } from './filings.ts'

const pack = packOf(2026)
const index = lookup(pack)
const strange = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('=1+1', '+1', '-1', '@x', '\t=cmd', '_x0041_', '_x005F_', ']]>', '<!--', '&amp;', '　', '𠮷', '0012', '1e5', '９９'))
const textOf = (entry: Entry): fc.Arbitrary<string> => entry.numeric ? fc.oneof(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((n) => `${n}`), fc.constantFrom('0', '12.50', '1,234.5', '−3', '0.07', '999999999999.99', ''), strange) : strange
const scalars = index.scalars.filter((entry) => !entry.computed)
const cell = fc.constantFrom(...scalars).chain((entry) => textOf(entry).map((text) => [entry.item.key, text] as const))
const row = (columns: readonly Entry[]) => fc.array(fc.constantFrom(...columns).chain((entry) => textOf(entry).map((text) => [entry.item.key, text] as const)), { maxLength: 6 }).map((cells) => Object.fromEntries(cells))
const table = fc.constantFrom(...index.tables).chain((entry) => fc.array(row(entry.columns), { maxLength: 12 }).map((rows) => [entry.table.key, rows.map((cells, i) => ({ id: 2 * i + 1, cells }))] as const))
const base = planInput('enterprise')

/** A typed text as the payload keeps it. */
function kept(key: string, typed: string): string {
  const entry = index.item(key)
  const text = xmlSafe(typed).trim()
  const scaled = entry?.numeric ? parseAmount(normaliseTyped(text), entry.decimals) : null
  return scaled === null ? text : (Number(scaled) / 10 ** (entry?.decimals ?? 0)).toFixed(entry?.decimals ?? 0)
}

it('any filing written is read back sealed with the same values', () => {
  fc.assert(fc.property(fc.array(cell, { maxLength: 25 }), fc.array(table, { maxLength: 3 }), (cells, tables) => {
    const data = { values: { ...base.data.values, ...Object.fromEntries(cells) }, tables: { ...base.data.tables, ...Object.fromEntries(tables) } }
    const made = sealFiling({ ...base, data, meta: { ...base.meta, orgName: data.values['org_name'] ?? '' } }, sign)
    const seen = verifyWorkbook(made.bytes, 'f', () => 'known')
    expect(seen.changed).toEqual([])
    expect([seen.verdict, seen.problem]).toEqual(['sealed', null])
    const read = filingOf(payloadIn(made.bytes))
    for (const [key, typed] of Object.entries(data.values)) expect(read.values[key] ?? '', key).toBe(kept(key, typed))
    for (const [key, rows] of Object.entries(data.tables)) expect(read.tables[key]?.map((r) => r.id)).toEqual(rows.map((r) => r.id))
  }), { numRuns: 60 })
})

function payloadIn(bytes: Uint8Array): ReturnType<typeof sealFiling>['payload'] {
  const archive = openArchive(bytes)
  if (!archive.ok) throw new Error(archive.problem.code)
  const contents = contentsOf(archive.value)
  const cells = contents.ok ? readCells(contents.value) : contents
  if (!contents.ok || !cells.ok) throw new Error('unreadable')
  const marked = markedContent(contents.value, cells.value)
  const sealed = marked.ok && marked.value ? verifiedPayload(marked.value) : null
  if (!sealed?.ok) throw new Error('no payload')
  return sealed.value.payload
}
