import { createAuditor } from '../../../../core/audit/run.ts'
import type { Answer, Request } from '../../../../core/contract.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import type { PlanInput } from '../../../../core/submission/input.ts'
import { beijing, dayFor } from '../../../clock.ts'
import { sealFiling } from '../../../excel/submission.ts'
import type { UnitKey } from '../../../keys.ts'
import { boundKey } from '../../../ledger/regulatorKey.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import { fileRow, takeFile } from '../../../ledger/store/intakeFile.ts'
import { heldOf, setFile } from '../../../ledger/store/submission.ts'
import { takeIn } from '../../../ledger/takeIn.ts'
import { examined } from '../../../reader/examine.ts'
import { found, type Desk } from '../../desk.ts'
import { handFile, type HandFile } from './handFile.ts'
import { shownFile } from './shown.ts'

/** Takes a hand-filled template in (D18): sealed under the regulator's key with the values as typed and the unit's next number, marked everywhere. */
export async function intakeTakeHand(desk: Desk, args: Request<'intake.takeHand'>): Promise<Result<Answer<'intake.takeHand'>>> {
  const file = await handFile(desk, args.file)
  if (!file.ok) return file
  const { ledger, row, hand } = file.value
  if (row.submission !== null) return no(problem('intake-not-hand'))
  const unit = (args.unit ?? hand.unitId).trim()
  if (unit === '') return no(problem('intake-hand-unit'))
  if (hand.year !== ledger.info.year && ledger.info.pack !== '') return no(problem('intake-hand-year', { year: hand.year, wanted: ledger.info.year }))
  const key = await boundKey(desk, ledger)
  if (!key.ok) return key
  await store(desk, file.value, { unit, key: key.value, reason: args.reason })
  const taken = found(await fileRow(ledger.sql, args.file), '这个文件')
  if (!taken.ok) return taken
  const { why: _why, todo: _todo, ...shown } = shownFile(taken.value)
  return ok(shown)
}

interface As { readonly unit: string; readonly key: UnitKey; readonly reason: string }

async function store(desk: Desk, { ledger, row, hand, loaded }: HandFile, as: As): Promise<void> {
  const by = ledger.hand()
  await ledger.sql.write(async (sql) => {
    const held = await heldOf(sql, as.unit, hand.year)
    const submitNo = 1 + Math.max(0, ...held.map((one) => one.submitNo))
    const sealed = sealFiling(planned(desk, { hand, loaded }, { ...as, submitNo }), (message) => as.key.sign(message))
    const read = examined(desk.packs, sealed, { verdict: 'unsealed', changed: 0 })
    const taken = await takeIn(sql, read, { shelf: desk.packs, info: ledger.info, hand: by, handFiled: true, ids: new Map() })
    await takeFile(sql, row.id, { state: taken.state, unit_id: as.unit, submit_no: submitNo, submission: taken.submission, receipt: read.receipt, signer: read.signer })
    await setFile(sql, taken.submission, row.id)
    await addDecision(sql, { submission: taken.submission, unit_id: as.unit, year: hand.year, kind: 'hand', by_name: by.name, at: by.at, reason: as.reason, detail: JSON.stringify({ file: row.name }) })
  })
}

function planned(desk: Desk, { hand, loaded }: Pick<HandFile, 'hand' | 'loaded'>, as: As & { readonly submitNo: number }): PlanInput {
  const { pack } = loaded
  const { data, explanations } = hand
  const now = desk.host.now()
  const today = dayFor(now, { sample: pack.sample, chosen: null })
  const auditor = createAuditor({ pack, data, prior: null, today, explanations })
  return {
    pack: loaded, data, prior: null, explanations, computed: auditor.computed(), findings: auditor.findings(), forms: auditor.forms(),
    meta: {
      unitId: as.unit, orgName: hand.orgName || as.unit, submitNo: as.submitNo, today, sealedAt: beijing(now), appVersion: desk.host.appVersion,
      reason: as.reason, publicKey: Buffer.from(as.key.publicKey).toString('hex'),
    },
  }
}
