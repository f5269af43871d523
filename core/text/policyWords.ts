import { fieldForms, type FieldForm } from '../policy/forms.ts'
import type { PolicyProblem } from '../policy/read.ts'
import type { Policy, PolicyField } from '../policy/schema.ts'
import { policyFieldsEn, policyFieldsZh, type PolicyFieldTexts } from './policyFields.ts'
import type { Language } from './problems.ts'

interface Words {
  readonly line: (n: number | undefined) => string
  readonly expects: (form: FieldForm) => string
  readonly sentences: { readonly [K in PolicyProblem['kind']]: (problem: OfKind<K, PolicyProblem>) => string }
  readonly yes: string
  readonly no: string
  readonly join: string
}
type OfKind<K, P> = P extends { readonly kind: infer Q } ? (K extends Q ? P : never) : never
type Of = Extract<FieldForm, { of: string }>['of']

const ofZh: Readonly<Record<Of, string>> = { folder: '完整路径', pack: '任务包的编号，如 annual-2026', key: '32 字节的 base64 公钥', fingerprint: '16 位十六进制指纹，小写', region: '1 到 6 位地区代码', address: 'postgres://用户@主机/库名，不含口令', recipient: 'age1 开头的一行，62 个字，一个字都不能错' }
const ofEn: Readonly<Record<Of, string>> = { folder: 'a full path', pack: 'a pack such as annual-2026', key: 'a base64 public key of 32 bytes', fingerprint: 'a fingerprint of 16 hex digits, lower case', region: '1 to 6 digits of a region', address: 'postgres://user@host/database without a password', recipient: 'a line of 62 characters that begins with age1, without a single mistake' }

const zh: Words = {
  line: n => (n === undefined ? '' : `第 ${n} 行，`),
  expects: form => {
    switch (form.kind) {
      case 'choice': return `只能是 ${form.choices.join('、')}`
      case 'choices': return `应是列表，其中只能有 ${form.choices.join('、')}`
      case 'number': return `应是 ${form.min} 到 ${form.max} 的整数`
      case 'switch': return '只能是 true 或 false'
      case 'text': return `应是${ofZh[form.of]}`
      case 'list': return `应是列表，每一项是${ofZh[form.of]}`
    }
  },
  sentences: {
    json: p => `${zh.line(p.line)}JSON 写法不对，整份策略没有采用。请检查这一行附近的引号、逗号和括号。`,
    large: () => '策略文件超过 256 KB，没有采用。请看看是否放错了文件。',
    shape: () => '策略应是一个 JSON 对象 { … }，没有采用。',
    twice: p => `${zh.line(p.line)}“${p.field}”写了两次，整份策略没有采用。请只留一次。`,
    unknown: p => `${zh.line(p.line)}不认识“${p.field}”，这一项没有采用。请对照说明看是否写错。`,
    value: p => `${zh.line(p.line)}“${p.field}”（${policyFieldsZh.fields[p.field].name}）${zh.expects(fieldForms[p.field])}。这一项没有采用，其余照常。`,
    owner: p => `策略文件不属于管理员，没有采用：${p.path}。请由管理员放置这个文件。`,
    mode: p => `别的账号可以改动策略文件或它所在的文件夹，没有采用：${p.path}。请由管理员收回写权限。`,
    unreadable: p => `读不了策略文件，没有采用：${p.path}。请由管理员看看读权限。`,
  },
  yes: '是', no: '否', join: '、',
}
const en: Words = {
  line: n => (n === undefined ? '' : `Line ${n}: `),
  expects: form => {
    switch (form.kind) {
      case 'choice': return `must be one of ${form.choices.join(', ')}`
      case 'choices': return `must be a list of ${form.choices.join(', ')}`
      case 'number': return `must be a whole number from ${form.min} to ${form.max}`
      case 'switch': return 'must be true or false'
      case 'text': return `must be ${ofEn[form.of]}`
      case 'list': return `must be a list, each ${ofEn[form.of]}`
    }
  },
  sentences: {
    json: p => `${en.line(p.line)}not valid JSON; the whole policy was left out. Check quotes, commas and brackets near this line.`,
    large: () => 'The policy file has more than 256 KB and was left out. See whether it is the right file.',
    shape: () => 'A policy is one JSON object { … }; it was left out.',
    twice: p => `${en.line(p.line)}"${p.field}" is written twice; the whole policy was left out. Keep one.`,
    unknown: p => `${en.line(p.line)}"${p.field}" is not known and was left out. Compare it with the document.`,
    value: p => `${en.line(p.line)}"${p.field}" (${policyFieldsEn.fields[p.field].name}) ${en.expects(fieldForms[p.field])}. It was left out; the others hold.`,
    owner: p => `The policy file does not belong to an administrator and was left out: ${p.path}. An administrator has to put it there.`,
    mode: p => `Other accounts may change the policy file or its folder; it was left out: ${p.path}. An administrator has to take the right away.`,
    unreadable: p => `The policy file cannot be read and was left out: ${p.path}. An administrator has to see to its permissions.`,
  },
  yes: 'yes', no: 'no', join: ', ',
}
const words: Readonly<Record<Language, Words>> = { zh, en }

/** What the settings are called, by language. */
export const policyFieldTexts: Readonly<Record<Language, PolicyFieldTexts>> = { zh: policyFieldsZh, en: policyFieldsEn }

/** What is wrong with a policy, as a sentence. */
export function policySentence(problem: PolicyProblem, language: Language = 'zh'): string {
  const say = words[language].sentences[problem.kind] as (problem: PolicyProblem) => string
  return say(problem)
}

/** How a setting has to be written. */
export const expected = (field: PolicyField, language: Language = 'zh'): string => words[language].expects(fieldForms[field])

/** A setting's value as people say it. */
export function policyValue(policy: Policy, field: PolicyField, language: Language = 'zh'): string {
  const value = policy[field]
  const { fields, menus } = policyFieldTexts[language]
  const one = (part: string): string => (field === 'hiddenMenus' ? (menus as Readonly<Record<string, string>>)[part] : fields[field].choices?.[part]) ?? part
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no
  return Array.isArray(value) ? value.map(one).join(words[language].join) : one(String(value ?? ''))
}
