import { resolve } from 'node:path'
import { tableScope } from '../../core/contract/regulator/tables.ts'
import { bulletinOpen, bulletinWrite } from '../handlers/regulator/watch/bulletin.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command } from './output.ts'

const usage = { code: 'usage', params: { what: 'bulletin --out 文件夹 --ledger 台账 [--format docx|pdf|docx,pdf] [--year 年] [--edition internal|public]' } } as const

/** The bulletin of the year (信息通报), edits included, as Word or PDF; its words on standard output. */
export const bulletin: Command = async (given, output) => {
  const formats = (given.format ?? 'docx').split(',')
  const scope = tableScope.safeParse({ ...(given.year === null ? {} : { year: Number(given.year) }), edition: given.edition ?? 'internal' })
  if (!scope.success || given.files.length > 0 || given.out === null || formats.some(one => one !== 'docx' && one !== 'pdf')) return refused(output, usage)
  const folder = resolve(given.out)
  return atLedger(given, output, async desk => {
    const made = await bulletinOpen(desk, { scope: scope.data, anew: false })
    if (!made.ok) return refused(output, made.problem)
    const written = await bulletinWrite(desk, { scope: scope.data, folder, formats: formats as ('docx' | 'pdf')[] })
    if (!written.ok) return refused(output, written.problem)
    for (const block of made.value.blocks) output.say(block.kind === 'text' ? block.text : `【${block.text}】`)
    output.answer({ year: made.value.year, title: made.value.title, files: written.value.files, stale: made.value.stale }, written.value.files.join('\n'))
    return 0
  })
}
