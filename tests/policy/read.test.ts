import { describe, expect, it, test } from 'vitest'
import { readPolicyText, readPolicyValues, type PolicyProblem } from '../../core/policy/read.ts'
import { fieldForms } from '../../core/policy/forms.ts'
import { policyFields, policySchema } from '../../core/policy/schema.ts'
import { policyFieldTexts, policySentence, policyValue } from '../../core/text/policyWords.ts'

const full = {
  role: 'regulator', region: '500106', packs: ['annual-2026'], packKeys: ['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='], unsignedPacks: false,
  regulatorKeys: ['0123456789abcdef'], recipient: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj', dataFolder: '/srv/检报/{user}', backupFolder: '\\\\server\\备份\\{user}', exportFolder: 'D:\\报送', backupMinutes: 30,
  updates: 'folder', updateFolder: '\\\\server\\更新', language: 'zh', theme: 'contrast', enter: 'right', hiddenMenus: ['import', 'samples'], ledger: 'postgres://jian@db.local/ledger?sslmode=verify-full', keepPassword: false,
}

describe('a policy file', () => {
  it('may say every setting', () => {
    expect(Object.keys(full)).toEqual(policyFields)
    expect(readPolicyText(`\uFEFF${JSON.stringify(full, null, 2)}`)).toEqual({ policy: full, problems: [] })
  })

  it('names the line of broken JSON and takes nothing', () => {
    const { policy, problems } = readPolicyText('{\n  "role": "agency",\n  "theme": dark\n}')
    expect(policy).toEqual({ unsignedPacks: false, updates: 'off', keepPassword: false })
    expect(problems.map((one) => policySentence(one))).toEqual(['第 3 行，JSON 写法不对，整份策略没有采用。请检查这一行附近的引号、逗号和括号。'])
    expect(readPolicyText('{\n  "role": "agency",\n  "theme": "dark",\n}').problems).toEqual([{ kind: 'json', line: 4 }])
    expect(readPolicyText('{\n  "role": "agency"\n  "theme": "dark"\n}').problems).toEqual([{ kind: 'json', line: 3 }])
    expect(readPolicyText('{\n"role": "agency"').problems).toEqual([{ kind: 'json', line: 2 }])
  })

  it('leaves out a broken setting alone, by name and line, with its safe default', () => {
    const { policy, problems } = readPolicyText('{\n  "role": "boss",\n  "theme": "dark",\n  "updates": "internet",\n  "colour": 1,\n  "backupMinutes": 1\n}')
    expect(policy).toEqual({ theme: 'dark', updates: 'off' })
    expect(problems).toEqual<PolicyProblem[]>([
      { kind: 'value', field: 'role', line: 2 }, { kind: 'value', field: 'updates', line: 4 }, { kind: 'unknown', field: 'colour', line: 5 }, { kind: 'value', field: 'backupMinutes', line: 6 },
    ])
    expect(problems.map((one) => policySentence(one))[0]).toBe('第 2 行，“role”（使用身份）只能是 agency、regulator。这一项没有采用，其余照常。')
    expect(problems.map((one) => policySentence(one, 'en'))[3]).toContain('must be a whole number from 5 to 1440')
  })

  it('is refused whole when a setting stands twice, when it is no object, or too long', () => {
    expect(readPolicyText('{"role":"agency",\n"role":"regulator"}').problems).toEqual([{ kind: 'twice', field: 'role', line: 2 }])
    expect(readPolicyText('[]').problems).toEqual([{ kind: 'shape' }])
    expect(readPolicyText('null').problems).toEqual([{ kind: 'shape' }])
    expect(readPolicyText(`{"_":"${'x'.repeat(300_000)}"}`).problems).toEqual([{ kind: 'large' }])
  })

  it('takes remarks for what they are', () => {
    expect(readPolicyText('{"$schema":"x","_remark":"y","enter":"stay"}')).toEqual({ policy: { enter: 'stay' }, problems: [] })
  })

  test.each(['__proto__', 'constructor', 'toString'])('does not know %s', (name) => {
    expect(readPolicyText(`{"${name}": {"role": "regulator"}}`).policy.role).toBeUndefined()
  })
})

/** Values that no setting may have. */
const wrong: readonly (readonly [string, unknown])[] = [
  ['region', '50010a'], ['packs', []], ['packs', ['../x']], ['packKeys', ['short']], ['regulatorKeys', ['0123456789ABCDEF']], ['unsignedPacks', 'yes'], ['dataFolder', 'relative'], ['dataFolder', '../up'],
  ['recipient', 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwq'], ['recipient', 'age1wrong'], ['keepPassword', 'no'], ['backupMinutes', 5.5], ['hiddenMenus', ['home']], ['ledger', 'postgres://a:secret@h/d'], ['ledger', 'postgres://h/d?password=x'], ['ledger', 'http://h/d'], ['language', 'de'], ['enter', 'up'],
]
test.each(wrong)('%s may not be %j', (field, value) => {
  const { policy, problems } = readPolicyValues({ [field]: value })
  expect(problems).toEqual([{ kind: 'value', field }])
  expect(policy).toEqual(field === 'keepPassword' ? { keepPassword: false } : field === 'unsignedPacks' ? { unsignedPacks: false } : {})
})

test('every setting has its form and its words in both languages', () => {
  expect(Object.keys(fieldForms)).toEqual(Object.keys(policySchema.shape))
  for (const language of ['zh', 'en'] as const) {
    for (const field of policyFields) {
      const form = fieldForms[field]
      const { choices = {} } = policyFieldTexts[language].fields[field]
      expect(Object.keys(choices)).toEqual(form.kind === 'choice' ? form.choices : [])
    }
  }
  expect(policyValue(policySchema.parse(full), 'hiddenMenus')).toBe('导入、看示例单位')
  expect(policyValue(policySchema.parse(full), 'theme', 'en')).toBe('High contrast')
})
