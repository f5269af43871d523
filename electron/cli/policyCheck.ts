import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readPolicyText } from '../../core/policy/read.ts'
import { policyFields } from '../../core/policy/schema.ts'
import { policyFieldTexts, policySentence, policyValue } from '../../core/text/policyWords.ts'
import { fileProblem } from '../files.ts'
import { refused, type Command, type Output, type Status } from './output.ts'
import { policy } from './workbench.ts'

/** `policy check FILE` reads a policy as the program would; `policy show` says what is in force here. */
export const policyCommand: Command = async (given, output) => {
  const [word, file] = given.files
  if (word === 'show' && given.files.length === 1) return show(output)
  if (word !== 'check' || file === undefined || given.files.length !== 2) return refused(output, { code: 'usage', params: { what: 'policy check 文件，或 policy show' } })
  return check(file, output)
}

function check(file: string, output: Output): Status {
  let text: string
  try { text = readFileSync(file, 'utf8') } catch (error) { return refused(output, fileProblem(error, file)) }
  const { policy: read, problems } = readPolicyText(text)
  const said = problems.map(one => ({ ...one, sentence: policySentence(one) }))
  const fields = policyFields.filter(field => read[field] !== undefined)
  const lines = [...said.map(one => one.sentence), ...fields.map(field => `${policyFieldTexts.zh.fields[field].name}：${policyValue(read, field)}`)]
  output.answer({ file: basename(file), policy: read, problems: said }, [said.length === 0 ? `没有问题，${fields.length} 项。` : `${said.length} 处有问题。`, ...lines].join('\n'))
  return problems.length === 0 ? 0 : 2
}

function show(output: Output): Status {
  const inForce = policy()
  const { sources, from, problems } = inForce
  const said = problems.map(one => policySentence(one))
  const fields = policyFields.filter(field => inForce.policy[field] !== undefined)
  const where = (field: (typeof fields)[number]): string => (from[field] ? `（${from[field].where}）` : '')
  const lines = fields.map(field => `${policyFieldTexts.zh.fields[field].name}：${policyValue(inForce.policy, field)}${where(field)}`)
  output.answer({ ...inForce, sentences: said }, [sources.length === 0 ? '这台电脑没有策略。' : `策略来自 ${sources.map(one => one.where).join('、')}`, ...said, ...lines].join('\n'))
  return problems.length === 0 ? 0 : 2
}
