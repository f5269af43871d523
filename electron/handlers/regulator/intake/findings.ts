import type { Finding } from '../../../../core/audit/finding.ts'
import { audit } from '../../../../core/audit/run.ts'
import type { Answer, Request } from '../../../../core/contract.ts'
import type { FindingsLetter, SlipFinding } from '../../../../core/letter/letter.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { beijing, dayFor } from '../../../clock.ts'
import { writeLetter } from '../../../excel/letter.ts'
import { writeNew } from '../../../files.ts'
import type { UnitKey } from '../../../keys.ts'
import { boundKey } from '../../../ledger/regulatorKey.ts'
import type { Desk } from '../../desk.ts'
import { handFile, type HandFile } from './handFile.ts'

/** Writes what is found in a hand-filled template as a letter that its unit can work through without the application (D18). */
export async function intakeFindings(desk: Desk, args: Request<'intake.findings'>): Promise<Result<Answer<'intake.findings'>>> {
  const file = await handFile(desk, args.file)
  if (!file.ok) return file
  const key = await boundKey(desk, file.value.ledger)
  if (!key.ok) return key
  const letter = letterOf(desk, file.value, key.value)
  const written = writeNew(args.path, writeLetter(letter, (message) => key.value.sign(message)).bytes)
  return written.ok ? ok({ path: written.value }) : written
}

function letterOf(desk: Desk, { ledger, row, hand, loaded }: HandFile, key: UnitKey): FindingsLetter {
  const { pack, digest } = loaded
  const now = desk.host.now()
  const today = dayFor(now, { sample: pack.sample, chosen: null })
  const findings = audit({ pack, data: hand.data, prior: null, today, explanations: hand.explanations }).filter((one) => !one.explained)
  return {
    format: 'jianbao-letter', format_version: 1, kind: 'findings', letter_id: `findings:${row.id}:${now.toISOString().replace(/\D/g, '').slice(0, 14)}`,
    unit_id: hand.unitId, org_name: hand.orgName, survey_year: hand.year, pack: { id: pack.id, version: pack.version, digest }, issued_at: beijing(now),
    regulator: { name: ledger.info.bureau || '监管部门', region: ledger.info.region }, signer: { algorithm: 'Ed25519', public_key: Buffer.from(key.publicKey).toString('hex') },
    file: row.name.slice(0, 200), due: null, findings: findings.map((one) => slip(pack, hand, one)),
  }
}

function slip(pack: HandFile['loaded']['pack'], { data }: HandFile['hand'], one: Finding): SlipFinding {
  const [cell] = one.cells
  const entry = cell ? lookup(pack).item(cell.item) : undefined
  const row = entry?.table ? data.tables[entry.table.key]?.find((line) => line.id === cell?.row) : undefined
  const value = entry && !entry.computed ? (entry.table ? row?.cells[entry.item.key] : data.values[entry.item.key]) : undefined
  return {
    rule: one.rule.slice(0, 40), severity: one.severity, row_key: one.rowKey?.slice(0, 200) ?? null,
    form: entry?.form?.no ?? null, code: entry?.item.no.slice(0, 20) ?? null, item: entry?.item.key ?? null, name: entry?.item.name.slice(0, 200) ?? null,
    value: value?.slice(0, 4000) ?? null, detail: one.detail.slice(0, 4000), todo: one.todo.slice(0, 4000),
  }
}
