import type { FilingData } from '../filing/filing.ts'
import { programOf } from '../formula/program.ts'
import type { Reads } from '../formula/scope.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'

const filled = (cells: Readonly<Record<string, string>>, has: (item: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([item, text]) => has(item) && text.trim() !== ''))

/** The entered answers of some forms and nothing else; `signoff` is a form here. */
export function sliceOf(pack: Pack, forms: readonly string[], data: FilingData): FilingData {
  const index = lookup(pack)
  const chosen = new Set(forms)
  const entered = (item: string): boolean => { const entry = index.item(item); return entry !== undefined && !entry.computed && chosen.has(entry.formNo) }
  const tables = index.tables.filter(t => chosen.has(t.form.no))
  return {
    values: filled(data.values, item => entered(item) && index.item(item)?.table === null),
    tables: Object.fromEntries(tables.map(t => [t.table.key, (data.tables[t.table.key] ?? []).map(row => ({ id: row.id, cells: filled(row.cells, item => entered(item) && t.byKey.has(item)) }))])),
  }
}

const naming = ['org_name', 'uscc', 'unit_seq']

/** Single items of other forms that the chosen ones need: the unit's name and code, and what their computed items, conditions and requirements read. */
export function contextOf(pack: Pack, forms: readonly string[], data: FilingData): Record<string, string> {
  const { index, steps, requiredReads } = programOf(pack)
  const chosen = new Set(forms)
  const reads: Reads[] = [...requiredReads].flatMap(([entry, read]) => (chosen.has(entry.formNo) ? [read] : []))
  for (const step of steps) {
    const form = step.kind === 'item' ? step.entry.formNo : index.forms[step.form]?.no
    if (form !== undefined && chosen.has(form)) reads.push(step.reads)
  }
  const wanted = new Set([...naming, ...reads.flatMap(r => [...r.scalars].map(e => e.item.key))])
  return filled(data.values, item => { const entry = index.item(item); return wanted.has(item) && entry !== undefined && !entry.computed && !chosen.has(entry.formNo) })
}
