import type { Channel } from '../../core/contract.ts'
import { aboutHandlers } from './about.ts'
import { appState, appWorkfile } from './app.ts'
import { filingApply } from './apply.ts'
import { filingExplain } from './explain.ts'
import { exportSubmission } from './export.ts'
import { filingSet } from './filing.ts'
import type { Handler } from './handler.ts'
import { filingHistory } from './history.ts'
import { incomingHandlers } from './incoming.ts'
import { keyExport, keyImport } from './key.ts'
import { letterHandlers } from './letter/letters.ts'
import { packOpen } from './pack.ts'
import { packHandlers } from './packs/packs.ts'
import { paperHandlers } from './paper.ts'
import { partHandlers } from './parts.ts'
import { regulatorHandlers } from './regulator/regulator.ts'
import { sealReopen } from './reopen.ts'
import { filingRow } from './rows.ts'
import { safetyHandlers } from './safety.ts'
import { sealCheck } from './sealCheck.ts'
import { sealLock } from './sealLock.ts'
import { sealRun } from './seal.ts'
import { appSettings } from './settings.ts'
import { templateWrite } from './template.ts'
import { filingRedo, filingUndo } from './undo.ts'
import { unitNote } from './unitNote.ts'
import { filingStart, unitAdd, unitToday } from './unit.ts'
import { updateHandlers } from './updates.ts'
import { verifyFiles } from './verify.ts'
import { viewOf } from './view.ts'

/** One handler a channel: a forgotten one does not compile. */
export const handlers: { readonly [C in Channel]: Handler<C> } = {
  ...safetyHandlers,
  ...incomingHandlers,
  ...paperHandlers,
  ...partHandlers,
  ...letterHandlers,
  ...packHandlers,
  ...updateHandlers,
  ...regulatorHandlers,
  ...aboutHandlers,
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
  'seal.check': (desk, args) => sealCheck(desk, args.filing),
  'seal.run': sealRun,
  'seal.export': exportSubmission,
  'seal.lock': sealLock,
  'seal.reopen': sealReopen,
  'pack.open': packOpen,
  'verify.files': verifyFiles,
  'template.write': templateWrite,
  'key.export': keyExport,
  'key.import': keyImport,
}
