import { afterEach } from 'vitest'
import { Bureau } from './intakeDesk.ts'
import type { LedgerMaker } from './ledger.ts'

/** Makes bureaus with so many units in their register; each leaves after its test. */
export function bureausOn(make: LedgerMaker): (units: number) => Promise<Bureau> {
  const bureaus: Bureau[] = []
  afterEach(() => { for (const one of bureaus.splice(0)) one.leaves() })
  return async (units) => {
    const bureau = await new Bureau(await make.place()).opens({ units })
    bureaus.push(bureau)
    return bureau
  }
}
