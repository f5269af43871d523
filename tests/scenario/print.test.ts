import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import XLSX from 'xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
let printed: string[]
beforeEach(async () => {
  printed = []
  clerk = new Clerk({ pdf: async (html) => { printed.push(html); return new TextEncoder().encode('%PDF-1.7') } })
  await clerk.fillsTwoYears()
  printed.length = 0
})
afterEach(() => clerk.leaves())
const note = (item: string, text: string, shared: boolean, row: number | null = null) => clerk.asks('note.set', { filing: clerk.filing, item, row, text, shared })

describe('printing', () => {
  it('a form, the findings and the set of a draft say that they are not sealed', async () => {
    for (const wanted of [{ what: 'form', form: '301' }, { what: 'form', form: '301', blank: true }, { what: 'findings', order: 'form' }, { what: 'set' }] as const) {
      const seen = await clerk.asks('print.preview', { filing: clerk.filing, ...wanted })
      const made = await clerk.asks('print.make', { filing: clerk.filing, ...wanted, folder: clerk.out })
      expect([seen.sealed, made.pages, existsSync(made.path), made.path.endsWith(seen.name)]).toEqual([false, seen.pages, true, true])
      expect(printed.at(-1) === seen.html).toBe(true)
      expect([seen.html.includes('未封存，仅供核对'), seen.html.includes('回执码')]).toEqual([true, false])
    }
  })

  it('of a sealed filing carries receipt code and digest; the set is what was sealed', async () => {
    const sealed = await clerk.seals()
    const form = await clerk.asks('print.preview', { filing: clerk.filing, what: 'form', form: '301' })
    expect([form.sealed, form.html.includes(sealed.receipt), form.html.includes('未封存')]).toEqual([true, true, false])
    const set = await clerk.asks('print.preview', { filing: clerk.filing, what: 'set' })
    expect(set.html === printed[0]).toBe(true)
    const blank = await clerk.asks('print.preview', { filing: clerk.filing, what: 'form', form: '301', blank: true })
    expect([blank.sealed, blank.html.includes(sealed.receipt)]).toEqual([false, false])
    await clerk.asks('seal.reopen', { filing: clerk.filing, reason: '更正电话' })
    expect((await clerk.asks('print.preview', { filing: clerk.filing, what: 'set' })).sealed).toBe(false)
  })

  it('never takes the place of a file in a folder; a path that was chosen is replaced', async () => {
    const wanted = { filing: clerk.filing, what: 'form', form: '301' } as const
    const names = [await clerk.asks('print.make', { ...wanted, folder: clerk.out }), await clerk.asks('print.make', { ...wanted, folder: clerk.out })].map((made) => made.path)
    expect(new Set(names).size).toBe(2)
    const path = join(clerk.out, '表.pdf')
    for (let n = 0; n < 2; n++) expect((await clerk.asks('print.make', { ...wanted, path })).path).toBe(path)
    expect(readdirSync(clerk.out).filter((name) => name.startsWith('.'))).toEqual([])
    expect((await clerk.isRefused('print.preview', { filing: clerk.filing, what: 'form', form: '999' })).code).toBe('not-found')
  })
})

describe('a note on a cell', () => {
  it('is kept, changed and removed, private or shared', async () => {
    await note('tel', '总机转 8012', false)
    await note('src_social', '含 2025 年跨年合同', true)
    clerk.restarts()
    expect((await clerk.sees()).notes.map(({ item, text, shared }) => [item, text, shared])).toEqual([['src_social', '含 2025 年跨年合同', true], ['tel', '总机转 8012', false]])
    expect((await note('tel', '', false)).notes).toHaveLength(1)
    expect((await clerk.isRefused('note.set', { filing: clerk.filing, item: 'no_such', row: null, text: 'a', shared: false })).code).toBe('filing-unknown-key')
    expect((await clerk.isRefused('note.set', { filing: clerk.filing, item: 'dom_rev', row: 99, text: 'a', shared: false })).code).toBe('not-found')
  })

  it('is a step: taken back and done again, after a restart too, and on record', async () => {
    await note('tel', '总机', false)
    const changed = await note('tel', '总机转 8012', true)
    expect(changed.undo).toBe('note')
    clerk.restarts()
    const said = (change: { readonly notes?: readonly { readonly item: string; readonly text: string; readonly shared: boolean }[] }) => (change.notes ?? []).map(({ item, text, shared }) => [item, text, shared])
    const back = await clerk.asks('filing.undo', { filing: clerk.filing })
    expect(said(back)).toEqual([['tel', '总机', false]])
    expect(back.step).toMatchObject({ label: 'note', item: 'tel', row: null })
    expect(said(await clerk.asks('filing.undo', { filing: clerk.filing }))).toEqual([])
    await clerk.asks('filing.redo', { filing: clerk.filing })
    expect(said(await clerk.asks('filing.redo', { filing: clerk.filing }))).toEqual([['tel', '总机转 8012', true]])
    const { lines } = await clerk.asks('history.list', { filing: clerk.filing, item: 'tel', limit: 9 })
    expect(lines.slice(0, 5).map(l => [l.label, l.old, l.now])).toContainEqual(['固定电话（附注）', '总机', '总机转 8012'])
    expect((await clerk.asks('filing.history', { filing: clerk.filing, item: 'tel', row: null, limit: 9 })).every(h => !h.now.includes('总机'))).toBe(true)
  })

  it('that is shared goes into the payload, onto the sheet and onto paper; a private one nowhere', async () => {
    await note('tel', '只给自己看的话', false)
    await note('src_social', '含上年跨年合同 12 万元', true)
    await note('dom_rev', '第一行的附注', true, (await clerk.sees()).data.tables['domains']?.[0]?.id ?? 0)
    const sealed = await clerk.seals()
    expect(sealed.verification.verdict).toBe('sealed')
    const book = XLSX.read(readFileSync(sealed.xlsx))
    const sheet = XLSX.utils.sheet_to_csv(book.Sheets['审核结果'] as XLSX.WorkSheet)
    expect(sheet).toContain('含上年跨年合同 12 万元')
    expect(sheet).toContain('第一行的附注')
    expect([printed[0]?.includes('含上年跨年合同 12 万元'), printed[0]?.includes('只给自己看的话')]).toEqual([true, false])
    expect(JSON.stringify(book.Sheets)).not.toContain('只给自己看的话')
    expect((await clerk.isRefused('note.set', { filing: clerk.filing, item: 'src_social', row: null, text: '', shared: false })).code).toBe('filing-readonly')
    await note('tel', '封存以后也能给自己记', false)
    const again = await clerk.asks('seal.export', { filing: clerk.filing, submitNo: sealed.submitNo, folder: join(clerk.out, 'again') })
    expect(readFileSync(again.xlsx).equals(readFileSync(sealed.xlsx))).toBe(true)
  })
})
