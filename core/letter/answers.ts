import type { FilingData, Row } from '../filing/filing.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { PlanAnswer } from '../submission/input.ts'
import { canonicalValue } from '../submission/canonicalValue.ts'
import type { Payload } from '../submission/payload.ts'
import { xmlSafe } from '../submission/canonical.ts'

/** A filing's cells as they are, computed ones beside the typed. */
export interface CellsNow { readonly data: FilingData; readonly computed: Readonly<Record<string, string | null>> }
/** The same as they were sealed, canonical. */
export interface SealedCells { readonly submitNo: number; readonly values: Readonly<Record<string, string>>; readonly tables: Readonly<Record<string, readonly Row[]>> }
/** A regulator's question on a cell as the work file keeps it; `reply` is '' while there is none. */
export interface KeptQuery { readonly query: string; readonly item: string; readonly row: number | null; readonly reply: string }

/** What a submission holds, cell by cell. */
export function sealedCells(payload: Pick<Payload, 'submit_no' | 'values' | 'signoff' | 'computed' | 'tables'>): SealedCells {
  const computed = Object.entries(payload.computed).flatMap(([key, text]) => (text === null ? [] : [[key, text] as const]))
  return {
    submitNo: payload.submit_no, values: { ...payload.values, ...payload.signoff, ...Object.fromEntries(computed) },
    tables: Object.fromEntries(Object.entries(payload.tables).map(([name, table]) => [name, table.rows])),
  }
}

/** The sealed text of a cell, '' where it was blank; null where its row was not there. */
export function sealedText(pack: Pack, sealed: SealedCells, item: string, row: number | null): string | null {
  const entry = lookup(pack).item(item)
  if (!entry?.table || row === null) return sealed.values[item] ?? ''
  const own = sealed.tables[entry.table.key]?.find((each) => each.id === row)
  return own ? (own.cells[item] ?? '') : null
}

/** The present text of a cell in the same form; null where its row is gone. */
export function presentText(pack: Pack, now: CellsNow, item: string, row: number | null): string | null {
  const index = lookup(pack)
  const entry = index.item(item)
  if (entry?.table && row !== null) {
    const own = now.data.tables[entry.table.key]?.find((each) => each.id === row)
    return own ? canonical(pack, item, own.cells[item] ?? '') : null
  }
  return entry?.computed ? (now.computed[item] ?? '') : canonical(pack, item, now.data.values[item] ?? '')
}

/** A typed text as a submission would hold it. */
export function canonical(pack: Pack, item: string, typed: string): string {
  const text = xmlSafe(typed).trim()
  return text === '' ? '' : canonicalValue(lookup(pack), item, text)
}

/** Whether a query's cell is no longer what was sealed. */
export const isCorrected = (pack: Pack, cells: { readonly now: CellsNow; readonly sealed: SealedCells }, { item, row }: Pick<KeptQuery, 'item' | 'row'>): boolean =>
  presentText(pack, cells.now, item, row) !== sealedText(pack, cells.sealed, item, row)

/** The queries that a sealing answers now: those with a reply, and those whose cell was corrected. */
export function answersTo(pack: Pack, cells: { readonly now: CellsNow; readonly sealed: SealedCells }, queries: readonly KeptQuery[]): readonly PlanAnswer[] {
  return queries.flatMap((query) => {
    const { item, row } = query
    const corrected = isCorrected(pack, cells, query)
    if (query.reply === '' && !corrected) return []
    const said = (text: string | null): string => (text === null ? '（没有这一行）' : text === '' ? '（空白）' : text)
    const text = query.reply !== '' ? query.reply : `已改正：${said(sealedText(pack, cells.sealed, item, row))} 改为 ${said(presentText(pack, cells.now, item, row))}`
    return [{ query: query.query, item, row, text }]
  })
}
