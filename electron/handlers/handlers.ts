import type { Channel } from '../../core/contract.ts'
import { aboutRequests } from '../../core/contract/about.ts'
import { incomingRequests } from '../../core/contract/incoming.ts'
import { letterRequests } from '../../core/contract/letters.ts'
import { packRequests } from '../../core/contract/packs.ts'
import { partRequests } from '../../core/contract/parting.ts'
import { printRequests } from '../../core/contract/printing.ts'
import { regulatorRequests } from '../../core/contract/regulator/regulator.ts'
import { safetyRequests } from '../../core/contract/safety.ts'
import { sealingRequests } from '../../core/contract/sealing.ts'
import { updateRequests } from '../../core/contract/updates.ts'
import { appState, appWorkfile } from './app.ts'
import { filingApply } from './apply.ts'
import { filingExplain } from './explain.ts'
import { filingSet } from './filing.ts'
import type { Handler } from './handler.ts'
import { filingHistory } from './history.ts'
import { later } from './later.ts'
import { packOpen } from './pack.ts'
import { filingRow } from './rows.ts'
import { appSettings } from './settings.ts'
import { filingRedo, filingUndo } from './undo.ts'
import { unitNote } from './unitNote.ts'
import { filingStart, unitAdd, unitToday } from './unit.ts'
import { viewOf } from './view.ts'

/** What the first screen can do without. */
const fetches = {
  safety: () => import('./safety.ts').then(m => m.safetyHandlers),
  incoming: () => import('./incoming.ts').then(m => m.incomingHandlers),
  paper: () => import('./paper.ts').then(m => m.paperHandlers),
  parts: () => import('./parts.ts').then(m => m.partHandlers),
  letters: () => import('./letter/letters.ts').then(m => m.letterHandlers),
  packs: () => import('./packs/packs.ts').then(m => m.packHandlers),
  updates: () => import('./updates.ts').then(m => m.updateHandlers),
  sealing: () => import('./sealing.ts').then(m => m.sealingHandlers),
  about: () => import('./about.ts').then(m => m.aboutHandlers),
  regulator: () => import('./regulator/regulator.ts').then(m => m.regulatorHandlers),
}

/** Fetches it while nobody waits, area by area, so that a call in between is answered. */
export async function fetchLater(): Promise<void> {
  for (const fetch of Object.values(fetches)) {
    await fetch()
    await new Promise(resolve => { setTimeout(resolve, 50) })
  }
}

/** One handler a channel: a forgotten one does not compile. */
export const handlers: { readonly [C in Channel]: Handler<C> } = {
  ...later(safetyRequests, fetches.safety),
  ...later(incomingRequests, fetches.incoming),
  ...later(printRequests, fetches.paper),
  ...later(partRequests, fetches.parts),
  ...later(letterRequests, fetches.letters),
  ...later(packRequests, fetches.packs),
  ...later(updateRequests, fetches.updates),
  ...later(sealingRequests, fetches.sealing),
  ...later(aboutRequests, fetches.about),
  ...later(regulatorRequests, fetches.regulator),
  'app.state': desk => appState(desk),
  'app.settings': appSettings,
  'app.workfile': appWorkfile,
  'unit.add': unitAdd,
  'unit.today': unitToday,
  'unit.note': unitNote,
  'filing.start': filingStart,
  'filing.open': (desk, args) => viewOf(desk, args.filing),
  'filing.set': filingSet,
  'filing.apply': filingApply,
  'filing.undo': filingUndo,
  'filing.redo': filingRedo,
  'filing.row': filingRow,
  'filing.explain': filingExplain,
  'filing.history': filingHistory,
  'pack.open': packOpen,
}
