import type { TableResult, TableRow } from '../contract/regulator/tables.ts'
import type { BulletinBlock, Warning } from '../contract/regulator/watch.ts'
import type { BulletinTemplate, TemplateBlock } from './schema.ts'
import { figuresIn, fill, type Asked, type Filling } from './words.ts'

/** What a bulletin is built from: names, figures, the tables it shows, the warnings it may name. */
export interface BulletinGround { readonly filling: Filling; readonly tables: ReadonlyMap<string, TableResult>; readonly warnings: readonly Warning[] }

type Shown = Extract<TemplateBlock, { kind: 'table' | 'chart' }>

/** Every figure that a template's words ask for, each once. */
export const askedBy = (template: BulletinTemplate): readonly Asked[] => template.blocks.flatMap((block) => figuresIn(block.text))
/** The tables a template shows. */
export const tablesOf = (template: BulletinTemplate): readonly string[] => [...new Set(template.blocks.flatMap((b) => (b.kind === 'table' || b.kind === 'chart' ? [b.table] : [])))]

/** The blocks of a bulletin; what a person wrote of a block stands instead of its generated words. */
export function buildBulletin(template: BulletinTemplate, ground: BulletinGround, edited: ReadonlyMap<string, string>): readonly BulletinBlock[] {
  return template.blocks.map((block) => {
    const generated = block.kind === 'warnings' ? warningWords(block, ground) : fill(block.text, ground.filling)
    const text = edited.get(block.id) ?? generated
    const words = { id: block.id, text, generated, edited: text !== generated }
    switch (block.kind) {
      case 'table': return { ...words, kind: 'table', table: block.table, rows: gridOf(block, ground.tables), chart: null }
      case 'chart': return { ...words, kind: 'chart', table: block.table, rows: [], chart: chartOf(block, ground.tables) }
      default: return { ...words, kind: block.kind === 'warnings' ? 'text' : block.kind, table: null, rows: [], chart: null }
    }
  })
}

function warningWords(block: Extract<TemplateBlock, { kind: 'warnings' }>, { warnings, filling }: BulletinGround): string {
  const list = warnings.filter((w) => block.of.includes(w.kind)).toSorted((a, b) => Number(b.severity === 'high') - Number(a.severity === 'high'))
  if (list.length === 0) return block.none
  const lines = list.slice(0, block.most).map((w, at) => `${at + 1}. ${w.title}：${w.sentence}`)
  return [fill(block.text, filling), ...lines, ...(list.length > block.most ? [`另有 ${list.length - block.most} 条，见监测。`] : [])].join('\n')
}

/** The rows a block shows: those it names, or the highest of a column; heads have no figures. */
function rowsOf(block: Shown, table: TableResult): readonly TableRow[] {
  const named = block.rows ? table.rows.filter((row) => block.rows?.includes(row.key)) : table.rows.filter((row) => row.kind !== 'head')
  if (!block.top) return named
  const { column, count } = block.top
  return named.filter((row) => row.kind === 'data' && numberAt(row, column) !== null && numberAt(row, column) !== 0)
    .toSorted((a, b) => (numberAt(b, column) ?? 0) - (numberAt(a, column) ?? 0)).slice(0, count)
}

const cellAt = (row: TableRow, column: string): TableRow['cells'][number] | undefined => row.cells.find((c) => c.column === column)
/** Only to order rows by. */
function numberAt(row: TableRow, column: string): number | null {
  const cell = cellAt(row, column)
  return cell === undefined || cell.exact === null || cell.hidden ? null : Number(cell.exact)
}

function gridOf(block: Extract<Shown, { kind: 'table' }>, tables: BulletinGround['tables']): readonly (readonly string[])[] {
  const table = tables.get(block.table)
  if (!table) return []
  const head = block.columns.map((key) => titleOf(table, key))
  const stub = stubOf(table)
  return [[stub, ...head], ...rowsOf(block, table).map((row) => [row.labels.at(-1) ?? '', ...block.columns.map((key) => cellAt(row, key)?.text ?? '')])]
}

function chartOf(block: Extract<Shown, { kind: 'chart' }>, tables: BulletinGround['tables']): BulletinBlock['chart'] {
  const table = tables.get(block.table)
  if (!table) return null
  const rows = rowsOf(block, table)
  const label = titleOf(table, block.column)
  const unit = /（([^（）]+)）/.exec(label)?.[1] ?? /（([^（）]+)）$/.exec(block.text)?.[1] ?? ''
  return { kind: block.chart, unit, names: rows.map((row) => row.labels.at(-1) ?? ''), series: [{ name: label, values: rows.map((row) => { const cell = cellAt(row, block.column); return cell && !cell.hidden ? shown(cell.exact, cell.text) : null }) }] }
}

/** A column's heading with the one above it: 机构数（家）, 营业收入占比（%）. */
function titleOf(table: TableResult, column: string): string {
  const label = table.columns.find((c) => c.key === column)?.label ?? column
  const at = table.columns.findIndex((c) => c.key === column)
  let from = -(table.rows[0]?.labels.length ?? 1)
  for (const head of table.head.length > 1 ? (table.head[0] ?? []) : []) {
    if (at >= from && at < from + head.colspan && head.text !== label) return joined(head.text, label)
    from += head.colspan
  }
  return label
}

/** A unit goes into brackets, a share or change is told after its measure, anything else keeps its own name with the group's unit. */
function joined(group: string, label: string): string {
  const [, base = group, unit = ''] = /^(.*?)（([^（）]*)）$/.exec(group) ?? []
  if (/^(家|个|人|份|件|项|万元|亿元|万份|台套)$/.test(label)) return `${base}（${label}）`
  if (/^(占比|同比|比重)/.test(label)) return `${base}${label}`
  return unit === '' || label.includes('（') ? label : `${label}（${unit}）`
}

/** The heading of the labels next to the figures. */
function stubOf(table: TableResult): string {
  const wide = table.rows[0]?.labels.length ?? 1
  let end = 0
  for (const head of table.head[0] ?? []) {
    end += head.colspan
    if (end >= wide) return head.text
  }
  return ''
}

/** What is printed, as a plain decimal, so that a chart says the table's figure. */
function shown(exact: string | null, text: string): string | null {
  const plain = text.replaceAll(',', '').replaceAll('−', '-').replace(/%$/, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : exact
}
