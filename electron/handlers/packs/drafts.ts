import type { PackDraft } from '../../../core/contract/packs.ts'
import { isClosed } from '../../../core/filing/state.ts'
import { lookup } from '../../../core/pack/lookup.ts'
import { migrateFiling } from '../../../core/pack/migrate.ts'
import type { LoadedPack } from '../../../core/pack/schema.ts'
import { filingsUnder, type FilingRow } from '../../db/filing.ts'
import { dropAll } from '../../db/step.ts'
import { unitById } from '../../db/unit.ts'
import { commitEdits } from '../commitEdits.ts'
import type { Desk } from '../desk.ts'
import { dataOf } from '../filingData.ts'
import { openFiling } from '../openFiling.ts'

/** A pack's version that drafts leave and the one they come to. */
export interface Versions { readonly from: LoadedPack; readonly to: LoadedPack }

/** What a newer version does to each open draft of the work file, and how many sealed years it leaves alone. */
export function draftsUnder(desk: Desk, versions: Versions): { readonly drafts: readonly PackDraft[]; readonly sealed: number } {
  const filings = filingsOf(desk, versions)
  const open = filings.filter(filing => !isClosed(filing.state))
  return { drafts: open.map(filing => draftOf(desk, filing, versions)), sealed: filings.length - open.length }
}

/** Brings a draft to the newer version as one step that can be taken back; steps under the old version are closed. */
export function bringDraft(desk: Desk, filing: number, { from, to }: Versions): void {
  const store = desk.store()
  if (!store.ok) return
  const { edits } = migrateFiling(from.pack, to.pack, dataOf(store.value.read, filing, from))
  store.value.write(db => dropAll(db, filing))
  desk.filings.clear()
  const now = openFiling(desk, filing)
  if (!now.ok || edits.length === 0) return
  commitEdits(desk, { filing: now.value, store: store.value }, edits, { label: 'pack', reason: `任务包 ${from.pack.version} → ${to.pack.version}` })
}

function filingsOf(desk: Desk, { to }: Versions): readonly FilingRow[] {
  const store = desk.store()
  return store.ok ? filingsUnder(store.value.read, to.pack.id) : []
}

function draftOf(desk: Desk, filing: FilingRow, { from, to }: Versions): PackDraft {
  const store = desk.store()
  if (!store.ok) return { filing: filing.id, name: '', moved: 0, lost: [] }
  const { edits, lost } = migrateFiling(from.pack, to.pack, dataOf(store.value.read, filing.id, from))
  const index = lookup(from.pack)
  return { filing: filing.id, name: unitById(store.value.read, filing.unit)?.name ?? '', moved: edits.length, lost: lost.map(one => ({ ...one, name: index.item(one.item)?.item.name ?? one.item })) }
}
