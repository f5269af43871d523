import type { Finding } from '../../core/audit/finding.ts'
import type { Explanation, FilingData, Prior } from '../../core/filing/filing.ts'
import type { ReadFiling } from '../../core/filing/input.ts'
import { ok, type Result } from '../../core/result.ts'
import { putPrior } from '../db/prior.ts'
import type { Desk } from './desk.ts'
import { filingExplain } from './explain.ts'
import { filingSet } from './filing.ts'
import { openFiling } from './openFiling.ts'
import { filingRow } from './rows.ts'

/** Row ids of the object by table and id, to the ids the filing gave. */
type RowIds = ReadonlyMap<number, readonly number[]>

/** Fills a filing from an object through the same handlers as a window, cell by cell, replacing what was there. */
export function fillFiling(desk: Desk, filing: number, object: ReadFiling): Result<readonly Finding[]> {
  const cleared = clear(desk, filing)
  if (!cleared.ok) return cleared
  const values = Object.entries({ ...cleared.value, ...object.data.values }).map(([item, text]) => ({ item, row: null, text }))
  const set = values.length > 0 ? filingSet(desk, { filing, cells: values }) : ok(null)
  if (!set.ok) return set
  const rows = addRows(desk, filing, object.data)
  if (!rows.ok) return rows
  for (const e of object.explanations) {
    const said = filingExplain(desk, { filing, rule: e.rule, row: rowOf(desk, filing, e, rows.value), item: e.item, text: e.text })
    if (!said.ok) return said
  }
  const end = openFiling(desk, filing)
  return end.ok ? ok(end.value.auditor.findings()) : end
}

/** Gives a filing last year's figures. */
export function setPrior(desk: Desk, filing: number, prior: Prior): Result<null> {
  const store = desk.store()
  if (!store.ok) return store
  store.value.write(db => putPrior(db, filing, prior))
  desk.filings.delete(filing)
  return ok(null)
}

/** Takes the rows out and gives blanks for the cells that are filled. */
function clear(desk: Desk, filing: number): Result<Readonly<Record<string, string>>> {
  const open = openFiling(desk, filing)
  if (!open.ok) return open
  const { data } = open.value
  for (const [table, rows] of Object.entries(data.tables)) {
    for (const row of rows) {
      const gone = filingRow(desk, { op: 'delete', filing, table, row: row.id })
      if (!gone.ok) return gone
    }
  }
  return ok(Object.fromEntries(Object.keys(data.values).map(item => [item, ''])))
}

function addRows(desk: Desk, filing: number, data: FilingData): Result<RowIds> {
  const ids = new Map<number, number[]>()
  for (const [table, rows] of Object.entries(data.tables)) {
    for (const row of rows) {
      const added = filingRow(desk, { op: 'add', filing, table, after: null, cells: { ...row.cells } })
      if (!added.ok) return added
      ids.set(row.id, [...(ids.get(row.id) ?? []), added.value.row ?? 0])
    }
  }
  return ok(ids)
}

/** The row an explanation is about: the one of the finding it answers. */
function rowOf(desk: Desk, filing: number, e: Explanation, ids: RowIds): number | null {
  if (e.row === null) return null
  const candidates = ids.get(e.row) ?? []
  const open = openFiling(desk, filing)
  const meant = open.ok ? open.value.auditor.findings().find(f => f.rule === e.rule && f.row !== null && candidates.includes(f.row)) : undefined
  return meant?.row ?? candidates[0] ?? null
}
