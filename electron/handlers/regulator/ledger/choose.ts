import { join } from 'node:path'
import type { Answer, Request } from '../../../../core/contract.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import type { Ledger, Place } from '../../../ledger/ledger.ts'
import { lookAgain } from '../../../ledger/takeIn.ts'
import { regionsOf } from '../../../ledger/regions.ts'
import type { Desk } from '../../desk.ts'
import { stateOf } from './state.ts'

/** Makes a ledger and chooses it; a path that names a folder, or only a name, gets the default file name. */
export async function ledgerCreate(desk: Desk, args: Request<'ledger.create'>): Promise<Result<Answer<'ledger.create'>>> {
  const { region, bureau, pack } = args
  const summary = desk.packs.summaries().find(one => one.id === pack)
  if (pack !== '' && !summary) return no(problem('ledger-pack', { pack }))
  const place = placed(desk, args)
  const made = await desk.ledgers.create(place, { region, bureau, pack, year: summary?.year ?? 0 })
  return made.ok ? ok(await stateOf(desk, made.value)) : made
}

/** Opens a ledger and chooses it. */
export async function ledgerOpen(desk: Desk, args: Request<'ledger.open'>): Promise<Result<Answer<'ledger.open'>>> {
  const opened = await desk.ledgers.open(args.place)
  return opened.ok ? ok(await stateOf(desk, opened.value)) : opened
}

/** Tries a place without choosing it. */
export async function ledgerProbe(desk: Desk, args: Request<'ledger.probe'>): Promise<Result<Answer<'ledger.probe'>>> {
  const found = await desk.ledgers.probe(args.place)
  return found.ok ? ok({ ledger: found.value !== null, bureau: found.value?.bureau ?? '' }) : found
}

/** Chooses the survey year the screens work on. */
export async function ledgerUse(desk: Desk, args: Request<'ledger.use'>): Promise<Result<Answer<'ledger.use'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const used = await takePack(desk, ledger.value, args.pack)
  return used.ok ? ok(await stateOf(desk, ledger.value)) : used
}

/** Puts a pack in use. */
export async function takePack(desk: Desk, ledger: Ledger, pack: string): Promise<Result<null>> {
  const summary = desk.packs.summaries().find(one => one.id === pack)
  if (!summary) return no(problem('ledger-pack', { pack }))
  await ledger.learn({ pack, year: summary.year })
  await ledger.sql.write(sql => lookAgain(sql, { shelf: desk.packs, info: ledger.info, hand: ledger.hand() }))
  return ok(null)
}

/** `沙坪坝区2026.ledger` in the data folder where only `.ledger` or a folder is given. */
function placed(desk: Desk, { place, region, pack }: Request<'ledger.create'>): Place {
  if (!('path' in place)) return place
  if (/[^/\\]\.ledger$/i.test(place.path)) return place
  return { path: defaultLedger(desk, { region, pack, folder: ['.', '.ledger'].includes(place.path) ? desk.host.dataDir : place.path }) }
}

/** The path a new ledger gets when nobody says another one. */
export function defaultLedger(desk: Desk, { region, pack, folder }: { readonly region: string; readonly pack: string; readonly folder: string }): string {
  const year = desk.packs.summaries().find(one => one.id === pack)?.year ?? ''
  return join(folder, `${regionsOf(desk.packs, pack).full(region).split(' ').at(-1) ?? ''}${year}.ledger`)
}
