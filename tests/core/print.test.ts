import { describe, expect, it } from 'vitest'
import { createAuditor } from '../../core/audit/run.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import type { PrintInput, PrintSeal } from '../../core/print/input.ts'
import { wrap } from '../../core/print/measure.ts'
import { pageCount, printFindings, printForm, printSet } from '../../core/print/print.ts'
import { auditOf, packOf, sample } from './samples.ts'
import type { SampleKind } from '../support/sample.ts'

const pack = packOf(2026)
const seal: PrintSeal = { receipt: '5F8D-2KXN-7Q', digest: '8f2c'.repeat(16), qrSvg: '<svg class="qr"></svg>', signer: '0123456789abcdef', fileName: '甲_2026_第1次.xlsx', sealedAt: '2027-03-10 11:02:45' }

function inputOf(kind: SampleKind, more: { data?: (data: FilingData) => FilingData; seal?: PrintSeal | null; notes?: PrintInput['notes'] } = {}): PrintInput {
  const from = auditOf(sample(kind, 2026))
  const data = more.data ? more.data(from.data) : from.data
  const auditor = createAuditor({ ...from, data })
  return {
    pack, data, computed: auditor.computed(), prior: from.prior, findings: auditor.findings(), forms: auditor.forms(), notes: more.notes ?? [], blank: false,
    meta: { unitId: `${data.values['uscc']}-00`, orgName: data.values['org_name'] ?? '', submitNo: 1, priorText: '上年', seal: more.seal === undefined ? seal : more.seal },
  }
}
const form = (no: string) => {
  const found = pack.forms.find((each) => each.no === no)
  if (!found) throw new Error(no)
  return found
}
const sections = (html: string): readonly string[] => html.split('<section class="page">').slice(1)
const text = (html: string): string => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&')
const count = (where: string, what: string): number => where.split(what).length - 1
const manyRows = (data: FilingData): FilingData => {
  const [first] = data.tables['instruments'] ?? []
  return { ...data, tables: { ...data.tables, instruments: Array.from({ length: 500 }, (_, at) => ({ id: at + 1, cells: { ...first?.cells, eq_no: `YQ-${String(at + 1).padStart(4, '0')}`, eq_name: `检测仪器第${at + 1}号` } })) } }
}

describe('the set for the stamp', () => {
  it.each(['enterprise', 'institution', 'government'] as const)('of the %s numbers every page and carries the seal on each', (kind) => {
    const { html, pages } = printSet(inputOf(kind))
    expect(pageCount(html)).toBe(pages)
    sections(html).forEach((page, at) => {
      expect(page).toContain(`第 ${at + 1} 页　共 ${pages} 页`)
      expect([count(page, seal.receipt), count(page, '8f2c 8f2c'), count(page, 'class="qr"')]).toEqual([1, 4, 1])
      expect(page).not.toContain('未封存')
    })
    expect(count(html, '盖章处')).toBeGreaterThanOrEqual(kind === 'enterprise' ? 8 : 6)
    expect(html).not.toContain('<script')
  })

  it('without a seal says so on every page and shows neither receipt code nor digest', () => {
    const { html } = printSet(inputOf('enterprise', { seal: null }))
    for (const page of sections(html)) expect(page).toContain('未封存，仅供核对')
    expect(html).not.toContain('回执码')
    expect(html).not.toContain('内容摘要')
    expect(html).toContain('检验检测统计调查核对稿')
  })
})

describe('one form', () => {
  it('shows its figures once each, with last year’s beside them', () => {
    const { html, pages } = printForm(inputOf('enterprise'), form('301'), false)
    expect(pages).toBe(1)
    for (const item of form('301').items) expect(count(html, `</td><td class="mid">${item.no}</td>`), item.no).toBe(1)
    expect(text(html)).toMatch(/营业（业务）收入合计\s+万元\s+01\s+[\d,.]+\s+[\d,.]+/)
  })

  it('of 500 rows goes over many pages, each with the head, every row once', () => {
    const { html, pages } = printForm(inputOf('enterprise', { data: manyRows }), form('103'), false)
    const own = sections(html).filter((page) => page.includes('YQ-'))
    expect(own.length).toBeGreaterThan(10)
    expect(pageCount(html)).toBe(pages)
    for (const page of own) expect(page).toMatch(/<thead><tr><th>行<\/th>/)
    const plain = html.replace(/<[^>]+>/g, '|')
    for (let at = 1; at <= 500; at++) expect(count(plain, `|YQ-${String(at).padStart(4, '0')}|`)).toBe(1)
  })

  it('blank has no answer, no seal and lines to write on', () => {
    const input = inputOf('enterprise')
    for (const each of pack.forms) {
      const { html } = printForm(input, each, true)
      expect(html).toContain('未封存，仅供核对（空白表）')
      expect(html).not.toContain(seal.receipt)
      expect(html).not.toContain('class="qr"')
      for (const item of each.items) expect(count(html, `</td><td class="mid">${item.no}</td>`), `${each.no}.${item.no}`).toBe(1)
      if (each.tables.length > 0) expect(count(html, '<tr class="open">')).toBeGreaterThan(8)
      expect(html).not.toContain('没有填列')
    }
    expect(text(printForm(input, form('301'), true).html)).not.toMatch(/\d,\d{3}/)
  })
})

describe('the findings', () => {
  const wrong = (data: FilingData): FilingData => ({ ...data, values: { ...data.values, src_social: '1', tel: 'x' } })
  it('stand by severity or by form, each once with its explanation', () => {
    const input = inputOf('enterprise', { data: wrong, seal: null })
    for (const order of ['severity', 'form'] as const) {
      const { html } = printFindings(input, order)
      expect(html).toContain(order === 'severity' ? '强制性　' : `${pack.marks.prefix}301表`)
      for (const finding of input.findings) if (finding.explanation) expect(text(html)).toContain(finding.explanation)
      expect(count(html, '<td class="mid">强制性</td>') + count(html, '<td class="mid">核实性</td>')).toBe(input.findings.length)
    }
  })

  it('carry long explanations over pages with nothing lost, and the notes that go along', () => {
    const base = inputOf('enterprise', { notes: [{ item: 'tel', row: null, text: '总机转 8012。' }] })
    const long = Array.from({ length: 400 }, (_, at) => `第${at}句因新增检测业务。`).join('')
    const findings = base.findings.map((finding, at) => (at === 0 ? { ...finding, explanation: long } : finding))
    const { html, pages } = printFindings({ ...base, findings }, 'severity')
    expect(pages).toBeGreaterThan(2)
    const told = Array.from(html.matchAll(/<td class="txt">([^<]*)<\/td><\/tr>/g), ([, cell]) => cell).join('')
    expect(told.includes(long)).toBe(true)
    expect(html).toContain('总机转 8012。')
    expect(html).toContain('填报说明（附注）　1 条')
    for (const page of sections(html)) expect(page).toContain('<thead><tr><th>序号</th>')
  })

  it('say so when there are none', () => expect(printFindings({ ...inputOf('enterprise'), findings: [] }, 'form').html).toContain('没有审核结果'))
})

describe('a text in a column', () => {
  it.each(['', '一二三四五六七八九十一二三四五六七八九十', 'averyveryverylongwordwithoutanyspacesinside', 'some words\nand a line, 中英文 mixed 123,456.78'])('%j is put together again from its lines', (given) => {
    expect(wrap(given, 20, 10).join('')).toBe(given)
  })
})
