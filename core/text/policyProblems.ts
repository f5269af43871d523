import type { ProblemCode } from '../problem.ts'

type PolicySentences = Readonly<Record<Extract<ProblemCode, `policy-${string}`>, string>>

/** What a policy does not let happen; `{name}` and `[…]` as in problems.ts. */
export const policyProblems: { readonly zh: PolicySentences; readonly en: PolicySentences } = {
  zh: {
    'policy-governed': '“{what}”由管理员规定[（{from}）]，这里不能改。要改请找管理员。',
    'policy-role': '管理员把这台电脑定为填报用，监管的功能不能用。要用请找管理员。',
    'policy-pack': '管理员没有允许任务包“{pack}”，没有打开。要用请找管理员。',
    'policy-folder': '封存的文件只能写到管理员规定的文件夹：{path}。',
    'policy-ledger': '管理员规定只用这个台账：{where}。要换请找管理员。',
    'policy-region': '管理员规定的地区是 {region}，新台账要是它或它的下级。请改选地区。',
    'policy-key': '这份文书的密钥（指纹 {signer}）不在管理员规定的之内，没有采用。请向{name}核对，或找管理员。',
  },
  en: {
    'policy-governed': '"{what}" is fixed by an administrator[ ({from})] and cannot be changed here. Ask the administrator.',
    'policy-role': 'An administrator has set this computer up for filing; the regulator’s functions cannot be used. Ask the administrator.',
    'policy-pack': 'The administrator does not allow the pack "{pack}"; it was not opened. Ask the administrator.',
    'policy-folder': 'Sealed files can only be written to the folder the administrator fixed: {path}.',
    'policy-ledger': 'The administrator fixed this ledger: {where}. Ask the administrator to change it.',
    'policy-region': 'The administrator fixed the region {region}; a new ledger must be of it or below it. Choose another region.',
    'policy-key': 'The key of this letter (fingerprint {signer}) is none of those the administrator fixed; it was not taken. Ask {name} or the administrator.',
  },
}
