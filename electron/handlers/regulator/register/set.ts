import type { Answer, Request } from '../../../../core/contract.ts'
import { changedFields, type RegisterEntry } from '../../../../core/register/unit.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { needs } from '../../../ledger/ledger.ts'
import { lookUnit } from '../../../ledger/store/registerLook.ts'
import { registerUnit, writeRegister } from '../../../ledger/store/registerUnit.ts'
import { lookAgain } from '../../../ledger/takeIn.ts'
import { found, type Desk } from '../../desk.ts'
import { shownBy, unitOf } from './look.ts'

/** Changes a unit's fields, dated, with a reason; an unchanged field leaves no trace. */
export async function registerSet(desk: Desk, args: Request<'register.set'>): Promise<Result<Answer<'register.set'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const ledger = open.value
  const refused = needs(ledger, 'issuer')
  if (refused) return no(refused)
  const { name: by, at } = ledger.hand()
  const { unit, effective, reason } = args
  const given = Object.fromEntries(Object.entries(args.fields).filter(([, value]) => value !== undefined)) as Partial<RegisterEntry>
  if (given.name?.trim() === '') return no(problem('register-name'))
  const done = await ledger.sql.write(async sql => {
    const old = await registerUnit(sql, unit)
    if (!old) return false
    const now = { ...old, ...given }
    const changed = changedFields(old, now)
    if (changed.length > 0) await writeRegister(sql, [{ old, now }], () => changed, { at, by, effective, reason })
    if (changed.includes('active')) await lookAgain(sql, { shelf: desk.packs, info: ledger.info, hand: { name: by, at } })
    return true
  })
  if (!done) return no(problem('not-found', { what: unit }))
  const row = found(await lookUnit(ledger.sql, ledger.info.year, unit), unit)
  return row.ok ? ok(unitOf(row.value, shownBy(desk, ledger))) : row
}
