import { resolve } from 'node:path'
import { templateWrite } from '../handlers/template.ts'
import { refused, type Command } from './output.ts'
import { atWorkbench } from './workbench.ts'

/** Writes the blank fill-in template of a pack. */
export const template: Command = async (given, output) => {
  const { pack, out } = given
  if (pack === null || out === null || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'template --pack 任务包 --out 文件' } })
  return atWorkbench(null, async desk => {
    const written = templateWrite(desk, { pack, path: resolve(out) })
    if (!written.ok) return refused(output, written.problem)
    output.answer({ file: written.value.path, pack }, `已写好空白表 ${written.value.path}`)
    return 0
  })
}
