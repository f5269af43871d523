import type { SubmissionState } from '../../../core/contract/regulator/intake.ts'
import { compareVersions } from '../../../core/pack/packFile.ts'
import { needs, type Ledger } from '../../ledger/ledger.ts'
import { unknownPacks, type UnknownRow } from '../../ledger/store/unknownPack.ts'
import { takeIn } from '../../ledger/takeIn.ts'
import { examined, payloadText, storedPayload } from '../../reader/examine.ts'
import type { Desk } from '../desk.ts'

/** How many submissions of the chosen ledger wait for a pack of this version or an earlier one. */
export async function unknownOf(desk: Desk, pack: string, version: string): Promise<number> {
  const ledger = await openLedger(desk)
  return ledger ? (await unknownPacks(ledger.sql, pack)).filter(row => compareVersions(row.pack_version, version) <= 0).length : 0
}

/** Reads the submissions that waited for a pack again and gives them the state they would get now; gives how many moved. */
export async function wake(desk: Desk, pack: string): Promise<number> {
  const ledger = await openLedger(desk)
  if (!ledger || needs(ledger, 'reviewer')) return 0
  let woken = 0
  for (const row of await unknownPacks(ledger.sql, pack)) {
    const state = await wakeOne(desk, ledger, row)
    if (state !== 'unknown_pack') woken += 1
  }
  return woken
}

/** The chosen ledger; a regulator without one has nothing that waits. */
async function openLedger(desk: Desk): Promise<Ledger | null> {
  const ledger = await desk.ledger()
  return ledger.ok ? ledger.value : null
}

async function wakeOne(desk: Desk, ledger: Ledger, row: UnknownRow): Promise<SubmissionState> {
  const proven = { payload: storedPayload(row.payload), text: payloadText(row.payload), digest: row.digest, signature: row.signature }
  const read = examined(desk.packs, proven, { verdict: row.verdict, changed: row.changed })
  if (!read.packKnown) return 'unknown_pack'
  const { name, at } = ledger.hand()
  return ledger.sql.write(async sql => {
    await takeIn(sql, read, { shelf: desk.packs, info: ledger.info, hand: { name, at }, ids: new Map() })
    return (await sql.get<{ state: SubmissionState }>('select state from submission where id = ?', [row.id]))?.state ?? 'unknown_pack'
  })
}
