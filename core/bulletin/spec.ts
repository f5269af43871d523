import type { TableSpec } from '../consolidate/schema.ts'
import type { Asked } from './words.ts'

/** The table that is nowhere printed and computes the figures of a bulletin's words: row `f0`, `f1` … in the column `v`. */
export const bulletinTable = 'T99:bulletin'

/** That table for what is asked. Sums are kept back in a public edition like those of any table. */
export function figuresSpec(asked: readonly Asked[]): TableSpec {
  const rows = asked.map(({ expression, decimals }, at) => ({ key: `f${at}`, labels: [''], kind: 'data' as const, with: {}, cells: { v: { e: expression, decimals, grouped: true, sensitive: /\bsum\(/.test(expression) } } }))
  return { id: bulletinTable, short: '', title: '', unit: '', scope: '', layout: 'grid', stub: [''], merged: [], sums: [], none: '', switches: [], columns: [{ key: 'v', label: '' }], rows, notes: [], checks: [], chart: [] }
}
