import { basename } from 'node:path'
import type { Answer, Request } from '../../core/contract.ts'
import type { Mapping } from '../../core/import/mapping.ts'
import { previewImport } from '../../core/import/preview.ts'
import { proposeParts } from '../../core/import/propose.ts'
import { isTotalRow, type ForeignSheet } from '../../core/import/sheet.ts'
import type { SheetLook } from '../../core/contract/incoming.ts'
import { ok, type Result } from '../../core/result.ts'
import { refOf } from '../../core/submission/sheet.ts'
import { mappingsOf, putMapping, removeMapping } from '../db/importMapping.ts'
import { unitById } from '../db/unit.ts'
import { readForeign } from '../foreignFile.ts'
import { found, type Desk } from './desk.ts'
import type { OpenFiling } from './heldFiling.ts'
import { openFiling } from './openFiling.ts'

const sampleRows = 40
const sampleColumns = 60

/** A foreign file's sheets with their first rows, what its names suggest, and which kept mappings fit it. */
export function importLook(desk: Desk, args: Request<'import.look'>): Result<Answer<'import.look'>> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const file = readForeign(args.path)
  if (!file.ok) return file
  const { sheets, digest, encoding } = file.value
  const kept = mappingsOf(store.value.read, open.value.unit.id)
  return ok({
    file: basename(args.path), digest, encoding, sheets: sheets.map(lookOf),
    proposals: sheets.flatMap(sheet => proposeParts(open.value.loaded.pack, sheet)),
    fitting: kept.map(one => ({ name: one.name, cells: fit(open.value, sheets, one.mapping) })).filter(one => one.cells > 0).toSorted((a, b) => b.cells - a.cells).map(one => one.name),
  })
}

/** How many cells a mapping fills in a file; 0 when it does not find its sheets, columns and rows. */
function fit(open: OpenFiling, sheets: readonly ForeignSheet[], mapping: Mapping): number {
  const plan = previewImport(open.loaded.pack, open.data, sheets, mapping)
  return plan.faults.length > 0 ? 0 : plan.cells.filter(cell => cell.verdict !== 'refused').length
}

function lookOf(sheet: ForeignSheet): SheetLook {
  const columns = sheet.rows.reduce((most, row) => Math.max(most, ...[...row.cells.keys()].map(c => c + 1)), 0)
  const shown = [...sheet.rows.slice(0, sampleRows), ...sheet.rows.slice(sampleRows).filter(isTotalRow).slice(-3)]
  return {
    name: sheet.name, rows: sheet.rows.at(-1)?.row ?? 0, columns,
    sample: shown.map(({ row, cells }) => ({
      row, cells: Array.from({ length: Math.min(columns, sampleColumns) }, (_, c) => ({ cell: refOf(row - 1, c), ...(cells.get(c) ?? { text: '', kind: 'blank' as const, damaged: false }) })),
    })),
  }
}

/** The mappings that a unit has kept. */
export function importMappings(desk: Desk, args: Request<'import.mappings'>): Result<Answer<'import.mappings'>> {
  const store = desk.store()
  return store.ok ? ok(mappingsOf(store.value.read, args.unit)) : store
}

/** Keeps a mapping by name. */
export function importSave(desk: Desk, args: Request<'import.save'>): Result<Answer<'import.save'>> {
  const store = desk.store()
  if (!store.ok) return store
  const unit = found(unitById(store.value.read, args.unit), '填报单位')
  if (!unit.ok) return unit
  store.value.write(db => putMapping(db, args.unit, { name: args.name, at: desk.host.now().toISOString(), mapping: args.mapping }))
  return importMappings(desk, args)
}

/** Takes a kept mapping away. */
export function importRemove(desk: Desk, args: Request<'import.remove'>): Result<Answer<'import.remove'>> {
  const store = desk.store()
  if (!store.ok) return store
  store.value.write(db => removeMapping(db, args.unit, args.name))
  return importMappings(desk, args)
}
