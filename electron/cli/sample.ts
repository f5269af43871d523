import { resolve } from 'node:path'
import { watchRequests } from '../../core/contract/regulator/watch.ts'
import { sampleDraw, sampleWrite } from '../handlers/regulator/watch/sample.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command, type Given } from './output.ts'

const usage = { code: 'usage', params: { what: 'sample --count 家数 --seed 种子 --ledger 台账 [--strata none|region|risk|group] [--weights 类别=签数,…] [--region 前几位] [--group 分组] [--out 文件夹]' } } as const

/** `A=3,B=1` as weights; null when it does not read so. */
function weightsOf(text: string | null): Record<string, number> | null {
  const parts = (text ?? '').split(/[,，]/).map(part => part.trim()).filter(part => part !== '')
  const pairs = parts.map(part => /^(.{1,40})=(\d{1,4})$/.exec(part))
  return pairs.every(pair => pair !== null) ? Object.fromEntries(pairs.map(pair => [pair[1] ?? '', Number(pair[2])])) : null
}

function requestOf(given: Given) {
  const { count, seed, strata, region, group, reason } = given
  return watchRequests['sample.draw'].safeParse({ count: Number(count ?? 'x'), seed: seed ?? '', strata: strata ?? 'none', weights: weightsOf(given.weights) ?? 'x', region: region ?? '', group: group ?? '', reason: reason ?? '' })
}

/** Draws units from the register by lot (双随机); the same seed, register and settings give the same draw. */
export const sample: Command = async (given, output) => {
  const asked = requestOf(given)
  if (!asked.success || given.files.length > 0) return refused(output, usage)
  return atLedger({ ...given, region: null }, output, async desk => {
    const drawn = await sampleDraw(desk, asked.data)
    if (!drawn.ok) return refused(output, drawn.problem)
    const { id, seed, pool, digest, units } = drawn.value
    output.say(`从 ${pool} 家里抽出 ${units.length} 家，种子 ${seed}，候选名单摘要 ${digest}`)
    for (const unit of units) output.answer(unit, `${unit.order}　${unit.name}　${unit.unit}　${unit.stratum}`.trimEnd())
    if (given.out === null) return 0
    const written = await sampleWrite(desk, { draw: id, folder: resolve(given.out), formats: ['xlsx'] })
    if (!written.ok) return refused(output, written.problem)
    for (const file of written.value.files) output.say(`抽取记录已写到 ${file}`)
    return 0
  })
}
