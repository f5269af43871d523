import { basename, resolve } from 'node:path'
import { readPackFolder } from './packFolder.ts'
import { spoken, type Given, type Output, type Status } from './output.ts'

/** Loads a pack's folder as the application would and says what is wrong with it. */
export function packCheck(dir: string, _given: Given, output: Output): Status {
  const read = readPackFolder(dir)
  if (!read.ok && read.problem.code === 'file-missing') { output.say(spoken(read.problem)); return 2 }
  if (!read.ok) {
    output.answer({ pack: basename(resolve(dir)), problem: spoken(read.problem), code: read.problem.code, params: read.problem.params }, spoken(read.problem))
    return 2
  }
  const { pack, digest } = read.value.loaded
  const items = pack.forms.reduce((n, form) => n + form.items.length, 0)
  output.answer({ pack: `${pack.id}@${pack.version}`, digest, forms: pack.forms.length, items, rules: pack.rules.length, problem: null },
    `${pack.title}（${pack.id}@${pack.version}）：${pack.forms.length} 张表，${items} 个指标，${pack.rules.length} 条审核关系，没有问题。`)
  return 0
}
