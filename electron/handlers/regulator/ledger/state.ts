import type { LedgerState } from '../../../../core/contract/regulator/ledger.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { newestLedgerBackup } from '../../../ledger/backup.ts'
import { LedgerFailure } from '../../../ledger/failure.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { regionsOf } from '../../../ledger/regions.ts'
import { publicLine, regulatorFingerprint } from '../../../ledger/regulatorKey.ts'
import { countsOf, submissionsByYear } from '../../../ledger/store/standing.ts'
import type { Desk } from '../../desk.ts'

const last = new WeakMap<Ledger, LedgerState>()

/** What the window shows of the ledger; null while none is chosen. While a server does not answer it is what was known last. */
export async function ledgerState(desk: Desk): Promise<Result<LedgerState | null>> {
  if (!desk.ledgers.chosen()) return ok(null)
  const open = await desk.ledger()
  if (!open.ok) return open
  try {
    return ok(await stateOf(desk, open.value))
  } catch (error) {
    const known = last.get(open.value)
    if (!known || !(error instanceof LedgerFailure) || error.problem.code !== 'ledger-lost') throw error
    return ok({ ...known, lost: true })
  }
}

/** An open ledger's state, with what it counts now. */
export async function stateOf(desk: Desk, ledger: Ledger): Promise<LedgerState> {
  const { region, bureau, pack, year } = ledger.info
  const { name, role } = ledger.hand()
  const summaries = desk.packs.summaries().toSorted((a, b) => b.year - a.year)
  const byYear = await submissionsByYear(ledger.sql)
  const state = {
    kind: ledger.kind, where: ledger.where, name: ledger.name, region, regionName: regionsOf(desk.packs, pack).full(region), bureau, pack, year,
    deadline: summaries.find(one => one.id === pack)?.deadline ?? '',
    packs: summaries.map(one => ({ pack: one.id, year: one.year, title: one.title, submissions: byYear.get(one.year) ?? 0 })),
    counts: await countsOf(ledger.sql, year), reviewer: name, role, fingerprint: regulatorFingerprint(desk, ledger), recipient: await publicLine(desk, ledger),
    backup: newestLedgerBackup(ledger), lost: ledger.lost(),
  }
  last.set(ledger, state)
  return state
}
