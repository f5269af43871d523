import type { Finding } from '../audit/finding.ts'
import { esc } from './html.ts'
import type { Page, PrintInput } from './input.ts'
import { lines, paginate } from './measure.ts'

interface Line { readonly mm: number; readonly html: string }

/** The findings with their explanations; one page that says so when there are none. */
export function findingPages(input: PrintInput): readonly Page[] {
  const pages = paginate(input.findings.map((finding, at) => line(finding, at)), 205)
  return pages.map((rows, at) => ({ part: '审核结果', stamp: false, body: `<h1>审核结果及说明</h1>${at === 0 ? summary(input) : ''}${sheet(rows)}` }))
}

function summary(input: PrintInput): string {
  const where = `${esc(input.meta.orgName)}　${input.pack.year} 年度　第 ${input.meta.submitNo} 次报送`
  return `<p class="where">${where}</p>`
}

function line(finding: Finding, at: number): Line {
  const tall = Math.max(lines(finding.detail, 78, 9), lines(finding.explanation ?? '', 58, 9))
  const kind = finding.severity === 'error' ? '强制性' : '核实性'
  return {
    mm: 5.4 + (tall - 1) * 3.9,
    html: `<tr><td class="mid">${at + 1}</td><td class="mid">${esc(finding.rule)}</td><td class="mid">${kind}</td><td>${esc(finding.detail)}</td><td>${esc(finding.explanation ?? '')}</td></tr>`,
  }
}

function sheet(rows: readonly Line[]): string {
  const body = rows.map((row) => row.html).join('') || '<tr><td class="mid" colspan="5">没有审核结果</td></tr>'
  return '<table class="small"><colgroup><col style="width:10mm"><col style="width:15mm"><col style="width:17mm"><col style="width:78mm"><col style="width:58mm"></colgroup>'
    + `<thead><tr><th>序号</th><th>编号</th><th>级别</th><th>审核结果</th><th>说明</th></tr></thead><tbody>${body}</tbody></table>`
}
