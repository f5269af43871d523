import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeNew } from '../files.ts'
import { templateWrite } from '../handlers/template.ts'
import { refused, type Command } from './output.ts'
import { atWorkbench } from './workbench.ts'

/** Writes the blank fill-in template of a pack, never over a file. */
export const template: Command = async (given, output) => {
  const { pack, out } = given
  if (pack === null || out === null || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'template --pack 任务包 --out 文件' } })
  return atWorkbench(null, async (desk, folder) => {
    const written = templateWrite(desk, { pack, path: join(folder, 'template.xlsx') })
    if (!written.ok) return refused(output, written.problem)
    const placed = writeNew(resolve(out), readFileSync(written.value.path))
    if (!placed.ok) return refused(output, placed.problem)
    output.answer({ file: placed.value, pack }, `已写好空白表 ${placed.value}`)
    return 0
  })
}
