import type { Finding } from '../../core/audit/finding.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { lookup } from '../../core/pack/lookup.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { ok, type Result } from '../../core/result.ts'
import { putPrior } from '../db/prior.ts'
import type { Desk } from './desk.ts'
import { filingExplain } from './explain.ts'
import { filingSet } from './filing.ts'
import { cellsOf, findingsFor, type FilingObject, type ObjectCells, type PriorObject } from './filingObject.ts'
import { openFiling } from './openFiling.ts'
import { carried } from './priorYear.ts'
import { filingRow } from './rows.ts'

/** Fills an empty filing from an object through the same handlers as a window: cells, rows, explanations. */
export function fillFiling(desk: Desk, filing: number, object: FilingObject): Result<readonly Finding[]> {
  const open = openFiling(desk, filing)
  if (!open.ok) return open
  const cells = cellsOf(lookup(open.value.loaded.pack), object.values)
  if (!cells.ok) return cells
  const set = setAll(desk, filing, cells.value)
  if (!set.ok) return set
  for (const given of object.explanations) {
    const now = openFiling(desk, filing)
    if (!now.ok) return now
    for (const f of findingsFor(now.value.auditor.findings(), given)) {
      const said = filingExplain(desk, { filing, rule: f.rule, row: f.row, item: f.item, text: given.text })
      if (!said.ok) return said
    }
  }
  const end = openFiling(desk, filing)
  return end.ok ? ok(end.value.auditor.findings()) : end
}

/** Gives a filing last year's figures from an object. */
export function setPrior(desk: Desk, filing: number, prior: PriorObject): Result<null> {
  const open = openFiling(desk, filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const year = prior.survey_year ?? open.value.filing.year - 1
  const data = priorData(desk, open.value.loaded, { ...prior, survey_year: year })
  if (!data.ok) return data
  store.value.write(db => putPrior(db, filing, { origin: 'typed', year, data: data.value }))
  desk.filings.delete(filing)
  return ok(null)
}

function setAll(desk: Desk, filing: number, cells: ObjectCells): Result<unknown> {
  const list = Object.entries({ org_name: '', uscc: '', unit_seq: '', ...cells.values }).map(([item, text]) => ({ item, row: null, text }))
  const set = list.length > 0 ? filingSet(desk, { filing, cells: list }) : ok(null)
  if (!set.ok) return set
  for (const [table, rows] of Object.entries(cells.tables)) {
    for (const row of rows) {
      const added = filingRow(desk, { op: 'add', filing, table, after: null, cells: { ...row } })
      if (!added.ok) return added
    }
  }
  return ok(null)
}

/** Last year's object under this year's keys: by its own year's pack if there is one, else as this year's. */
function priorData(desk: Desk, to: LoadedPack, prior: FilingObject): Result<FilingData> {
  const own = desk.packs.get(`annual-${prior.survey_year}`)
  const from = own.ok ? own.value : to
  const cells = cellsOf(lookup(from.pack), prior.values)
  if (!cells.ok) return cells
  const tables = Object.fromEntries(lookup(from.pack).tables.map(t => [t.table.key, (cells.value.tables[t.table.key] ?? []).map((c, n) => ({ id: n + 1, cells: c }))]))
  return ok(carried(from, to, { values: cells.value.values, tables }))
}
