import type { LedgerState } from '../../../../core/contract/regulator/ledger.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { newestLedgerBackup } from '../../../ledger/backup.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { regionsOf } from '../../../ledger/regions.ts'
import { regulatorFingerprint } from '../../../ledger/regulatorKey.ts'
import { countsOf, submissionsByYear } from '../../../ledger/store/standing.ts'
import type { Desk } from '../../desk.ts'

/** What the window shows of the ledger; null while none is chosen. */
export async function ledgerState(desk: Desk): Promise<Result<LedgerState | null>> {
  if (!desk.ledgers.chosen()) return ok(null)
  const ledger = await desk.ledger()
  return ledger.ok ? ok(await stateOf(desk, ledger.value)) : ledger
}

/** An open ledger's state, with what it counts now. */
export async function stateOf(desk: Desk, ledger: Ledger): Promise<LedgerState> {
  const { region, bureau, pack, year } = ledger.info
  const { name, role } = ledger.hand()
  const summaries = desk.packs.summaries().toSorted((a, b) => b.year - a.year)
  const byYear = await submissionsByYear(ledger.sql)
  return {
    kind: ledger.kind, where: ledger.where, name: ledger.name, region, regionName: regionsOf(desk.packs, pack).full(region), bureau, pack, year,
    deadline: summaries.find(one => one.id === pack)?.deadline ?? '',
    packs: summaries.map(one => ({ pack: one.id, year: one.year, title: one.title, submissions: byYear.get(one.year) ?? 0 })),
    counts: await countsOf(ledger.sql, year), reviewer: name, role, fingerprint: regulatorFingerprint(desk, ledger),
    backup: newestLedgerBackup(ledger), lost: ledger.lost(),
  }
}
