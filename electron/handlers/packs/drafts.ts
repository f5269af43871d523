import type { PackDraft } from '../../../core/contract/packs.ts'
import { isClosed } from '../../../core/filing/state.ts'
import { migrateFiling } from '../../../core/pack/migrate.ts'
import type { LoadedPack } from '../../../core/pack/schema.ts'
import { sheetOf } from '../../../core/pack/sheet.ts'
import { sheetUnder } from '../../db/filingPack.ts'
import { filingsUnder, type FilingRow } from '../../db/filing.ts'
import { unitById } from '../../db/unit.ts'
import type { Desk } from '../desk.ts'
import { dataUnder } from '../filingData.ts'
import { openFiling } from '../openFiling.ts'
import { named } from './bring.ts'

/** A pack's version that drafts leave and the one they come to. */
export interface Versions { readonly from: LoadedPack; readonly to: LoadedPack }

/** What a newer version does to each open draft of the work file, and how many sealed years it leaves alone. */
export function draftsUnder(desk: Desk, versions: Versions): { readonly drafts: readonly PackDraft[]; readonly sealed: number } {
  const filings = filingsOf(desk, versions)
  const open = filings.filter(filing => !isClosed(filing.state))
  return { drafts: open.map(filing => draftOf(desk, filing, versions)), sealed: filings.length - open.length }
}

function filingsOf(desk: Desk, { to }: Versions): readonly FilingRow[] {
  const store = desk.store()
  return store.ok ? filingsUnder(store.value.read, to.pack.id) : []
}

/** The draft is opened first, so that the version it leaves is noted. */
function draftOf(desk: Desk, filing: FilingRow, { from, to }: Versions): PackDraft {
  openFiling(desk, filing.id)
  const store = desk.store()
  if (!store.ok) return { filing: filing.id, name: '', moved: 0, lost: [] }
  const sheet = sheetUnder(store.value.read, filing.id) ?? sheetOf(from.pack)
  const { edits, lost } = migrateFiling(sheet, to.pack, dataUnder(store.value.read, filing.id, sheet))
  return { filing: filing.id, name: unitById(store.value.read, filing.unit)?.name ?? '', moved: edits.length, lost: named(sheet, lost) }
}
