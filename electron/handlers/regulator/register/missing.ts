import type { Answer, Request } from '../../../../core/contract.ts'
import type { MissingUnit } from '../../../../core/contract/regulator/register.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { csvOf } from '../../../csvTable.ts'
import { tableWorkbook } from '../../../excel/plainTable.ts'
import { writeNew } from '../../../files.ts'
import { missingUnits, regionCounts } from '../../../ledger/store/registerLook.ts'
import type { Desk } from '../../desk.ts'
import { shownBy, unitOf } from './look.ts'

/** Who has not reported (催报), with whom to call; as a workbook or a CSV where a path is given. */
export async function registerMissing(desk: Desk, args: Request<'register.missing'>): Promise<Result<Answer<'register.missing'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const { sql, info } = open.value
  const shown = shownBy(desk, open.value)
  const units = (await missingUnits(sql, info.year, args.region)).map(row => unitOf(row, shown)).map((unit): MissingUnit => ({
    unit: unit.unit, name: unit.name, region: unit.region, regionName: unit.regionName, contact: unit.contact, phone: unit.phone,
    deadline: unit.deadline, daysLate: daysBetween(unit.deadline, shown.today), state: unit.state === 'returned' ? 'returned' : 'missing',
  }))
  const counts = (await regionCounts(sql, info.year)).filter(one => one.region.startsWith(args.region.replace(/(?:00)+$/, '')))
  const late = new Map<string, number>()
  for (const unit of units) if (unit.daysLate > 0) late.set(unit.region, (late.get(unit.region) ?? 0) + 1)
  const byRegion = counts.map(({ region, due, received }) => ({
    code: region, name: shown.regions.name(region), due, received, missing: due - received, late: late.get(region) ?? 0,
  }))
  const written = args.path === undefined ? ok(null) : writeNew(args.path, tableOf(args.path, units))
  return written.ok ? ok({ units, byRegion, path: written.value }) : written
}

/** Days after a deadline, 0 before it or where there is none. */
const daysBetween = (deadline: string, today: string): number => (deadline === '' ? 0 : Math.max(0, Math.round((Date.parse(today) - Date.parse(deadline)) / 86_400_000)))

const head = [
  ['区县', 16], ['机构名称', 36], ['填报单位代码', 24], ['联系人', 10], ['电话', 16], ['截止日期', 12], ['逾期天数', 10], ['状态', 12],
] as const

function tableOf(path: string, units: readonly MissingUnit[]): Uint8Array {
  const rows = units.map(u => [u.regionName, u.name, u.unit, u.contact, u.phone, u.deadline, u.daysLate === 0 ? '' : String(u.daysLate), u.state === 'returned' ? '已退回，未重报' : '未报'])
  if (path.toLowerCase().endsWith('.csv')) return csvOf([head.map(([name]) => name), ...rows])
  return tableWorkbook({ sheet: '催报名单', head: head.map(([name, width]) => ({ name, width })), rows })
}
