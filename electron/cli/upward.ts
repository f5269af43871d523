import { resolve } from 'node:path'
import type { UpwardLook } from '../../core/contract/regulator/watch.ts'
import { lookInto } from '../handlers/regulator/watch/upwardLook.ts'
import { upwardPack } from '../handlers/regulator/watch/upwardPack.ts'
import { upwardTake } from '../handlers/regulator/watch/upwardTake.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command, type Output, type Status } from './output.ts'

const usage = { code: 'usage', params: { what: 'upward pack --out 文件.jbup|unpack 文件 --ledger 台账' } } as const

/** The file to the level above: pack writes it, look says what it holds, unpack takes it in. */
export const upward: Command = async (given, output) => {
  const [word = '', path] = given.files
  if (word === 'pack' && given.out !== null && path === undefined) return packTo(given.out)
  if ((word === 'look' || word === 'unpack') && path !== undefined && given.files.length === 2) return atLedger(given, output, async (desk, ledger) => {
    const looked = await lookInto(desk, ledger, resolve(path))
    if (!looked.ok) return refused(output, looked.problem)
    if (word === 'look' || looked.value.problem !== null && looked.value.fresh + looked.value.newer === 0 && looked.value.same === 0) return tell(looked.value, output)
    const before = looked.value
    const taken = await upwardTake(desk, { path: before.path, digest: before.digest, reason: given.reason ?? '' })
    if (!taken.ok) return refused(output, taken.problem)
    output.say(`收进 ${before.fresh + before.newer} 份，原来就有 ${before.same} 份，冲突 ${before.conflicts} 份，比已有的旧 ${before.older} 份`)
    return tell(before, output)
  }, { make: word === 'unpack' })
  return refused(output, usage)

  function packTo(out: string): Promise<Status> {
    return atLedger(given, output, async desk => {
      const packed = await upwardPack(desk, { path: resolve(out) })
      return packed.ok ? tell(packed.value, output) : refused(output, packed.problem)
    })
  }
}

/** What a file holds; 2 when a sum does not come out or something is odd. */
function tell(look: UpwardLook, output: Output): Status {
  const wrong = look.totals.filter(t => !t.agrees)
  for (const t of wrong) output.say(`${t.name}：文件写 ${t.claimed}，重新算是 ${t.computed}`)
  if (look.problem !== null) output.say(look.problem)
  output.answer(look, `${look.path}　${look.bureau}　${look.year}年度　报送件 ${look.submissions}（新 ${look.fresh}，更新 ${look.newer}，已有 ${look.same}，较旧 ${look.older}，冲突 ${look.conflicts}）　名录 ${look.register}　${wrong.length === 0 ? '合计一致' : `${wrong.length} 项合计不一致`}`)
  return wrong.length > 0 || look.conflicts > 0 || look.problem !== null ? 2 : 0
}
