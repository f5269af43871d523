import { intakeConfirmKey } from './intake/confirmKey.ts'
import { intakeFile, intakeFiles } from './intake/files.ts'
import { intakeFindings } from './intake/findings.ts'
import { intakeMatch } from './intake/match.ts'
import { intakeResult } from './intake/result.ts'
import { intakeControl, intakeProgress, intakeStart } from './intake/start.ts'
import { intakeTakeHand } from './intake/takeHand.ts'

/** Calls of intake (收件). */
export const intakeHandlers = {
  'intake.start': intakeStart,
  'intake.progress': intakeProgress,
  'intake.control': intakeControl,
  'intake.files': intakeFiles,
  'intake.file': intakeFile,
  'intake.result': intakeResult,
  'intake.takeHand': intakeTakeHand,
  'intake.findings': intakeFindings,
  'intake.confirmKey': intakeConfirmKey,
  'intake.match': intakeMatch,
} as const
