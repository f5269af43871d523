import { problem, type Problem } from '../problem.ts'
import type { Explanation } from '../filing/filing.ts'
import type { Pack, Rule } from '../pack/schema.ts'

/** How many characters an explanation needs at least. */
export const shortest = 6

const silent = /[\s\p{P}\p{S}\p{Z}\p{C}]/gu
const fillers = [
  '我单位', '本单位', '我司', '本公司', '我公司', '我中心', '本中心', '我机构', '本机构', '我院', '本院', '我所', '本所', '该', '此', '上述', '以上', '所填', '填报', '填写', '数据', '数值', '数字',
  '指标', '情况', '经', '已', '均', '为', '是', '的', '了', '与', '和', '及', '请', '予以', '核对', '核实', '复核', '确认', '审核', '检查', '无误', '属实', '真实', '准确', '正确', '正常', '实际', '确实', '如实',
  '说明', '特此', '无', '没有', '问题', '错误', '无需', '不用', '修改', '变动', '变化', '业务', '经营', '增长', '减少', '按', '据', '情况属实', '同上', '见上', '略', '暂无', '通过',
]

/** The text without white space, punctuation and signs. */
function spoken(text: string): string {
  return text.replace(silent, '')
}

/** Characters that count: without white space and punctuation. */
export function countCharacters(text: string): number {
  return [...spoken(text)].length
}

const phrasesOf = new WeakMap<Pack, readonly string[]>()

function phrases(pack: Pack): readonly string[] {
  const known = phrasesOf.get(pack)
  if (known) return known
  const all = [...new Set([...pack.boilerplate.map(spoken), ...fillers])].filter((p) => p !== '')
  phrasesOf.set(pack, all)
  return all
}

/** Whether a text says nothing: only stock phrases and fillers, or one or two characters again and again. */
export function isBoilerplate(text: string, pack: Pack): boolean {
  const said = spoken(text)
  if (text.includes('____') || new Set(said).size < 3) return true
  const reached = new Array<boolean>(said.length + 1).fill(false)
  reached[0] = true
  const all = phrases(pack)
  for (let i = 0; i < said.length; i++) {
    if (!reached[i]) continue
    for (const phrase of all) if (said.startsWith(phrase, i)) reached[i + phrase.length] = true
  }
  return reached[said.length] === true
}

/** What is wrong with an explanation: too short, or boilerplate; null when it is good enough. */
export function checkExplanation(text: string, rule: Rule | string, pack: Pack): Problem | null {
  const id = typeof rule === 'string' ? rule : rule.id
  const count = countCharacters(text)
  if (count < shortest) return problem('explanation-short', { min: shortest, count, rule: id })
  return isBoilerplate(text, pack) ? problem('explanation-boilerplate', { text: text.trim(), rule: id }) : null
}

/** Explanations as an audit uses them: by finding, each with its counted characters, 0 for boilerplate. */
export interface Weighed { readonly text: string; readonly weight: number }

/** What an explanation and its finding have in common. */
export const findingName = (f: { readonly rule: string; readonly row: number | null; readonly item: string | null }): string => `${f.rule}|${f.row ?? ''}|${f.item ?? ''}`

/** Weighs explanations once, so that an audit after one cell does not. */
export function weigh(explanations: readonly Explanation[], pack: Pack): ReadonlyMap<string, Weighed> {
  return new Map(explanations.map((e) => [findingName(e), { text: e.text, weight: isBoilerplate(e.text, pack) ? 0 : countCharacters(e.text) }]))
}
