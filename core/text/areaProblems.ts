import { intakeProblems } from './intakeProblems.ts'
import { ledgerProblems } from './ledgerProblems.ts'
import { letterProblems } from './letterProblems.ts'

/** The sentences of areas that have a file of their own. */
export const areaProblems = {
  zh: { ...letterProblems.zh, ...ledgerProblems.zh, ...intakeProblems.zh },
  en: { ...letterProblems.en, ...ledgerProblems.en, ...intakeProblems.en },
} as const
