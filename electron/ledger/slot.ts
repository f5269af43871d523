import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { writeOver } from '../files.ts'
import { keepToday } from './backup.ts'
import { createLedger, openLedger, type Ledger, type LedgerInfo, type LedgerOptions, type Place } from './ledger.ts'
import { withoutPassword } from './place.ts'

/** The ledger that is chosen, opened on first use; which one is kept in the data folder, a password never. */
export interface LedgerSlot {
  readonly current: () => Promise<Result<Ledger>>
  /** Whether one is chosen. */
  readonly chosen: () => Place | null
  /** Opens a ledger and chooses it; the one before stays chosen where that is refused. */
  readonly open: (place: Place) => Promise<Result<Ledger>>
  readonly create: (place: Place, info: Partial<LedgerInfo>) => Promise<Result<Ledger>>
  /** Tries a place and lets it go again: whose ledger is there, null for none. */
  readonly probe: (place: Place) => Promise<Result<LedgerInfo | null>>
  /** Closes the ledger; the next use opens it again. */
  readonly close: () => void
}

const kept = z.union([z.strictObject({ path: z.string() }), z.strictObject({ postgres: z.string() })])

/** An empty slot over a data folder; `fixed` is the place a policy names. */
export function ledgerSlot(options: LedgerOptions & { readonly fixed?: Place }): LedgerSlot {
  const file = join(options.dataDir, '台账.json')
  let held: Ledger | null = null
  let given: Place | null = null
  const chosen = (): Place | null => given ?? (given = options.fixed ?? readChoice(file))
  const close = (): void => { held?.close(); held = null }
  const openSafe = async (place: Place): Promise<Result<Ledger>> => {
    const opened = await openLedger(place, options)
    if (opened.ok) await keepToday(opened.value, options.now())
    return opened
  }
  const take = async (place: Place, open: () => Promise<Result<Ledger>>): Promise<Result<Ledger>> => {
    const before = given
    if (held) close()
    const opened = await open()
    given = opened.ok ? place : before
    if (!opened.ok) return opened
    held = opened.value
    const stored = writeOver(file, Buffer.from(`${JSON.stringify(withoutPassword(place))}\n`))
    return stored.ok ? opened : stored
  }
  const current = async (): Promise<Result<Ledger>> => {
    if (held) return ok(held)
    const place = chosen()
    if (!place) return no(problem('ledger-none'))
    const opened = await openSafe(place)
    if (opened.ok) held = opened.value
    return opened
  }
  return {
    chosen, close, current, probe: place => probe(place, options),
    open: place => take(place, () => openSafe(place)),
    create: (place, info) => take(place, () => createLedger(place, options, info)),
  }
}

async function probe(place: Place, options: LedgerOptions): Promise<Result<LedgerInfo | null>> {
  const opened = await openLedger(place, options)
  if (!opened.ok) return opened.problem.code === 'ledger-missing' ? ok(null) : opened
  const { info } = opened.value
  opened.value.close()
  return ok(info)
}

function readChoice(file: string): Place | null {
  if (!existsSync(file)) return null
  try { return kept.parse(JSON.parse(readFileSync(file, 'utf8'))) } catch { return null }
}
