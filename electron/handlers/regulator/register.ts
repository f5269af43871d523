import { registerIssue } from './register/issue.ts'
import { registerHistory, registerLook } from './register/look.ts'
import { registerMissing } from './register/missing.ts'
import { registerSet } from './register/set.ts'
import { registerImport, registerPreview } from './register/sheet.ts'

/** Calls on the register (名录). */
export const registerHandlers = {
  'register.look': registerLook,
  'register.preview': registerPreview,
  'register.import': registerImport,
  'register.set': registerSet,
  'register.history': registerHistory,
  'register.issue': registerIssue,
  'register.missing': registerMissing,
}
