import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { problem } from '../../core/problem.ts'
import { workExport } from '../handlers/lockedWork.ts'
import { refused, type Command } from './output.ts'
import { atWorkbench, dataFolder } from './workbench.ts'

/**
 * Hands the user's own work file over as one file, while no window is open. With a passphrase in the environment its keys go along;
 * a name that ends in .age is locked as a whole under it.
 */
export const handover: Command = async (given, output) => {
  if (given.out === null || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'handover --out 文件.jianbao 或 文件.jianbao.age' } })
  const dataDir = dataFolder()
  const own = join(dataDir, '检报数据.jianbao')
  if (!existsSync(own)) return refused(output, problem('file-missing', { path: own }))
  const path = resolve(given.out)
  if (existsSync(path)) return refused(output, problem('name-taken', { path }))
  const done = await atWorkbench(null, async desk => workExport(desk, { path, passphrase: process.env.JIANBAO_PASSPHRASE ?? '' }), { dataDir })
  if (!done.ok) return refused(output, done.problem)
  output.answer(done.value, `写好了 ${done.value.path}，带着 ${done.value.keys} 把密钥。`)
  return 0
}
