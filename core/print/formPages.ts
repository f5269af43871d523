import type { Form, Item } from '../pack/schema.ts'
import { formHead, legalNote, signLine } from './head.ts'
import { esc } from './html.ts'
import { textOf, type Page, type PrintInput } from './input.ts'
import { lines, paginate } from './measure.ts'
import { isFigure } from '../submission/show.ts'
import { show } from './show.ts'

const LINE = 4.84
const BODY = 175
interface Widths { readonly name: number; readonly unit: number; readonly no: number; readonly now: number; readonly before: number }
const figures: Widths = { name: 76, unit: 17.5, no: 12.8, now: 36, before: 35.7 }
const words: Widths = { name: 56, unit: 14, no: 10, now: 56, before: 42 }
interface Line { readonly mm: number; readonly html: string }

/** The pages of one form's single items; none when it has none. */
export function formPages(input: PrintInput, form: Form): readonly Page[] {
  if (form.items.length === 0) return []
  const widths = form.items.some((item) => item.type === 'text') ? words : figures
  const pages = paginate(form.items.map((item) => line(input, item, widths)), BODY)
  return pages.map((rows, at) => ({
    part: form.no,
    stamp: at === pages.length - 1,
    body: formHead(input, form.no, form.name) + legalNote(input) + sheet(rows, widths) + signLine(input)
      + (at === pages.length - 1 ? notes(form) : '<p class="more">（续下页）</p>'),
  }))
}

function line(input: PrintInput, item: Item, widths: Widths): Line {
  const now = show(input.pack, item, textOf(input, item))
  const before = item.prior === null ? '—' : (show(input.pack, item, input.prior?.data.values[item.key] ?? '') || '—')
  const name = (item.indent ?? 0) * 1.2
  const tall = Math.max(lines(item.name, widths.name - name * 4, 10), lines(now, widths.now, 10), lines(before, widths.before, 10))
  const cls = isFigure(item) ? 'fig' : item.type === 'text' ? 'txt' : 'mid'
  return {
    mm: LINE + (tall - 1) * 4,
    html: `<tr><td style="padding-left:${(1.8 + name * 3).toFixed(1)}mm">${esc(item.name)}</td><td class="mid">${esc(item.unit ?? '—')}</td>`
      + `<td class="mid">${esc(item.no)}</td><td class="${cls}">${esc(now)}</td><td class="${before === '—' && cls !== 'fig' ? 'mid' : cls}">${esc(before)}</td></tr>`,
  }
}

function sheet(rows: readonly Line[], widths: Widths): string {
  const cols = Object.values(widths).map((mm: number) => `<col style="width:${mm}mm">`).join('')
  return `<table><colgroup>${cols}</colgroup><thead><tr><th>指标名称</th><th>计量单位</th><th>代码</th><th>本年</th><th>上年</th></tr>`
    + `<tr class="sub"><th>甲</th><th>乙</th><th>丙</th><th>1</th><th>2</th></tr></thead><tbody>${rows.map((row) => row.html).join('')}</tbody></table>`
}

function notes(form: Form): string {
  if (form.notes.length === 0) return ''
  return `<div class="notes"><b>说明：</b><ol>${form.notes.map((note) => `<li>${esc(note)}</li>`).join('')}</ol></div>`
}
