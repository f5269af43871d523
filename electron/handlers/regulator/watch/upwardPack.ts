import type { Answer, Request } from '../../../../core/contract.ts'
import { formatAmount } from '../../../../core/amount.ts'
import { problem } from '../../../../core/problem.ts'
import { no, type Result } from '../../../../core/result.ts'
import { reconciledItems, type UpwardAdjustment, type UpwardRecord, type UpwardUnit } from '../../../../core/upward/file.ts'
import type { RegisterEntry } from '../../../../core/register/unit.ts'
import { needs, type Ledger } from '../../../ledger/ledger.ts'
import { boundKey } from '../../../ledger/regulatorKey.ts'
import { standingAdjustments, type AdjustmentRow } from '../../../ledger/store/adjustment.ts'
import { registerUnits } from '../../../ledger/store/registerUnit.ts'
import { acceptedAfter, acceptedCount, acceptedSums, noteUpward } from '../../../ledger/store/upwardFile.ts'
import { payloadText } from '../../../reader/examine.ts'
import { writeUpward, type ManifestHead } from '../../../upward/write.ts'
import type { Desk } from '../../desk.ts'
import { lookInto } from './upwardLook.ts'

/** Writes the accepted submissions, the register and the adjustments of the ledger's year as one signed file, and reads it again. */
export async function upwardPack(desk: Desk, args: Request<'upward.pack'>): Promise<Result<Answer<'upward.pack'>>> {
  const at = await desk.ledger()
  if (!at.ok) return at
  const ledger = at.value
  const refused = needs(ledger, 'issuer')
  if (refused) return no(refused)
  if (await acceptedCount(ledger.sql, ledger.info.year) === 0) return no(problem('upward-none'))
  const key = await boundKey(desk, ledger)
  if (!key.ok) return key
  const counts = { register: 0, submissions: 0, adjustments: 0 }
  const base = await headOf(desk, ledger)
  const written = await writeUpward(args.path, recordsOf(ledger, counts), { key: key.value, head: () => ({ ...base, counts }) })
  if (!written.ok) return written
  const hand = ledger.hand()
  await ledger.sql.write(sql => noteUpward(sql, { direction: 'out', digest: written.value.digest, bureau: base.bureau, region: base.region, signer: key.value.signer, at: hand.at, by_name: hand.name, summary: JSON.stringify({ counts, totals: base.totals }) }))
  return lookInto(desk, ledger, args.path)
}

async function headOf(desk: Desk, { info, sql, hand }: Ledger): Promise<Omit<ManifestHead, 'counts'>> {
  const sums = await acceptedSums(sql, info.year, info.pack, reconciledItems)
  const totals = [...sums].map(([item, { sum, decimals }]) => ({ item, value: formatAmount(BigInt(sum), decimals) })).toSorted((a, b) => (a.item < b.item ? -1 : 1))
  return { bureau: info.bureau, region: info.region, pack: info.pack, year: info.year, at: hand().at, appVersion: desk.host.appVersion, totals }
}

const BATCH = 50

/** Register, then submissions, then adjustments, some at a time. */
async function* recordsOf(ledger: Ledger, counts: { register: number; submissions: number; adjustments: number }): AsyncGenerator<UpwardRecord> {
  const { sql, info } = ledger
  for (const entry of await registerUnits(sql)) { counts.register++; yield unitRecord(entry) }
  for (let after = 0; ;) {
    const rows = await acceptedAfter(sql, info.year, after, BATCH)
    for (const row of rows) {
      counts.submissions++
      yield {
        k: 'submission', payload: payloadText(row.payload), signature: row.signature, publicKey: row.public_key, verdict: row.verdict, handFiled: row.hand_filed === 1,
        receivedAt: row.received_at, acceptedAt: row.state_at, acceptedBy: row.state_by, late: row.late === 1,
      }
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.id
  }
  for (const row of await standingAdjustments(sql, info.year)) { counts.adjustments++; yield adjustmentRecord(row) }
}

const unitRecord = ({ unit, name, region, contact, phone, certs, forms, groups, risk, deadline, active }: RegisterEntry): UpwardUnit =>
  ({ k: 'register', unit, name, region, contact, phone, certs: [...certs], forms: [...forms], groups: [...groups], risk, deadline, active })

const adjustmentRecord = (a: AdjustmentRow): UpwardAdjustment => ({
  k: 'adjustment', unit: a.unit_id, year: a.year, item: a.item, row: a.row_no, num: a.num, text: a.txt, old: a.old, imputed: a.imputed === 1, reason: a.reason, by: a.by_name, at: a.at, publicKey: a.public_key, signature: a.signature,
})
