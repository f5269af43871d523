import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Answer, Request } from '../../../../core/contract.ts'
import type { Draw } from '../../../../core/contract/regulator/watch.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { draw } from '../../../../core/sample/draw.ts'
import { protocolHtml } from '../../../../core/sample/protocol.ts'
import { canonicalJson } from '../../../../core/submission/canonical.ts'
import { beijing } from '../../../clock.ts'
import { tableWorkbook } from '../../../excel/plainTable.ts'
import { safeName, stage } from '../../../files.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { regionsOf } from '../../../ledger/regions.ts'
import { addDraw, drawById, drawsOf, poolOf, type DrawRow, type PooledUnit, type PoolUnit } from '../../../ledger/store/draw.ts'
import { found, type Desk } from '../../desk.ts'

type Settings = Pick<Request<'sample.draw'>, 'count' | 'strata' | 'weights' | 'region' | 'group'>
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Draws units from the register by lot and records the draw with everything it was made from. */
export async function sampleDraw(desk: Desk, args: Request<'sample.draw'>): Promise<Result<Answer<'sample.draw'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const { seed, reason, count, strata, weights, region, group } = args
  const pool = (await poolOf(ledger.value.sql, { region, group })).map(unit => pooled(unit, args))
  if (pool.every(unit => unit.weight === 0)) return no(problem('sample-empty'))
  const drawn = draw({ candidates: pool, count, seed, sha256 })
  const hand = ledger.value.hand()
  const settings: Settings = { count, strata, weights, region, group }
  const row = { at: hand.at, by_name: hand.name, seed, settings: canonicalJson(settings), pool: canonicalJson(pool), result: canonicalJson(drawn.drawn), digest: sha256(canonicalJson({ pool, settings })), reason }
  const id = await ledger.value.sql.write(sql => addDraw(sql, row))
  return ok(drawOf({ ...row, id }))
}

function pooled(unit: PoolUnit, { strata, weights }: Settings): PooledUnit {
  const stratum = { none: '', region: unit.region, risk: unit.risk, group: unit.groups[0] ?? '' }[strata]
  return { unit: unit.unit_id, name: unit.name, region: unit.region, stratum, weight: weights[unit.risk] ?? 1 }
}

/** Every draw, the newest first. */
export async function sampleList(desk: Desk, _args: Request<'sample.list'>): Promise<Result<Answer<'sample.list'>>> {
  const ledger = await desk.ledger()
  return ledger.ok ? ok((await drawsOf(ledger.value.sql)).map(drawOf)) : ledger
}

function drawOf(row: DrawRow): Draw {
  const settings = JSON.parse(row.settings) as Settings
  const pool = new Map((JSON.parse(row.pool) as PooledUnit[]).map(unit => [unit.unit, unit]))
  const drawn = JSON.parse(row.result) as { unit: string; stratum: string; order: number }[]
  return {
    id: row.id, at: row.at, by: row.by_name, seed: row.seed, reason: row.reason, digest: row.digest,
    count: settings.count, strata: settings.strata, weights: settings.weights, pool: pool.size,
    units: drawn.map(({ unit, stratum, order }) => ({ unit, stratum, order, name: pool.get(unit)?.name ?? '', region: pool.get(unit)?.region ?? '' })),
  }
}

/** Writes a draw's protocol as a workbook and as pages to sign. */
export async function sampleWrite(desk: Desk, args: Request<'sample.write'>): Promise<Result<Answer<'sample.write'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const row = found(await drawById(ledger.value.sql, args.draw), `抽样 ${args.draw}`)
  if (!row.ok) return row
  const made = drawOf(row.value)
  const name = safeName(`随机抽取记录_${beijing(new Date(made.at)).slice(0, 10)}_${made.id}`)
  const files: string[] = []
  for (const format of args.formats) {
    const bytes = format === 'xlsx' ? workbook(desk, ledger.value, made) : await desk.host.pdf?.(page(desk, ledger.value, made)) ?? null
    if (!bytes) return no(problem('pdf-failed'))
    const staged = stage(args.folder, bytes)
    const placed = staged.ok ? staged.value.place(join(args.folder, `${name}.${format}`)) : staged
    if (!placed.ok) return placed
    files.push(placed.value)
  }
  return ok({ files })
}

const strataWords = { none: '不分层', region: '按区县', risk: '按风险类别', group: '按分组' } as const

function workbook(desk: Desk, ledger: Ledger, made: Draw): Uint8Array {
  const regions = regionsOf(desk.packs, ledger.info.pack)
  const head = [{ name: '序号', width: 6 }, { name: '机构名称', width: 40 }, { name: '机构编号', width: 24 }, { name: '地区', width: 24 }, { name: '层', width: 14 }, { name: '种子', width: 24 }, { name: '抽取时间', width: 20 }]
  return tableWorkbook({ sheet: '随机抽取', head, rows: made.units.map((u, at) => [String(at + 1), u.name, u.unit, regions.full(u.region), u.stratum, made.seed, beijing(new Date(made.at))]) })
}

function page(desk: Desk, ledger: Ledger, made: Draw): string {
  const regions = regionsOf(desk.packs, ledger.info.pack)
  const weights = Object.entries(made.weights).map(([risk, weight]) => `${risk || '未分类'} ${weight}`).join('，') || '相同'
  return protocolHtml(made, { bureau: ledger.info.bureau, at: beijing(new Date(made.at)), strata: strataWords[made.strata], weights, regionOf: code => regions.full(code), unitIdName: '机构编号' })
}
