import { isClosed } from '../../../core/filing/state.ts'
import { migrateFiling } from '../../../core/pack/migrate.ts'
import { compareVersions } from '../../../core/pack/packFile.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import { sheetFrom, sheetItem, sheetOf, type PackSheet } from '../../../core/pack/sheet.ts'
import type { PackDraft } from '../../../core/contract/packs.ts'
import { keepSheet, sheetUnder } from '../../db/filingPack.ts'
import { sqliteProblem, type Reader, type Store } from '../../db/open.ts'
import { dropAll, turnsOf } from '../../db/step.ts'
import { sealedPack } from '../../db/submission.ts'
import { valuesOf } from '../../db/value.ts'
import { commitEdits } from '../commitEdits.ts'
import type { Desk } from '../desk.ts'
import { dataUnder } from '../filingData.ts'
import type { OpenFiling } from '../heldFiling.ts'

/**
 * Brings a draft that was filled under an earlier version of its pack to the one that is here, as one step that can be taken back; a first opening only notes the version.
 * What cannot be written now, on a full disk say, is done at the next opening.
 */
export function bring(desk: Desk, store: Store, open: OpenFiling): void {
  try { follow(desk, store, open) } catch (error) { if (!sqliteProblem(error, store.path)) throw error }
}

function follow(desk: Desk, store: Store, open: OpenFiling): void {
  const { filing, loaded: { pack } } = open
  const kept = sheetUnder(store.read, filing.id)
  if (kept?.version === pack.version) return
  const closed = isClosed(filing.state)
  const from = closed ? kept : kept ?? unknownSheet(store.read, filing.id, pack)
  if (!from) {
    if (!closed || sealedPack(store.read, filing.id)?.version === pack.version) store.keep(db => keepSheet(db, filing.id, sheetOf(pack)))
  } else if (!closed && compareVersions(pack.version, from.version || '0') > 0) migrate(desk, { store, open }, from)
}

function migrate(desk: Desk, { store, open }: { readonly store: Store; readonly open: OpenFiling }, from: PackSheet): void {
  const { filing: { id }, loaded: { pack }, unit } = open
  const { edits, lost } = migrateFiling(from, pack, dataUnder(store.read, id, from))
  store.write(db => { dropAll(db, id) })
  open.turns = turnsOf(store.read, id)
  if (edits.length > 0) commitEdits(desk, { filing: open, store }, edits, { label: 'pack', reason: `任务包 ${from.version} → ${pack.version}`.replace(/ {2}/, ' ') })
  store.write(db => { keepSheet(db, id, sheetOf(pack)) })
  desk.brought.push({ pack: pack.id, from: from.version, to: pack.version, draft: { filing: id, name: unit.name, moved: edits.length, lost: named(from, lost) } })
}

/** What could not be carried, with the names it had. */
export const named = (from: PackSheet, lost: readonly Omit<PackDraft['lost'][number], 'name'>[]): PackDraft['lost'] =>
  lost.map(one => ({ ...one, name: sheetItem(from, one.item)?.name ?? one.item }))

/** Of a draft from before versions were noted nobody knows the version; it left one when it holds what this one does not have. */
function unknownSheet(db: Reader, filing: number, pack: Pack): PackSheet | undefined {
  const held = valuesOf(db, filing).map(value => value.item)
  return held.every(item => sheetItem(sheetOf(pack), item)) ? undefined : sheetFrom(pack, held)
}
