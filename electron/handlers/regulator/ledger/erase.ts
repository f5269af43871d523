import type { Answer, Request } from '../../../../core/contract.ts'
import { personalItems, withoutPersonal } from '../../../../core/submission/personal.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { keepSafe } from '../../../ledger/backup.ts'
import { needs } from '../../../ledger/ledger.ts'
import type { SqlWriter } from '../../../ledger/sql.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import { eraseValues, keptBefore } from '../../../ledger/store/personal.ts'
import { erasePayload, payloadOf } from '../../../ledger/store/submissionPayload.ts'
import type { Desk } from '../../desk.ts'

/** Takes the personal fields out of submissions received before a day (Beijing); their digests and signatures stay as they were given (D24). */
export async function ledgerErase(desk: Desk, args: Request<'ledger.erase'>): Promise<Result<Answer<'ledger.erase'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const ledger = open.value
  const refused = needs(ledger, 'issuer')
  if (refused) return no(refused)
  const due = await keptBefore(ledger.sql, new Date(`${args.before}T00:00:00+08:00`).toISOString())
  if (args.preview) return ok({ submissions: due.length, fields: personalItems })
  const { name, at } = ledger.hand()
  for (const { id, unit_id, year } of due) {
    await ledger.sql.write(async sql => {
      const erased = await eraseOne(sql, id, at)
      await addDecision(sql, { submission: id, unit_id, year, kind: 'erase', by_name: name, at, reason: args.reason, detail: JSON.stringify({ before: args.before, items: erased }) })
    })
  }
  if (due.length > 0) await keepSafe(ledger, desk.host.now(), { always: true })
  return ok({ submissions: due.length, fields: personalItems })
}

async function eraseOne(sql: SqlWriter, submission: number, at: string): Promise<readonly string[]> {
  await eraseValues(sql, submission, personalItems)
  const payload = await payloadOf(sql, submission)
  if (!payload) return []
  const { payload: left, erased } = withoutPersonal(payload)
  await erasePayload(sql, submission, left, at)
  return erased
}
