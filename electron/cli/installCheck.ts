import { installWords } from '../../core/text/install.ts'
import { readBuild } from '../buildRecord.ts'
import { installedAt } from '../install/program.ts'
import { selfCheck } from '../install/selfCheck.ts'
import { refused, type Command } from './output.ts'
import { home } from './workbench.ts'

/** Compares the installed files with the signed list: 0 where all is proved, 2 where it is not. */
export const installCheck: Command = async (given, output) => {
  if (given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'self-check' } })
  const build = readBuild(home)
  const result = await selfCheck(installedAt(home, build), () => new Date())
  output.answer({ ...result, version: build?.version ?? null, commit: build?.commit ?? null }, installWords.zh.lines(result).join('\n'))
  return result.state === 'sound' ? 0 : 2
}
