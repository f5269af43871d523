import { describe, expect, it } from 'vitest'
import { letterSchema } from '../../core/letter/letter.ts'
import { planLetter } from '../../core/letter/plan.ts'
import { golden, planLines } from '../support/golden.ts'
import { anAcceptance, aQuery, aReturn, aTask, regulator, someFindings, type Addressed } from '../support/letters.ts'

const to: Addressed = { unitId: '91500106MA5U3JKX21-00', orgName: '示例检测有限公司', packDigest: 'a'.repeat(64), from: regulator() }
const queries = [aQuery('Q-1'), aQuery('Q-2', { form: '302', code: '05', item: 'dom_rpt', row: 2, row_key: '03 环境监测', name: '出具报告', value: '', question: '这一行没有填报告份数。\n请补上。', due: '2027-03-22' })]
const slip = aReturn(to, { submitNo: 1, digest: 'b'.repeat(64), queries })
const letters = [slip, aReturn(to, { submitNo: 2, digest: 'c'.repeat(64), queries: [], reason: '签署栏与盖章件不一致。' }), aTask(to, ['101', '301']), anAcceptance(to, { submitNo: 2, digest: 'd'.repeat(64) }), someFindings(to)]

describe('a letter', () => {
  it('of every kind fits its schema', () => {
    for (const letter of letters) expect(letterSchema.safeParse(letter).success, letter.kind).toBe(true)
  })
  it('with anything else, or too much, is refused', () => {
    const bad = [
      { ...slip, format_version: 2 }, { ...slip, kind: 'invoice' }, { ...slip, extra: 1 }, { ...slip, digest: 'B'.repeat(64) }, { ...slip, reason: '' }, { ...slip, issued_at: '2027-03-18T10:02:45Z' },
      { ...slip, queries: [{ ...aQuery('Q-1'), question: '' }] }, { ...slip, queries: [{ ...aQuery('Q-1'), item: 'A B' }] }, { ...slip, queries: [{ ...aQuery('Q 1') }] }, { ...aTask(to), deadline: '2027-13-40' },
    ]
    for (const letter of bad) expect(letterSchema.safeParse(letter).success, JSON.stringify(letter).slice(-80)).toBe(false)
  })
})

describe('the sheets of a letter', () => {
  it('are the golden ones', () => golden('plan-letters.txt', letters.map(letter => planLines(planLetter(letter).sheets)).join('')))
  it('of a return slip have the columns of D17, the last one open for replies', () => {
    const { sheets, open } = planLetter(slip)
    const sheet = sheets[1]
    expect(sheet?.name).toBe('查询')
    expect(sheet?.cells.filter(cell => cell.r === 1).map(cell => cell.text)).toEqual(['表', '代码', '指标', '填报值', '问题', '期限', '答复'])
    expect(open).toEqual([['Q-1', 'G3'], ['Q-2', 'G4']])
    expect(sheet?.cells.filter(cell => cell.input).map(cell => [cell.r, cell.c])).toEqual([[2, 6], [3, 6]])
  })
})
