import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe } from 'vitest'
import { createLedger, type Ledger, type LedgerInfo, type Place } from '../../electron/ledger/ledger.ts'
import { good } from './desk.ts'
import { describeNeeding } from './needs.ts'
import { psql, sharedServer } from './postgres.ts'

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
  describe(`${name} (SQLite)`, () => {
    const folder = folders()
    body(maker('sqlite', folder, async () => ({ path: join(folder(), '示例2026.ledger') })))
  })
  describeNeeding(['postgresql'], `${name} (PostgreSQL)`, () => {
    const folder = folders()
    body(maker('postgres', folder, schemas()))
  })
}

function maker(kind: Ledger['kind'], folder: () => string, place: () => Promise<Place>): LedgerMaker {
  const open: Ledger[] = []
  afterEach(() => { for (const ledger of open.splice(0)) ledger.close() })
  const make = async (info: Partial<LedgerInfo> = {}): Promise<Ledger> => {
    const options = { now: () => testNow, userName: () => '示例审核员', dataDir: folder() }
    const ledger = good(await createLedger(await place(), options, { region: '', bureau: '示例局', pack: 'annual-2026', year: 2026, ...info }))
    open.push(ledger)
    return ledger
  }
  return Object.assign(make, { kind, place })
}

function folders(): () => string {
  const made: string[] = []
  afterEach(() => { for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true }) })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianbao-ledger-'))
    made.push(folder)
    return folder
  }
}

/** A schema of its own for each ledger on the run's one server. */
function schemas(): () => Promise<Place> {
  const made: string[] = []
  let socket = ''
  afterAll(() => { if (made.length > 0) psql(socket, made.map(schema => `drop schema if exists ${schema} cascade`).join(';')) })
  return async () => {
    socket = await sharedServer()
    const schema = `t${process.pid}_${Math.random().toString(36).slice(2, 10)}`
    made.push(schema)
    return { postgres: `postgres://jianbao@/postgres?host=${encodeURIComponent(socket)}&schema=${schema}` }
  }
}
