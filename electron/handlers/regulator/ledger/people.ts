import type { Answer, Request } from '../../../../core/contract.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { needs } from '../../../ledger/ledger.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import { putReviewer, reviewers } from '../../../ledger/store/reviewer.ts'
import type { Desk } from '../../desk.ts'

/** Who works on the ledger, as what; somebody who may issue always stays. On a server its own rights decide, this is the list of names. */
export async function ledgerPeople(desk: Desk, args: Request<'ledger.people'>): Promise<Result<Answer<'ledger.people'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const ledger = open.value
  const { set } = args
  if (!set) return ok(await reviewers(ledger.sql))
  const refused = needs(ledger, 'issuer')
  if (refused) return no(refused)
  const { name, at } = ledger.hand()
  const others = (await reviewers(ledger.sql)).filter(one => one.name !== set.name)
  if (set.role !== 'issuer' && set.name === name && !others.some(one => one.role === 'issuer')) return no(problem('ledger-last-issuer'))
  await ledger.sql.write(async sql => {
    await putReviewer(sql, set, at)
    await addDecision(sql, { submission: null, unit_id: null, year: null, kind: 'person', by_name: name, at, reason: '', detail: JSON.stringify(set) })
  })
  await ledger.refresh()
  return ok(await reviewers(ledger.sql))
}
