import type { Problem } from '../../core/problem.ts'

/** A statement on the ledger that could not be done for a reason a person can be told: nothing of its transaction is stored. */
export class LedgerFailure extends Error {
  readonly problem: Problem
  constructor(told: Problem, cause?: unknown) {
    super(told.code, { cause })
    this.problem = told
  }
}
