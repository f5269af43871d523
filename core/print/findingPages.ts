import type { Finding } from '../audit/finding.ts'
import { heading, placeOf, rowOf, widths, type FindingLine } from './findingRows.ts'
import { signLine } from './head.ts'
import { esc } from './html.ts'
import type { Page, PrintInput } from './input.ts'
import { plainRoom } from './layout.ts'
import { paginate } from './measure.ts'
import { noteLines } from './noteLines.ts'

/** How the list is grouped. */
export type FindingOrder = 'severity' | 'form'

/** The findings with their explanations and the notes that go along; one page that says so when there are none. */
export function findingPages(input: PrintInput, order: FindingOrder): readonly Page[] {
  const room = plainRoom(7)
  const rows = [...groups(input, order).flatMap(({ title, findings }) => [heading(`${title}　${findings.length} 项`), ...findings.flatMap((finding) => lineOf(input, finding))]), ...noteLines(input)]
  const pages = paginate(withNumbers(rows), room.page, room.last)
  return pages.map((part, at) => ({
    part: '审核结果', stamp: at === pages.length - 1,
    body: `<h1>审核结果及说明</h1>${where(input)}${sheet(part)}${at === pages.length - 1 ? signLine(input) : '<p class="more">（续下页）</p>'}`,
  }))
}

function where({ pack, meta }: PrintInput): string {
  return `<p class="where">${esc(meta.orgName)}　${pack.year} 年度${meta.seal ? `　第 ${meta.submitNo} 次报送` : ''}</p>`
}

interface Group { readonly title: string; readonly findings: readonly Finding[] }

function groups(input: PrintInput, order: FindingOrder): readonly Group[] {
  const { findings, pack } = input
  const formOf = (finding: Finding): string => finding.cells[0]?.form ?? ''
  const all: readonly Group[] = order === 'form'
    ? ['', ...pack.forms.map((form) => form.no)].map((no) => ({ title: no === '' ? '签署栏及其他' : `${pack.marks.prefix}${no}表　${pack.forms.find((form) => form.no === no)?.name ?? ''}`, findings: findings.filter((finding) => (pack.forms.some((form) => form.no === formOf(finding)) ? formOf(finding) : '') === no) }))
    : [
        { title: '强制性', findings: findings.filter((finding) => finding.severity === 'error') },
        { title: '核实性，待说明', findings: findings.filter((finding) => finding.severity === 'warning' && !finding.explained) },
        { title: '核实性，已说明', findings: findings.filter((finding) => finding.severity === 'warning' && finding.explained) },
      ]
  return all.filter((group) => group.findings.length > 0)
}

function lineOf(input: PrintInput, finding: Finding): readonly FindingLine[] {
  const kind = finding.severity === 'error' ? '强制性' : '核实性'
  return rowOf(['#', finding.rule, kind, placeOf(input, finding.cells[0]?.item ?? '', finding.rowKey), finding.detail, finding.explanation ?? ''])
}

function withNumbers(rows: readonly FindingLine[]): readonly FindingLine[] {
  let n = 0
  return rows.map((row) => ({ ...row, html: row.html.replace('<td class="mid">#</td>', () => `<td class="mid">${++n}</td>`) }))
}

function sheet(rows: readonly FindingLine[]): string {
  const body = rows.map((row) => row.html).join('') || '<tr><td class="mid" colspan="6">没有审核结果</td></tr>'
  return `<table class="small"><colgroup>${widths.map((mm) => `<col style="width:${mm}mm">`).join('')}</colgroup>`
    + `<thead><tr><th>序号</th><th>编号</th><th>级别</th><th>所在格</th><th>审核结果</th><th>说明</th></tr></thead><tbody>${body}</tbody></table>`
}
