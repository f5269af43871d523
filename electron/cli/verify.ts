import type { Verdict, Verification } from '../../core/contract.ts'
import { verifyFiles } from '../handlers/verify.ts'
import { refused, type Command } from './output.ts'
import { atWorkbench } from './workbench.ts'

const words: Readonly<Record<Verdict, string>> = {
  sealed: '原件，未动过', resaved: '另存过，值都没变', altered: '值被改过', unsealed: '未封存的空白表或手填表', foreign: '不是检报的文件', damaged: '已损坏',
}

/** Says of each workbook whether it is as it was sealed. */
export const verify: Command = async (given, output) => {
  if (given.files.length === 0) return refused(output, { code: 'usage', params: { what: 'verify 文件…' } })
  return atWorkbench(null, async desk => {
    let good = true
    for (const path of given.files) {
      const [answer] = await one(desk, path)
      if (!answer) continue
      good &&= answer.verdict === 'sealed' || answer.verdict === 'resaved'
      output.answer(answer, lineOf(answer))
    }
    return good ? 0 : 2
  })
}

async function one(desk: Parameters<typeof verifyFiles>[0], path: string): Promise<readonly Verification[]> {
  const answer = await verifyFiles(desk, { paths: [path] })
  return answer.ok ? answer.value : []
}

function lineOf(v: Verification): string {
  const head = `${v.file}　${v.verdict ? words[v.verdict] : '没有读取'}${v.problem === null ? '' : `　${v.problem}`}`
  const cells = v.changed.map(c => `  ${c.sheet} ${c.cell}${c.item === null ? '' : ` ${c.item}`}：封存时 ${c.sealed ?? '空'}，现在 ${c.found ?? '空'}`)
  return [v.changed.length > 0 ? `${head} ${v.changed.length} 处` : head, ...cells].join('\n')
}
