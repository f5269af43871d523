import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { ReviewView } from '../../core/contract/regulator/review.ts'
import type { Submission } from '../../electron/excel/submission.ts'
import { edited } from '../excel/rezip.ts'
import { Bureau } from '../support/bureau.ts'
import { describeLedger } from '../support/ledger.ts'
import { sealedUnit, unitOf } from '../support/submissions.ts'

const LONG = 60_000

/** The workbook with one cell of an item changed by a spreadsheet program. */
function altered({ bytes, payload }: Submission, item: string, to: string): Uint8Array {
  const at = payload.sheets.findIndex(sheet => sheet.cells.some(cell => cell[2] === item && cell[3] === undefined))
  const ref = payload.sheets[at]?.cells.find(cell => cell[2] === item)?.[0] ?? ''
  return edited(bytes, { [`xl/worksheets/sheet${at + 1}.xml`]: xml => xml.replace(new RegExp(`(<c r="${ref}"[^>]*>)<v>[^<]*</v>`), `$1<v>${to}</v>`) })
}

describeLedger('what a reviewer is shown', make => {
  const people: Bureau[] = []
  afterEach(() => { for (const one of people.splice(0)) one.leaves() })

  async function bureauFor(...units: number[]): Promise<Bureau> {
    const bureau = new Bureau()
    people.push(bureau)
    await bureau.makesLedger(await make.place())
    for (const n of units) await bureau.expects(unitOf(n))
    return bureau
  }

  let written = 0
  async function takes(bureau: Bureau, bytes: Uint8Array): Promise<number> {
    mkdirSync(bureau.out, { recursive: true })
    const path = join(bureau.out, `${++written}.xlsx`)
    writeFileSync(path, bytes)
    return (await bureau.takes(path)).submission
  }
  const line = (view: ReviewView, item: string) => view.lines.find(one => one.item === item && one.row === null)

  test('last year is what the ledger accepted; where the unit carried something else, both stand in a list (D7)', async () => {
    const bureau = await bureauFor(1)
    const before = sealedUnit({ n: 1, year: 2025, values: { rpt_cma: '1234' } })
    const last = await takes(bureau, before.bytes)
    expect((await bureau.queue()).map(one => [one.submission, one.state])).toEqual([[last, 'other_year']])
    const now = await takes(bureau, sealedUnit({ n: 1 }).bytes)
    const carried = await bureau.opens(now)
    expect(carried.priors).toEqual([])
    await bureau.asks('review.admit', { submission: last, reason: '上年报送件补录' })
    await bureau.asks('review.accept', { submission: last, reason: '补录' })
    const view = await bureau.opens(now)
    expect(line(view, 'rpt_cma')?.prior).toBe('1,234')
    expect(view.priors.find(one => one.item === 'rpt_cma')).toMatchObject({ name: '使用CMA标志的报告数', carried: line(carried, 'rpt_cma')?.prior, ledger: '1,234' })
    expect(view.line.unexplained).toBe(0)
    for (const finding of view.findings.filter(one => one.detail.startsWith('按台账的上年数：'))) expect(finding).toMatchObject({ claimed: false, explained: true })
  }, LONG)

  test('a cell altered after sealing is marked with what was sealed and what was found; nobody accepts it in passing', async () => {
    const bureau = await bureauFor(2)
    const sealed = sealedUnit({ n: 2 })
    const id = await takes(bureau, altered(sealed, 'rpt_cma', '99999'))
    const view = await bureau.opens(id)
    expect(view.line).toMatchObject({ verdict: 'altered', changed: 1, why: ['封存后有 1 格被改过'] })
    expect(view.changes).toMatchObject([{ item: 'rpt_cma', found: '99999', sealed: sealed.payload.values['rpt_cma'] }])
    expect(line(view, 'rpt_cma')).toMatchObject({ now: Number(sealed.payload.values['rpt_cma']).toLocaleString('en-US'), marks: expect.arrayContaining(['altered']) })
    expect((await bureau.asks('review.clean', {})).not.map(one => one.why)).toEqual(['封存后被改过'])
  }, LONG)

  test('another key than before is looked at first until somebody confirms it', async () => {
    const bureau = await bureauFor(3, 4)
    await takes(bureau, sealedUnit({ n: 3 }).bytes)
    await takes(bureau, sealedUnit({ n: 4 }).bytes)
    const id = await takes(bureau, sealedUnit({ n: 3, submitNo: 2, key: 'another' }).bytes)
    const [top] = await bureau.queue()
    expect(top).toMatchObject({ submission: id, trust: 'changed' })
    expect(top?.why).toContain('签名密钥和以前不同，还没有确认')
    expect((await bureau.asks('review.clean', {})).not.map(one => [one.line.submission, one.why])).toContainEqual([id, '签名密钥和以前不同，还没有确认'])
    await bureau.asks('intake.confirmKey', { unit: unitOf(3), signer: (await bureau.opens(id)).signer, reason: '电话核对指纹' })
    expect((await bureau.queue()).find(one => one.submission === id)?.trust).toBe('known')
    expect((await bureau.asks('review.clean', {})).ready.map(one => one.submission)).toContain(id)
  }, LONG)

  test('what the unit says of its computed items is never believed', async () => {
    const bureau = await bureauFor(5)
    const id = await takes(bureau, sealedUnit({ n: 5, twist: input => ({ ...input, computed: { ...input.computed, rev_total: '1.00' } }) }).bytes)
    const view = await bureau.opens(id)
    expect(view.line.why.some(why => why.endsWith('处和重新计算的不同'))).toBe(true)
    expect(line(view, 'rev_total')?.now).not.toBe('1.00')
  }, LONG)

  test('of two submissions under one number a reviewer says which counts', async () => {
    const bureau = await bureauFor(6)
    const one = await takes(bureau, sealedUnit({ n: 6 }).bytes)
    const two = await takes(bureau, sealedUnit({ n: 6, values: { rpt_cma: '7' } }).bytes)
    expect((await bureau.queue()).map(each => each.state)).toEqual(['conflict', 'conflict'])
    expect(await bureau.isRefused('review.accept', { submission: two, reason: '' })).toMatchObject({ code: 'review-taken' })
    const view = await bureau.asks('review.admit', { submission: two, reason: '电话核实，以第二份为准' })
    expect(view.submissions.map(each => [each.submission, each.state])).toEqual([[one, 'superseded'], [two, 'in_review']])
    expect((await bureau.asks('review.accept', { submission: two, reason: '' })).view.line.state).toBe('accepted')
  }, LONG)
})
