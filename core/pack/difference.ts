import type { Item, Pack } from './schema.ts'

/** What kind of thing of a pack came, went or is another now. */
export type PackPart = 'pack' | 'date' | 'form' | 'item' | 'code' | 'rule' | 'table'
/** One thing that differs: `was` null where it came, `now` null where it went; both are one short line for people. */
export interface PackDifference { readonly part: PackPart; readonly key: string; readonly name: string; readonly was: string | null; readonly now: string | null }

/** A thing of a pack by key, in a word and as the whole it is compared by. */
interface Thing { readonly name: string; readonly line: string; readonly whole: string }
type Things = ReadonlyMap<string, Thing>

const dateNames = { issued: '布置', deadline: '截止', revised: '修订', final: '最终' } as const
const typeNames: Readonly<Record<Item['type'], string>> = { text: '文字', integer: '整数', decimal: '小数', code: '代码', month: '年月', date: '日期' }
const thing = (name: string, line: string, whole: unknown): Thing => ({ name, line, whole: JSON.stringify(whole) })

/** What a newer pack changes against an older one, part by part in the order of the packs. */
export function comparePacks(from: Pack, to: Pack): readonly PackDifference[] {
  return parts.flatMap(({ part, of }) => between(part, of(from), of(to)))
}

function between(part: PackPart, from: Things, to: Things): readonly PackDifference[] {
  const gone = [...from].filter(([key]) => !to.has(key)).map(([key, { name, line }]) => ({ part, key, name, was: line, now: null }))
  const rest = [...to].flatMap(([key, now]) => {
    const was = from.get(key)
    return was?.whole === now.whole ? [] : [{ part, key, name: now.name, was: was?.line ?? null, now: now.line }]
  })
  return [...rest, ...gone]
}

function headOf(pack: Pack): Things {
  const facts = { 标题: pack.title, 报告期末: pack.periodEnd, 表头: Object.values(pack.marks).join(' '), 法律提示: pack.legalNote, 地方附加指标: pack.localExt ? '有' : '没有', 示例: pack.sample ? '是' : '不是' }
  return new Map(Object.entries(facts).map(([name, line]) => [name, thing(name, line, line)]))
}

const datesOf = ({ dates }: Pack): Things => new Map(Object.entries(dates).map(([key, day]) => [key, thing(dateNames[key as keyof typeof dateNames], day, day)]))

const formsOf = ({ forms }: Pack): Things =>
  new Map(forms.map(({ items: _items, tables: _tables, ...form }) => [form.no, thing(form.name, form.scope, form)]))

function itemsOf({ forms, signoff }: Pack): Things {
  const placed = forms.flatMap((form) => [...form.items.map((item) => [form.no, item] as const), ...form.tables.flatMap((table) => table.columns.map((column) => [`${form.no} ${table.name}`, column] as const))])
  return new Map([...placed, ...signoff.map((item) => ['签署', item] as const)].map(([place, item]) => [item.key, thing(item.name, lineOf(place, item), [place, item])]))
}

function lineOf(place: string, item: Item): string {
  const size = item.type === 'decimal' ? `${item.decimals ?? 0}位小数` : typeNames[item.type]
  const must = item.required === 'always' ? '必填' : item.required === 'when' ? `条件必填 ${item.requiredWhen ?? ''}` : item.required === 'computed' ? `计算 ${item.formula ?? ''}` : '选填'
  return [`${place}.${item.no}`, item.name, item.unit ?? '', size, must.trim()].filter((word) => word !== '').join('，')
}

function codesOf({ codes, regions, industries }: Pack): Things {
  const own = Object.entries(codes).flatMap(([table, rows]) => rows.map((row) => [`${table} ${row.code}`, thing(row.name, row.name, row)] as const))
  const regionRows = regions.map(([code, name, state]) => [`行政区划 ${code} ${state}`, thing(name, state === 'now' ? name : `${name}（已撤销）`, name)] as const)
  return new Map([...own, ...regionRows, ...industries.map(([code, name]) => [`行业 ${code}`, thing(name, name, name)] as const)])
}

const rulesOf = ({ rules }: Pack): Things =>
  new Map(rules.map(({ examples: _examples, ...rule }) => [rule.id, thing(rule.title, `${rule.severity === 'error' ? '强制性' : '核实性'}，${rule.message}`, rule)]))

const tablesOf = ({ tables }: Pack): Things => new Map(tables.map((table) => [table.id, thing(table.id, table.id, table)]))

const parts: readonly { readonly part: PackPart; readonly of: (pack: Pack) => Things }[] = [
  { part: 'pack', of: headOf }, { part: 'date', of: datesOf }, { part: 'form', of: formsOf }, { part: 'item', of: itemsOf },
  { part: 'code', of: codesOf }, { part: 'rule', of: rulesOf }, { part: 'table', of: tablesOf },
]
