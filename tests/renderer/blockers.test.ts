import { describe, expect, it } from 'vitest'
import type { Finding } from '../../core/audit/finding.ts'
import type { FilingView, SealCheck } from '../../core/contract.ts'
import { blockersOf, checksLeft, lackSentence, signoffFinding } from '../../renderer/screens/seal/blockers.ts'

const item = (key: string, name: string) => ({ key, name, required: 'always' })
const signoff = [item('unit_head', '单位负责人'), item('filler_tel', '联系电话')]
const finding = (part: Partial<Finding>): Finding => ({
  rule: 'W001', severity: 'error', row: null, rowKey: null, item: null, cells: [], message: '', title: '', detail: '', fact: '', todo: '', hints: [], explanation: null, explained: false, ...part,
})
const at = (...items: readonly string[]): Finding['cells'] => items.map((one) => ({ form: '', item: one, row: null }))
const view = (findings: readonly Finding[], values: Readonly<Record<string, string>> = { unit_head: '李建国', filler_tel: '023-65366123' }): FilingView =>
  ({ findings, data: { values, tables: {} }, computed: {}, pack: { signoff } }) as unknown as FilingView
const check = (done: number, all: number): SealCheck => ({ ready: false, submitNo: 1, missing: [], fileName: '', folder: '', lines: [{ id: 'required', ok: done === all, done, all, params: {} }] })
const lack = (of: FilingView, done = 9, folder = '/desk'): string | null => lackSentence(blockersOf(of, check(done, 9), folder))

describe('what stands in the way of sealing', () => {
  it('is nothing when everything is filled, corrected and explained', () => {
    expect(lack(view([finding({ severity: 'warning', explained: true, cells: at('rev_total') })]))).toBeNull()
  })
  it('names a blank sign-off field once, though a rule speaks of it too', () => {
    expect(lack(view([finding({ cells: at('unit_head', 'filler_tel') })], { unit_head: '李建国' }))).toBe('还差 1 处：联系电话')
  })
  it('names a wrong sign-off field and shows its finding there', () => {
    const wrong = view([finding({ rule: 'F031', cells: at('filler_tel') })])
    expect(lack(wrong)).toBe('还差 1 处：联系电话')
    expect(wrong.pack.signoff.map((field) => signoffFinding(wrong, field)?.rule)).toEqual([undefined, 'F031'])
  })
  it('counts blanks, corrections and explanations apart', () => {
    const blank = finding({ item: 'rev_total', cells: at('rev_total') })
    const open = blockersOf(view([blank, finding({ cells: at('staff_total') }), finding({ severity: 'warning', cells: at('rpt_total') })], { unit_head: '李建国', filler_tel: '023-65366123', staff_total: '5' }), check(8, 9), '/desk')
    expect(checksLeft(open)).toBe(3)
    expect(lackSentence(open)).toBe('还差 3 处：必填 1 项、强制性 1 项、待说明 1 项')
  })
  it('does not count the rule that only repeats that an explanation is missing', () => {
    expect(lack(view([finding({ rule: 'P015' }), finding({ severity: 'warning', cells: at('rpt_total') })]))).toBe('还差 1 处：待说明 1 项')
  })
  it('asks for a folder', () => {
    expect(lack(view([]), 9, '')).toBe('还差 1 处：保存到')
  })
})
