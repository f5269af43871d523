import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe } from 'vitest'
import { createLedger, type Ledger, type LedgerInfo, type Place } from '../../electron/ledger/ledger.ts'
import { good } from './desk.ts'

/** What a test on a ledger asks for: a fresh ledger, or only a place where one may be made. All are gone after the test. */
export interface LedgerMaker {
  readonly kind: Ledger['kind']
  (info?: Partial<LedgerInfo>): Promise<Ledger>
  readonly place: () => Promise<Place>
}

/** The moment every ledger of a test lives in, unless the test says another one. */
export const testNow = new Date('2027-03-20T02:00:00Z')

/** Runs the same tests on every database a ledger may be kept in. */
export function describeLedger(name: string, body: (make: LedgerMaker) => void): void {
  describe(`${name} (SQLite)`, () => { body(sqliteMaker()) })
}

function sqliteMaker(): LedgerMaker {
  const folders: string[] = []
  const open: Ledger[] = []
  afterEach(() => {
    for (const ledger of open.splice(0)) ledger.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'jianbao-ledger-'))
    folders.push(made)
    return made
  }
  const place = async (): Promise<Place> => ({ path: join(folder(), '示例2026.ledger') })
  const make = async (info: Partial<LedgerInfo> = {}): Promise<Ledger> => {
    const ledger = good(await createLedger(await place(), { now: () => testNow, userName: () => '示例审核员', dataDir: folder() }, { region: '', bureau: '示例局', pack: 'annual-2026', year: 2026, ...info }))
    open.push(ledger)
    return ledger
  }
  return Object.assign(make, { kind: 'sqlite' as const, place })
}
