import { describe, expect, test } from 'vitest'
import { audit } from '../../core/audit/run.ts'
import type { Finding } from '../../core/audit/finding.ts'
import type { Prior } from '../../core/filing/filing.ts'
import type { Example, Pack, Rule } from '../../core/pack/schema.ts'
import { seedPack } from '../support/pack.ts'
import { examplePrior, exampleFiling } from '../support/example.ts'

const pack: Pack = seedPack('annual-2026')

/** The same rule turned round: it is found where the rule is true. */
function turned(rule: Rule): Pack {
  const [then = '', when] = rule.formula.split(' if ')
  const formula = `not (${then})${when === undefined ? '' : ` if ${when}`}`
  return { ...pack, rules: [{ ...rule, formula, detail: '', fact: '' }] }
}
function findings(of: Pack, rule: Rule, example: Example): readonly Finding[] {
  const prior: Prior | null = examplePrior(pack, example)
  return audit({ pack: of, prior, ...exampleFiling(pack, example) }).filter((f) => f.rule === rule.id)
}

describe.each(pack.rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const { breaks, sound } = rule.examples
  test.each(breaks.map((e, i) => [i, e] as const))('breaking example %i is found, with a sentence', (_, example) => {
    const found = findings(pack, rule, example)
    expect(found).not.toEqual([])
    for (const f of found) expect(`${f.title} ${f.detail} ${f.fact} ${f.todo}`).not.toMatch(/[{}]|undefined|NaN|\bnull\b/)
  })
  test.each(sound.map((e, i) => [i, e] as const))('sound example %i passes and is not skipped', (_, example) => {
    expect(findings(pack, rule, example)).toEqual([])
    expect(findings(turned(rule), rule, example)).not.toEqual([])
  })
})

describe('the words of the rules', () => {
  /** Width in Chinese characters: ASCII counts half. */
  const width = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 128 ? 0.5 : 1), 0)
  const refused = /您|请务必|！|系统|失败|非法(?!人)|校验不通过|undefined/

  test.each(pack.rules.map((rule) => [rule.id, rule] as const))('%s is short, plain and offers gaps only where a reason is asked', (_, rule) => {
    expect(width(rule.title)).toBeLessThanOrEqual(16)
    expect(`${rule.title}${rule.detail}${rule.fact}${rule.todo}${rule.hints.join('')}`).not.toMatch(refused)
    expect(rule.hints.every((h) => h.includes('____'))).toBe(true)
    expect(rule.hints.length > 0).toBe(rule.severity === 'warning')
  })
  test('a fact with its values fits the column of twelve characters', () => {
    const wide = pack.rules.flatMap((rule) => rule.examples.breaks.flatMap((e) => findings(pack, rule, e)))
      .filter((f) => width(f.fact) > 12).map((f) => `${f.rule} ${f.fact}`)
    expect(wide).toEqual([])
  })
})
