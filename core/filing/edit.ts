import type { FilingData, Row } from './filing.ts'

/** One change of a filing that can be taken back; `after`, `from` and `to` are the row before, null for the front. */
export type Edit =
  | { readonly kind: 'cell'; readonly table: string | null; readonly item: string; readonly row: number | null; readonly old: string; readonly now: string }
  | { readonly kind: 'add'; readonly table: string; readonly row: number; readonly after: number | null; readonly cells: Row['cells'] }
  | { readonly kind: 'delete'; readonly table: string; readonly row: number; readonly after: number | null }
  | { readonly kind: 'move'; readonly table: string; readonly row: number; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'explain'; readonly rule: string; readonly row: number | null; readonly item: string | null; readonly old: string; readonly now: string }
  /** A cell of last year's typed sheet. */
  | { readonly kind: 'last'; readonly table: string | null; readonly item: string; readonly row: number | null; readonly old: string; readonly now: string }
  | { readonly kind: 'note'; readonly item: string; readonly row: number | null; readonly old: Noted; readonly now: Noted }
/** What a note says; an empty text is no note. */
export interface Noted { readonly text: string; readonly shared: boolean }
/** The cells of a row that is deleted. */
export type CellsOf = (table: string, row: number) => Row['cells']

/** The edits that take edits back, last first; a deleted row comes back with the cells it had. */
export const inverseOf = (edits: readonly Edit[], cellsOf: CellsOf): readonly Edit[] => edits.toReversed().map(edit => inverse(edit, cellsOf))

function inverse(edit: Edit, cellsOf: CellsOf): Edit {
  switch (edit.kind) {
    case 'cell': case 'explain': case 'last': return { ...edit, old: edit.now, now: edit.old }
    case 'note': return { ...edit, old: edit.now, now: edit.old }
    case 'add': return { kind: 'delete', table: edit.table, row: edit.row, after: edit.after }
    case 'delete': return { kind: 'add', table: edit.table, row: edit.row, after: edit.after, cells: cellsOf(edit.table, edit.row) }
    case 'move': return { ...edit, from: edit.to, to: edit.from }
  }
}

type Cells = Record<string, string>
interface Draft { readonly order: number[]; readonly rows: Map<number, { readonly id: number; readonly cells: Cells }>; readonly owned: Set<number> }

/** The answers after edits; tables and rows that no edit touches stay the same objects. */
export function applyEdits(data: FilingData, edits: readonly Edit[]): FilingData {
  const values: Cells = { ...data.values }
  const drafts = new Map<string, Draft>()
  const draftOf = (table: string): Draft => {
    const known = drafts.get(table)
    if (known) return known
    const rows = data.tables[table] ?? []
    const made: Draft = { order: rows.map(r => r.id), rows: new Map(rows.map(r => [r.id, r as { id: number; cells: Cells }])), owned: new Set() }
    drafts.set(table, made)
    return made
  }
  for (const edit of edits) {
    if (edit.kind === 'explain' || edit.kind === 'note' || edit.kind === 'last') continue
    if (edit.kind !== 'cell') applyRow(draftOf(edit.table), edit)
    else if (edit.table === null) put(values, edit.item, edit.now)
    else putInRow(draftOf(edit.table), edit.row ?? 0, edit)
  }
  const tables: Record<string, readonly Row[]> = { ...data.tables }
  for (const [table, draft] of drafts) tables[table] = draft.order.flatMap(id => draft.rows.get(id) ?? [])
  return { values, tables }
}

function applyRow(draft: Draft, edit: Extract<Edit, { kind: 'add' | 'delete' | 'move' }>): void {
  if (edit.kind !== 'add' || draft.rows.has(edit.row)) {
    const at = draft.order.indexOf(edit.row)
    if (at >= 0) draft.order.splice(at, 1)
  }
  if (edit.kind === 'delete') { draft.rows.delete(edit.row); return }
  if (edit.kind === 'add') {
    draft.rows.set(edit.row, { id: edit.row, cells: { ...edit.cells } })
    draft.owned.add(edit.row)
  }
  insertAfter(draft.order, edit.row, edit.kind === 'add' ? edit.after : edit.to)
}

function insertAfter(order: number[], row: number, after: number | null): void {
  if (after === null) { order.unshift(row); return }
  const at = order.lastIndexOf(after)
  order.splice(at < 0 ? order.length : at + 1, 0, row)
}

function putInRow(draft: Draft, id: number, edit: { readonly item: string; readonly now: string }): void {
  const row = draft.rows.get(id)
  if (!row) return
  const own = draft.owned.has(id) ? row : { id, cells: { ...row.cells } }
  draft.owned.add(id)
  draft.rows.set(id, own)
  put(own.cells, edit.item, edit.now)
}

function put(into: Cells, item: string, text: string): void {
  if (text === '') delete into[item]
  else into[item] = text
}
