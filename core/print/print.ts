import { printedDigest } from '../submission/receipt.ts'
import { coverPage, type IndexLine } from './coverPage.ts'
import { findingPages } from './findingPages.ts'
import { formPages } from './formPages.ts'
import { esc } from './html.ts'
import type { Page, PrintInput } from './input.ts'
import { printStyle } from './style.ts'
import { tablePages } from './tablePages.ts'

/** The whole stamped document as one HTML text without scripts: cover, the forms that apply, the findings. */
export function printPages(input: PrintInput): string {
  const inner = [...formParts(input), ...findingPages(input)]
  const pages: readonly Page[] = [{ part: '封面', stamp: true, body: coverPage(input, indexOf(input, inner)) }, ...inner]
  const bodies = pages.map((page, at) => `<section class="page">${page.body}${foot(input, at + 1, pages.length)}${page.stamp ? '<div class="stamp">盖章处</div>' : ''}</section>`)
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${esc(input.meta.fileName)}</title><style>${printStyle}</style></head><body>${bodies.join('')}</body></html>`
}

function formParts(input: PrintInput): readonly Page[] {
  const applies = new Set(input.forms.filter((state) => state.applies).map((state) => state.form))
  return input.pack.forms.filter((form) => applies.has(form.no))
    .flatMap((form) => [...formPages(input, form), ...form.tables.flatMap((table) => tablePages(input, form, table))])
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

function foot(input: PrintInput, page: number, all: number): string {
  const { meta } = input
  return `<div class="foot">${meta.qrSvg}<div><p>回执码　<code>${esc(meta.receipt)}</code>　第 ${meta.submitNo} 次报送</p><p>内容摘要　<code>${printedDigest(meta.digest)}</code></p>`
    + `<p>与工作簿 ${esc(meta.fileName)} 内容一致</p><p class="n">第 ${page} 页　共 ${all} 页</p></div></div>`
}
