import { printedDigest } from '../submission/receipt.ts'
import { coverPage, type IndexLine } from './coverPage.ts'
import { findingPages, type FindingOrder } from './findingPages.ts'
import { formPages } from './formPages.ts'
import { esc } from './html.ts'
import { emptied, type Page, type Printed, type PrintInput } from './input.ts'
import { printStyle } from './style.ts'
import { tablePages } from './tablePages.ts'
import type { Form } from '../pack/schema.ts'

/** The whole document for the stamp: cover, the forms that apply, the findings with their explanations. */
export function printSet(input: PrintInput): Printed {
  const inner = [...formParts(input), ...findingPages(input, 'severity')]
  return bound(input, [{ part: '封面', stamp: true, body: coverPage(input, indexOf(input, inner)) }, ...inner], input.meta.seal?.fileName ?? '核对稿')
}

/** One form with its tables, filled or to be written on by hand. */
export function printForm(input: PrintInput, form: Form, blank: boolean): Printed {
  const from = blank ? emptied(input) : { ...input, blank: false }
  return bound(from, pagesOf(from, form), `${input.pack.marks.prefix}${form.no}表`)
}

/** The findings with their explanations, and the notes that go along. */
export const printFindings = (input: PrintInput, order: FindingOrder): Printed => bound(input, findingPages(input, order), '审核结果')

/** How many pages a finished document has. */
export const pageCount = (html: string): number => html.split('<section class="page">').length - 1

const pagesOf = (input: PrintInput, form: Form): readonly Page[] => [...formPages(input, form), ...form.tables.flatMap((table) => tablePages(input, form, table))]

function formParts(input: PrintInput): readonly Page[] {
  const applies = new Set(input.forms.filter((state) => state.applies).map((state) => state.form))
  return input.pack.forms.filter((form) => applies.has(form.no)).flatMap((form) => pagesOf(input, form))
}

/** Pages numbered and bound to one HTML text without scripts. */
function bound(input: PrintInput, pages: readonly Page[], title: string): Printed {
  const bodies = pages.map((page, at) => `<section class="page">${page.body}${foot(input, at + 1, pages.length)}${page.stamp ? '<div class="stamp">盖章处</div>' : ''}</section>`)
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${esc(title)}</title><style>${printStyle}</style></head><body>${bodies.join('')}</body></html>`
  return { html, pages: pages.length }
}

function indexOf(input: PrintInput, inner: readonly Page[]): readonly IndexLine[] {
  const begins = (part: string): number => inner.findIndex((page) => page.part === part) + 2
  const lines = input.forms.filter((state) => state.applies).map((state) => {
    const form = input.pack.forms.find((each) => each.no === state.form)
    const rows = state.rows > 0 ? `（${state.rows} 行）` : ''
    return { no: `${input.pack.marks.prefix}${state.form}表`, name: `${form?.name ?? ''}${rows}`, filled: `${state.filled} / ${state.required}`, page: begins(state.form) }
  })
  const warnings = input.findings.filter((finding) => finding.severity === 'warning')
  const told = `${warnings.filter((finding) => finding.explained).length} / ${warnings.length}`
  return [...lines, { no: '审核结果', name: `核实性 ${warnings.length} 项及说明`, filled: told, page: begins('审核结果') }]
}

function foot({ meta, blank }: PrintInput, page: number, all: number): string {
  const number = `<p class="n">第 ${page} 页　共 ${all} 页</p>`
  if (!meta.seal) return `<div class="foot"><div><p class="unsealed">未封存，仅供核对${blank ? '（空白表）' : ''}</p>${number}</div></div>`
  const { receipt, digest, fileName, qrSvg } = meta.seal
  return `<div class="foot">${qrSvg}<div><p>回执码　<code>${esc(receipt)}</code>　第 ${meta.submitNo} 次报送</p><p>内容摘要　<code>${printedDigest(digest)}</code></p>`
    + `<p>与工作簿 ${esc(fileName)} 内容一致</p>${number}</div></div>`
}
