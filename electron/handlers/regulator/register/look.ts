import type { Answer, Request } from '../../../../core/contract.ts'
import type { RegisterUnit } from '../../../../core/contract/regulator/register.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { beijing } from '../../../clock.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { regionsOf, type Regions } from '../../../ledger/regions.ts'
import { lookRegister, regionCounts, type LookRow } from '../../../ledger/store/registerLook.ts'
import { registerGroups, registerHistory as historyOf } from '../../../ledger/store/registerUnit.ts'
import type { Desk } from '../../desk.ts'

/** What turns a row of the register into what is shown. */
export interface Shown { readonly regions: Regions; readonly deadline: string; readonly today: string }

/** The regions, the deadline and the day that a ledger's register is shown by. */
export function shownBy(desk: Desk, ledger: Ledger): Shown {
  const deadline = desk.packs.summaries().find(one => one.id === ledger.info.pack)?.deadline ?? ''
  return { regions: regionsOf(desk.packs, ledger.info.pack), deadline, today: beijing(desk.host.now()).slice(0, 10) }
}

/** The register, filtered, with where each unit stands. */
export async function registerLook(desk: Desk, args: Request<'register.look'>): Promise<Result<Answer<'register.look'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const { sql, info } = open.value
  const shown = shownBy(desk, open.value)
  const { rows, total, all } = await lookRegister(sql, { ...args, year: info.year }, args)
  const regions = await regionCounts(sql, info.year)
  return ok({
    units: rows.map(row => unitOf(row, shown)), total, all, groups: await registerGroups(sql),
    regions: regions.map(({ region, due, received }) => ({ code: region, name: shown.regions.name(region), due, received })),
  })
}

/** What became of a unit in the register, newest first. */
export async function registerHistory(desk: Desk, args: Request<'register.history'>): Promise<Result<Answer<'register.history'>>> {
  const open = await desk.ledger()
  return open.ok ? ok(await historyOf(open.value.sql, args.unit)) : open
}

/** A row as the window shows it. */
export function unitOf(row: LookRow, { regions, deadline, today }: Shown): RegisterUnit {
  const due = row.deadline ?? deadline
  const list = (text: string): readonly string[] => JSON.parse(text) as readonly string[]
  const state = row.state === 'received' || row.state === 'in_review' || row.state === 'conflict' || row.state === 'returned' || row.state === 'accepted' ? row.state : 'missing'
  return {
    unit: row.unit_id, name: row.name, region: row.region, regionName: regions.name(row.region), contact: row.contact, phone: row.phone,
    certs: list(row.certs), forms: list(row.forms), groups: list(row.groups), risk: row.risk, deadline: due, active: row.active === 1,
    state, submission: row.submission, submitNo: row.submitNo, receivedAt: row.receivedAt,
    late: state === 'missing' ? due !== '' && today > due : row.late === 1, handFiled: row.handFiled === 1,
  }
}
