import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copied, blockOf, type CopyRef } from '../../core/paste/copy.ts'
import { readClipboard } from '../../core/paste/clipboard.ts'
import { opsOf, type PasteChoices } from '../../core/paste/ops.ts'
import type { PasteOptions, PastePlan } from '../../core/paste/plan.ts'
import { planPaste } from '../../core/paste/planPaste.ts'
import { Clerk, good } from '../support/desk.ts'

let clerk: Clerk
beforeEach(async () => { clerk = new Clerk(); await clerk.startsUnit() })
afterEach(() => clerk.leaves())

async function plans(copy: { html: string | null; text: string }, item: string, more: { row?: number | null; options?: PasteOptions } = {}): Promise<PastePlan> {
  const { pack, data, computed, prior } = await clerk.sees()
  const plan = planPaste({ pack, data, computed, prior, matrix: good(readClipboard(copy)), target: { item, row: more.row ?? null }, options: more.options ?? {} })
  if (!plan) throw new Error(`no cell ${item}`)
  return plan
}
const writes = (plan: PastePlan, choices: PasteChoices = {}) => clerk.asks('filing.apply', { filing: clerk.filing, label: 'paste', ...opsOf(plan, choices) })
const undo = () => clerk.asks('filing.undo', { filing: clerk.filing })

describe('a block from Excel', () => {
  it('fills a form, marks what is no number, and goes back whole', async () => {
    await clerk.types('rev_inspect', '7')
    const plan = await plans({ html: null, text: '1,314,500\r\n约 3\r\n' }, 'rev_testing', { options: { yuan: true } })
    const change = await writes(plan)
    expect(change.values).toEqual({ rev_testing: '131.45', rev_inspect: '约 3' })
    expect(change.findings.some(f => f.rule === 'F030' && f.cells[0]?.item === 'rev_inspect')).toBe(true)
    expect((await undo()).values).toEqual({ rev_testing: '', rev_inspect: '7' })
    clerk.restarts()
    expect((await clerk.asks('filing.redo', { filing: clerk.filing })).values).toEqual({ rev_testing: '131.45', rev_inspect: '约 3' })
    expect((await clerk.sees()).undo).toBe('paste')
  })

  it('grows a table; rows, edits and pastes go back one after the other, also after a restart', async () => {
    const first = await plans({ html: '<table><tr><td>环境监测</td><td>1</td></tr><tr><td>水质</td><td>1</td></tr></table>', text: '' }, 'dom_code', { options: { columns: ['dom_code', 'dom_main'] } })
    await writes(first)
    await clerk.types('dom_rev', '12.5', 1)
    await clerk.asks('filing.row', { op: 'delete', filing: clerk.filing, table: 'domains', rows: [1] })
    await writes(await plans({ html: null, text: '水质\t99\r\n医学\t5\r\n' }, 'dom_code', { options: { columns: ['dom_code', 'dom_rev'] } }))
    const seen = async (): Promise<readonly string[]> => ((await clerk.sees()).data.tables.domains ?? []).map(r => `${r.id} ${r.cells.dom_code ?? ''} ${r.cells.dom_rev ?? ''}`)
    expect(await seen()).toEqual(['2 05 99.00', '3 10 5.00'])
    clerk.restarts()
    const states: (readonly string[])[] = []
    for (const label of ['paste', 'row-delete', 'typed', 'paste']) {
      expect((await undo()).step?.label).toBe(label)
      states.push(await seen())
    }
    expect(states).toEqual([['2 05 '], ['1 03 12.5', '2 05 '], ['1 03 ', '2 05 '], []])
    for (let n = 0; n < 4; n++) await clerk.asks('filing.redo', { filing: clerk.filing })
    clerk.restarts()
    expect(await seen()).toEqual(['2 05 99.00', '3 10 5.00'])
  })
})

it('what is copied out pastes back as the same', async () => {
  await clerk.fillsLike('enterprise', 2026)
  const view = await clerk.sees()
  const rows = view.data.tables.domains ?? []
  const refs: readonly (readonly CopyRef[])[] = rows.map(row => ['dom_code', 'dom_rev', 'dom_rpt', 'dom_staff'].map(item => ({ item, row: row.id })))
  const { text, html } = copied(blockOf(view.pack, view, refs))
  for (const copy of [{ html, text }, { html: null, text }]) {
    const plan = await plans(copy, 'dom_code', { row: rows[0]?.id ?? null, options: { columns: ['dom_code', 'dom_rev', 'dom_rpt', 'dom_staff'] } })
    expect(plan.counts).toMatchObject({ same: rows.length * 4, writes: 0 })
  }
})
