import { normaliseTyped, readScaled } from '../amount.ts'
import type { FilingData, Prior, Row } from '../filing/filing.ts'
import { ownText } from '../formula/sheet.ts'
import { lookup, type Entry, type TableEntry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { Mismatch } from './mismatch.ts'

/** Where last year's figures that a filing carries differ from those of the ledger (D7). */
export function priorMismatches(pack: Pack, carried: Prior | null, accepted: FilingData): readonly Mismatch[] {
  if (carried === null) return [{ kind: 'prior', what: '', claimed: '', found: '' }]
  const index = lookup(pack)
  const found: Mismatch[] = []
  const test = (entry: Entry, what: string, texts: readonly [claimed: string | undefined, found: string | undefined]): void => {
    if (!same(entry, texts)) found.push({ kind: 'prior', what, claimed: texts[0]?.trim() ?? '', found: texts[1]?.trim() ?? '' })
  }
  for (const entry of index.scalars) {
    if (entry.form !== null) test(entry, entry.item.key, [ownText(carried.data.values, entry.item.key), ownText(accepted.values, entry.item.key)])
  }
  for (const table of index.tables) {
    const [ours, theirs] = [rowsByKey(table, accepted), rowsByKey(table, carried.data)]
    for (const key of new Set([...theirs.keys(), ...ours.keys()])) {
      for (const entry of table.columns) test(entry, `${entry.item.key}@${key}`, [ownText(theirs.get(key)?.cells ?? {}, entry.item.key), ownText(ours.get(key)?.cells ?? {}, entry.item.key)])
    }
  }
  return found
}

/** Rows by what names them; a row without a name by its number, a name that stands twice by both. */
function rowsByKey(table: TableEntry, data: FilingData): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>()
  for (const row of data.tables[table.table.key] ?? []) {
    const name = ownText(row.cells, table.table.rowKey)?.trim() ?? ''
    rows.set(name === '' ? `#${row.id}` : rows.has(name) ? `${name}#${row.id}` : name, row)
  }
  return rows
}

function same(entry: Entry, [claimed, found]: readonly [string | undefined, string | undefined]): boolean {
  const [a, b] = [claimed?.trim() ?? '', found?.trim() ?? '']
  if (a === b) return true
  if (!entry.numeric) return false
  const [x, y] = [readScaled(normaliseTyped(a), entry.decimals), readScaled(normaliseTyped(b), entry.decimals)]
  return x !== null && x === y
}
