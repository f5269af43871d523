import type { Answer, Request } from '../../../../core/contract.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import { confirmSigner } from '../../../ledger/store/knownSigner.ts'
import { needs } from '../../../ledger/ledger.ts'
import type { Desk } from '../../desk.ts'

/** A reviewer compared a fingerprint with the unit and says that it is right; written down with the reason. */
export async function intakeConfirmKey(desk: Desk, args: Request<'intake.confirmKey'>): Promise<Result<Answer<'intake.confirmKey'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const refused = needs(ledger.value, 'reviewer')
  if (refused) return no(refused)
  const { unit, signer, reason } = args
  const hand = ledger.value.hand()
  const done = await ledger.value.sql.write(async (sql) => {
    const changed = await confirmSigner(sql, args, hand)
    if (changed > 0) await addDecision(sql, { submission: null, unit_id: unit, year: null, kind: 'key', by_name: hand.name, at: hand.at, reason, detail: JSON.stringify({ signer }) })
    return changed
  })
  return done > 0 ? ok({ unit, signer }) : no(problem('intake-signer', { unit, signer }))
}
