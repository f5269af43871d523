import type { sealingRequests } from '../../core/contract/sealing.ts'
import { exportSubmission } from './export.ts'
import { keyExport, keyImport } from './key.ts'
import type { Area } from './later.ts'
import { sealReopen } from './reopen.ts'
import { sealCheck } from './sealCheck.ts'
import { sealLock } from './sealLock.ts'
import { sealRun } from './seal.ts'
import { templateWrite } from './template.ts'
import { verifyFiles } from './verify.ts'

/** The handlers that seal a filing and read what was sealed, with the keys for it. */
export const sealingHandlers: Area<keyof typeof sealingRequests> = {
  'seal.check': (desk, args) => sealCheck(desk, args.filing),
  'seal.run': sealRun,
  'seal.export': exportSubmission,
  'seal.lock': sealLock,
  'seal.reopen': sealReopen,
  'verify.files': verifyFiles,
  'template.write': templateWrite,
  'key.export': keyExport,
  'key.import': keyImport,
}
