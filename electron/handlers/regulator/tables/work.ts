import type { TableScope } from '../../../../core/contract/regulator/tables.ts'
import type { BaseScope } from '../../../../core/consolidate/ledgerData.ts'
import type { Frame } from '../../../../core/consolidate/expand.ts'
import { inputName } from '../../../../core/consolidate/program.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { ratio, type Ratio } from '../../../../core/formula/number.ts'
import type { Ground } from '../../../ledger/consolidate/run.ts'
import { placesIn } from '../../../ledger/consolidate/scope.ts'
import { itemSources } from '../../../ledger/consolidate/sources.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { regionsIn } from '../../../ledger/regions.ts'
import { inputRows } from '../../../ledger/store/inputFigure.ts'
import type { Desk } from '../../desk.ts'

/** Everything tables of one scope are made with. */
export interface TableWork {
  readonly desk: Desk
  readonly ledger: Ledger
  readonly pack: Pack
  readonly asked: TableScope
  readonly scope: BaseScope
  readonly ground: Ground
  readonly frame: Omit<Frame, 'switches'>
  readonly inputs: ReadonlyMap<string, Ratio>
}

/** Gathers what tables of a scope need; a region outside the ledger's and a year without a pack are refused. */
export async function prepareTables(desk: Desk, asked: TableScope): Promise<Result<TableWork>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const ledger = open.value
  const region = asked.region ?? ledger.info.region
  if (!region.startsWith(ledger.info.region)) return no(problem('table-region', { region, ledger: ledger.info.region }))
  const found = packFor(desk, ledger, asked.year)
  if (!found.ok) return found
  const { pack, year } = found.value
  const scope: BaseScope = { year, region, basis: asked.basis, level: asked.level }
  const sources = await itemSources(ledger.sql, desk.packs, pack)
  const frame = { pack, year, region, regionName: regionsIn(pack).full(region), places: await placesIn(ledger.sql, { pack, sources, year }) }
  const inputs = new Map((await inputRows(ledger.sql)).flatMap((row) => (row.value === null ? [] : [[inputName(row), decimal(row.value)] as const])))
  return ok({ desk, ledger, pack, asked, scope, ground: { sql: ledger.sql, pack, sources, scope }, frame, inputs })
}

/** The pack whose tables a year is made with: the year's own where it is on the shelf, else the ledger's. */
export function packFor(desk: Desk, ledger: Ledger, asked: number | undefined): Result<{ readonly pack: Pack; readonly year: number }> {
  const { info } = ledger
  const newest = desk.packs.summaries().toSorted((a, b) => b.year - a.year)[0]
  const inUse = info.pack === '' ? (newest?.id ?? '') : info.pack
  const year = asked ?? (info.year === 0 ? (newest?.year ?? 0) : info.year)
  const own = `${inUse.replace(/-\d{4}$/, '')}-${year}`
  const loaded = desk.packs.get(desk.packs.ids().includes(own) ? own : inUse)
  return loaded.ok ? ok({ pack: loaded.value.pack, year }) : loaded
}

function decimal(text: string): Ratio {
  const [whole = '', part = ''] = text.split('.')
  const n = BigInt(whole + part)
  return ratio(Number.isSafeInteger(Number(n)) ? Number(n) : n, part.length)
}
