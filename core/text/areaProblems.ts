import { carriedProblems } from './carriedProblems.ts'
import { intakeProblems } from './intakeProblems.ts'
import { ledgerProblems } from './ledgerProblems.ts'
import { letterProblems } from './letterProblems.ts'
import { policyProblems } from './policyProblems.ts'
import { reviewProblems } from './reviewProblems.ts'
import { tableProblems } from './tableProblems.ts'
import { watchProblems } from './watchProblems.ts'

/** The sentences of areas that have a file of their own. */
export const areaProblems = {
  zh: { ...letterProblems.zh, ...ledgerProblems.zh, ...intakeProblems.zh, ...reviewProblems.zh, ...tableProblems.zh, ...watchProblems.zh, ...carriedProblems.zh, ...policyProblems.zh },
  en: { ...letterProblems.en, ...ledgerProblems.en, ...intakeProblems.en, ...reviewProblems.en, ...tableProblems.en, ...watchProblems.en, ...carriedProblems.en, ...policyProblems.en },
} as const
