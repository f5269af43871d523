import { intakeProblems } from './intakeProblems.ts'
import { ledgerProblems } from './ledgerProblems.ts'
import { letterProblems } from './letterProblems.ts'
import { reviewProblems } from './reviewProblems.ts'

/** The sentences of areas that have a file of their own. */
export const areaProblems = {
  zh: { ...letterProblems.zh, ...ledgerProblems.zh, ...intakeProblems.zh, ...reviewProblems.zh },
  en: { ...letterProblems.en, ...ledgerProblems.en, ...intakeProblems.en, ...reviewProblems.en },
} as const
