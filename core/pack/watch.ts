import type { BulletinTemplate, TemplateBlock } from '../bulletin/schema.ts'
import { figuresSpec } from '../bulletin/spec.ts'
import { figuresIn } from '../bulletin/words.ts'
import { tablesFault } from '../consolidate/check.ts'
import { lookup } from './lookup.ts'
import type { Pack } from './schema.ts'

/** What is wrong with the monitoring of a pack: items, tables or columns it has not. In Chinese, or null. */
export function watchFault(pack: Pack): string | null {
  const { watch } = pack
  if (watch.rules.length === 0 && watch.indicators.points.length === 0) return null
  return [watch.indicators, watch.themes].map((of) => indicatorFault(pack, of)).find((fault) => fault !== null) ?? watch.rules.map((rule) => ruleFault(pack, rule)).find((fault) => fault !== null) ?? null
}

function indicatorFault(pack: Pack, of: Pack['watch']['indicators']): string | null {
  const table = pack.tables.find((t) => t.id === of.table)
  if (!table) return `没有汇总表“${of.table}”`
  const columns = new Set(table.columns.map((c) => c.key))
  const stray = [of.actual, of.target, ...(of.base === 'zero' ? [] : [of.base]), ...of.points.map((p) => p.column)].find((c) => !columns.has(c))
  return stray === undefined ? null : `汇总表 ${of.table} 没有“${stray}”这一栏`
}

function ruleFault(pack: Pack, rule: Pack['watch']['rules'][number]): string | null {
  const index = lookup(pack)
  const said = (what: string): string => `${rule.id}：${what}`
  if (rule.kind === 'jump' || rule.kind === 'concentration') {
    const entry = index.item(rule.item)
    return entry?.numeric && entry.table === null ? null : said(`“${rule.item}”不是一个数值指标`)
  }
  if (rule.kind === 'certificate') {
    const table = index.table(rule.table)
    if (!table) return said(`没有明细表“${rule.table}”`)
    const stray = [rule.until, rule.number, rule.status].find((c) => !table.byKey.has(c))
    return stray === undefined ? null : said(`明细表 ${rule.table} 没有“${stray}”这一栏`)
  }
  if (rule.kind === 'share') {
    const stray = rule.tables.find((id) => !pack.tables.some((t) => t.id === id))
    return stray === undefined ? null : said(`没有汇总表“${stray}”`)
  }
  return null
}

/** What is wrong with the bulletin's template of a pack, in Chinese, or null. */
export const bulletinFault = (pack: Pack): string | null => (pack.bulletin ? templateFault(pack, pack.bulletin) : null)

/** What is wrong with a template under a pack: words that do not close, figures, tables or columns it has not. In Chinese, or null. */
export function templateFault(pack: Pack, template: BulletinTemplate): string | null {
  for (const block of template.blocks) {
    const fault = wordsFault(pack, block) ?? shownFault(pack, block)
    if (fault !== null) return `${block.id}：${fault}`
  }
  return null
}

function wordsFault(pack: Pack, block: TemplateBlock): string | null {
  try {
    const fault = tablesFault({ ...pack, tables: [figuresSpec(figuresIn(block.text))] })
    return fault && `第 ${fault.at} 个字：${fault.message}`
  } catch (error) { return error instanceof Error ? error.message : '' }
}

function shownFault(pack: Pack, block: TemplateBlock): string | null {
  if (block.kind !== 'table' && block.kind !== 'chart') return null
  const table = pack.tables.find((t) => t.id === block.table)
  if (!table) return `没有汇总表“${block.table}”`
  const wanted = [...(block.kind === 'table' ? block.columns : [block.column]), ...(block.top ? [block.top.column] : [])]
  const stray = wanted.find((column) => !table.columns.some((c) => c.key === column))
  return stray === undefined ? null : `汇总表 ${block.table} 没有“${stray}”这一栏`
}
