import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { problem } from '../../core/problem.ts'
import { writeDiagnostics } from '../handlers/diagnostics.ts'
import { refused, type Command } from './output.ts'
import { atWorkbench, dataFolder } from './workbench.ts'

/** Writes the archive for technical support about the user's own data folder. */
export const diagnostics: Command = async (given, output) => {
  if (given.out === null || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'diagnostics --out 文件.zip' } })
  const path = resolve(given.out)
  if (existsSync(path)) return refused(output, problem('name-taken', { path: given.out }))
  const done = await atWorkbench(given.today, async desk => writeDiagnostics(desk, path), { dataDir: dataFolder() })
  if (!done.ok) return refused(output, done.problem)
  output.answer(done.value, `写好了诊断包 ${done.value.path}，里面没有填报内容。`)
  return 0
}
