import type { PriorProposal } from '../contract/incoming.ts'
import { startFrom } from '../pack/carry.ts'
import { lookup, type Entry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { FilingData } from './filing.ts'

/** Last year's 带入 cells beside this year's, in the order of the forms; rows meet by their key. */
export function carryProposals(pack: Pack, data: FilingData, prior: FilingData): readonly PriorProposal[] {
  const index = lookup(pack)
  const start = startFrom(pack, prior)
  const found: { readonly order: readonly [number, number, number]; readonly proposal: PriorProposal }[] = []
  for (const entry of index.scalars) {
    const last = (start.values[entry.item.key] ?? '').trim()
    if (last !== '') found.push({ order: [entry.order, 0, 0], proposal: propose(entry, { row: null, rowKey: null, present: null, last, now: data.values[entry.item.key] ?? '' }) })
  }
  for (const table of index.tables) {
    const rowKey = table.rowKey.item.key
    const present = new Map((data.tables[table.table.key] ?? []).map((row) => [row.cells[rowKey] ?? '', row]))
    for (const [n, row] of (start.tables[table.table.key] ?? []).entries()) {
      const key = (prior.tables[table.table.key] ?? []).find((one) => one.id === row.id)?.cells[rowKey] ?? ''
      const match = key === '' ? undefined : present.get(key)
      for (const entry of table.columns) {
        const last = (row.cells[entry.item.key] ?? '').trim()
        if (last !== '') found.push({ order: [table.columns[0]?.order ?? 0, n, entry.order], proposal: propose(entry, { row: row.id, rowKey: key, present: match?.id ?? null, last, now: match?.cells[entry.item.key] ?? '' }) })
      }
    }
  }
  return found.toSorted((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2]).map(({ proposal }) => proposal)
}

function propose(entry: Entry, of: Pick<PriorProposal, 'row' | 'rowKey' | 'present' | 'last' | 'now'>): PriorProposal {
  return {
    form: entry.formNo, item: entry.item.key, name: entry.item.name, table: entry.table?.key ?? null, ...of,
    state: of.now === of.last ? 'same' : of.now === '' ? 'fills' : 'replaces',
  }
}
