import type { Answer, Request } from '../../core/contract.ts'
import type { Result } from '../../core/result.ts'
import type { safetyRequests } from '../../core/contract/safety.ts'
import { appLeave, backupList, backupNow, backupPreview, backupRestore } from './backups.ts'
import { binList, binRestore, filingDelete, unitDelete } from './bin.ts'
import { historyExport, historyList } from './changeHistory.ts'
import type { Desk } from './desk.ts'
import { binEmpty } from './emptyBin.ts'
import { workExport, workImport, workPreview } from './lockedWork.ts'
import { workfileRescue, workfileRescueTake } from './rescue.ts'

type Safety = keyof typeof safetyRequests

/** The handlers that keep the work safe: backups, the bin, handing over, rescue, the record of changes. */
export const safetyHandlers: { readonly [C in Safety]: (desk: Desk, args: Request<C>) => Result<Answer<C>> | Promise<Result<Answer<C>>> } = {
  'app.leave': desk => appLeave(desk),
  'backup.list': desk => backupList(desk),
  'backup.now': desk => backupNow(desk),
  'backup.preview': backupPreview,
  'backup.restore': backupRestore,
  'unit.delete': unitDelete,
  'filing.delete': filingDelete,
  'bin.list': desk => binList(desk),
  'bin.restore': binRestore,
  'bin.empty': binEmpty,
  'workfile.export': workExport,
  'workfile.preview': workPreview,
  'workfile.import': workImport,
  'workfile.rescue': desk => workfileRescue(desk),
  'workfile.rescueTake': workfileRescueTake,
  'history.list': historyList,
  'history.export': historyExport,
}
