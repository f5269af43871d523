import { userInfo } from 'node:os'
import { join } from 'node:path'
import { problem } from '../../core/problem.ts'
import { no, type Result } from '../../core/result.ts'
import type { Desk } from '../handlers/desk.ts'
import { takePack } from '../handlers/regulator/ledger/choose.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { isServer, placeOf, shownAddress } from '../ledger/place.ts'
import { againstPlace, againstRegion, againstRole } from '../policy/governed.ts'
import { refused, type Given, type Output, type Status } from './output.ts'
import { atWorkbench, dataFolder, policy } from './workbench.ts'

/**
 * Works on the ledger of `--ledger`; a command that fills one makes it where there is none yet, with `make`. The regulator's key is the one of the data folder;
 * everything else of the desk is gone afterwards. `--region` and `--pack` say what the ledger is of, `--by` who works.
 */
export async function atLedger(asked: Given, output: Output, work: (desk: Desk, ledger: Ledger) => Promise<Status>, { make = false } = {}): Promise<Status> {
  const fixed = policy().policy
  const given = { ...asked, ledger: asked.ledger ?? fixed.ledger ?? null }
  const { ledger: where, region } = given
  if (where === null) return refused(output, { code: 'usage', params: { what: '要写 --ledger 台账文件或 postgres://…' } })
  if (region !== null && !/^\d{0,6}$/.test(region)) return refused(output, { code: 'usage', params: { what: '--region 写地区代码的前几位' } })
  const against = againstRole(fixed) ?? againstPlace(fixed, placeOf(where)) ?? (region === null ? null : againstRegion(fixed, region))
  if (against) return refused(output, against)
  return atWorkbench(given.today, async desk => {
    const ledger = await opened(desk, given, { where, make })
    if (!ledger.ok) return refused(output, ledger.problem)
    if (ledger.value.made) output.say(`新建了台账 ${isServer(where) ? shownAddress(where) : where}`)
    const said = await told(desk, ledger.value.ledger, given)
    return said.ok ? work(desk, ledger.value.ledger) : refused(output, said.problem)
  }, { osUser: given.by ?? userInfo().username, regulatorKeys: join(dataFolder(), 'keys') })
}

async function opened(desk: Desk, given: Given, { where, make }: { readonly where: string; readonly make: boolean }): Promise<Result<{ readonly ledger: Ledger; readonly made: boolean }>> {
  const place = placeOf(where)
  const open = await desk.ledgers.open(place)
  if (open.ok || open.problem.code !== 'ledger-missing' || !make) return madeNow(open, false)
  return madeNow(await desk.ledgers.create(place, { region: given.region ?? policy().policy.region ?? '' }), true)
}

const madeNow = (result: Result<Ledger>, made: boolean): Result<{ ledger: Ledger; made: boolean }> => (result.ok ? { ok: true, value: { ledger: result.value, made } } : result)

/** What the command line says of the ledger is kept where it says something new. */
async function told(desk: Desk, ledger: Ledger, { region, pack }: Given): Promise<Result<null>> {
  if (region !== null && region !== ledger.info.region) await ledger.learn({ region })
  if (pack === null || pack === ledger.info.pack) return { ok: true, value: null }
  return desk.packs.ids().includes(pack) ? takePack(desk, ledger, pack) : no(problem('ledger-pack', { pack }))
}
