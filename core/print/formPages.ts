import type { Form, Item } from '../pack/schema.ts'
import { formHead, legalNote, signLine } from './head.ts'
import { esc } from './html.ts'
import { textOf, type Page, type PrintInput } from './input.ts'
import { roomOf } from './layout.ts'
import { lines, paginate, splitRow } from './measure.ts'
import { choicesOf, isFigure } from '../submission/show.ts'
import { show } from './show.ts'

const [LINE, BLANK_LINE, PT, MOST] = [4.87, 6.62, 10, 30]
interface Widths { readonly name: number; readonly unit: number; readonly no: number; readonly now: number; readonly before: number }
const figures: Widths = { name: 76, unit: 17.5, no: 12.8, now: 36, before: 35.7 }
const words: Widths = { name: 52.6, unit: 18, no: 10, now: 55.4, before: 42 }
interface Line { readonly mm: number; readonly html: string }

/** The pages of one form's single items; none when it has none. */
export function formPages(input: PrintInput, form: Form): readonly Page[] {
  if (form.items.length === 0) return []
  const { widths, lines: all } = setLines(input, form)
  const room = roomOf(input, { title: form.name, thead: 10.8, notes: form.notes })
  const pages = paginate(all, room.page, room.last)
  return pages.map((rows, at) => ({
    part: form.no,
    stamp: at === pages.length - 1,
    body: formHead(input, form.no, form.name) + legalNote(input) + sheet(rows, widths, input.blank) + signLine(input)
      + (at === pages.length - 1 ? notes(form) : '<p class="more">（续下页）</p>'),
  }))
}

interface Setting { readonly widths: Widths; readonly lines: readonly Line[] }

/** Wide columns for a form whose words would break in narrow ones (a code or an address of e-mail stays whole), else those for figures. */
function setLines(input: PrintInput, form: Form): Setting {
  const set = (widths: Widths): Setting => ({ widths, lines: form.items.flatMap((item) => linesOf(input, item, widths)) })
  const fits = form.items.every((item) => item.type !== 'text' || (!input.blank && lines(textOf(input, item), figures.now, PT) === 1))
  return set(fits ? figures : words)
}

function linesOf(input: PrintInput, item: Item, widths: Widths): readonly Line[] {
  const now = show(input.pack, item, textOf(input, item))
  const before = input.blank ? '' : item.prior === null ? '—' : (show(input.pack, item, input.prior?.data.values[item.key] ?? '') || '—')
  const name = input.blank ? `${item.name}${choices(input, item)}` : item.name
  const step = 1.8 + (item.indent ?? 0) * 3.6
  const columns = [widths.name - step + 1.8, widths.now, widths.before]
  return splitRow([name, now, before], columns, PT, MOST).map((cells) => {
    const tall = Math.max(lines(item.unit ?? '', widths.unit + 2.4, PT), ...cells.map((text, at) => lines(text, columns[at] ?? 10, PT)))
    return { mm: (input.blank ? BLANK_LINE : LINE) + (tall - 1) * 4.2, html: tr(item, cells, step) }
  })
}

function tr(item: Item, [name = '', now = '', before = '']: readonly string[], step: number): string {
  const cls = isFigure(item) ? 'fig' : item.type === 'text' ? 'txt' : 'mid'
  return `<tr><td style="padding-left:${step.toFixed(1)}mm">${esc(name)}</td><td class="mid">${esc(item.unit ?? '—')}</td>`
    + `<td class="mid">${esc(item.no)}</td><td class="${cls}">${esc(now)}</td><td class="${before === '—' && cls !== 'fig' ? 'mid' : cls}">${esc(before)}</td></tr>`
}

/** The few codes one may write, for a form filled by hand. */
function choices(input: PrintInput, item: Item): string {
  const list = choicesOf(input.pack, item)
  return list && list.length <= 8 ? `（${list.join('　')}）` : ''
}

function sheet(rows: readonly Line[], widths: Widths, blank: boolean): string {
  const cols = Object.values(widths).map((mm: number) => `<col style="width:${mm}mm">`).join('')
  return `<table${blank ? ' class="blank"' : ''}><colgroup>${cols}</colgroup><thead><tr><th>指标名称</th><th>计量单位</th><th>代码</th><th>本年</th><th>上年</th></tr>`
    + `<tr class="sub"><th>甲</th><th>乙</th><th>丙</th><th>1</th><th>2</th></tr></thead><tbody>${rows.map((row) => row.html).join('')}</tbody></table>`
}

function notes(form: Form): string {
  if (form.notes.length === 0) return ''
  return `<div class="notes"><b>说明：</b><ol>${form.notes.map((note) => `<li>${esc(note)}</li>`).join('')}</ol></div>`
}
