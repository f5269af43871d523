import { describe, expect, it } from 'vitest'
import type { FilingSummary, FormState } from '../../core/contract.ts'
import { nextStep } from '../../renderer/screens/home/nextStep.ts'

const form = (over: Partial<FormState> = {}): FormState => ({ form: '302', applies: true, why: null, filled: 3, required: 3, errors: 0, wrong: 0, toExplain: 0, explained: 0, entered: 3, rows: 0, ...over })
const filing = (over: Partial<FilingSummary> = {}): FilingSummary => ({
  filing: 1, year: 2026, pack: 'annual-2026', state: 'draft', submitNo: 0, receipt: null, sealedAt: null, sealedOn: null, deadline: '2027-03-31', forms: [form()], open: { stop: 0, missing: 0, verify: 0, explained: 0 },
  letters: { queries: 0, waiting: 0, forms: [], due: null, acceptedAt: null, task: null }, givenBy: null, ...over,
})
const stepOf = (one: FilingSummary) => nextStep(one, (no) => `${no} 表`)

describe('the next step', () => {
  it('of a whole filing ends with the seal, of a part with writing it back', () => {
    expect(stepOf(filing())).toMatchObject({ screen: 'seal', button: '去封存' })
    expect(stepOf(filing({ givenBy: '会计 周' }))).toMatchObject({ screen: 'part', title: '都填好了，写回给 会计 周' })
    expect(stepOf(filing({ givenBy: '' }))).toMatchObject({ title: '都填好了，写回给对方' })
  })
  it('of a part is first what is left to fill, to correct and to explain', () => {
    expect(stepOf(filing({ givenBy: '周', forms: [form({ filled: 1 })] })).screen).toBe('entry')
    expect(stepOf(filing({ givenBy: '周', open: { stop: 1, missing: 0, verify: 0, explained: 0 }, forms: [form({ wrong: 1, errors: 1 })] })).screen).toBe('audit')
    expect(stepOf(filing({ givenBy: '周', open: { stop: 0, missing: 0, verify: 2, explained: 0 }, forms: [form({ toExplain: 2 })] })).screen).toBe('audit')
  })
})
