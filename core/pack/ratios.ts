import { lookup } from './lookup.ts'
import type { Pack } from './schema.ts'

/** What is wrong with the ratios of a pack: items that are no single figures, a size class or a table of domains it has not. In Chinese, or null. */
export function ratioFault(pack: Pack): string | null {
  const { ratios } = pack
  const index = lookup(pack)
  const stray = ratios.list.flatMap((ratio) => [ratio.of, ratio.by]).find((key) => { const entry = index.item(key); return !entry?.numeric || entry.table !== null })
  if (stray !== undefined) return `同类比较用了“${stray}”，它不是只填一次的数`
  if (ratios.list.length === 0) return null
  const { size, main } = ratios
  if (index.item(size)?.table !== null) return `同类比较的单位规模“${size}”不是本包的指标`
  const columns = index.table(main.table)?.byKey
  return columns?.has(main.flag) && columns.has(main.code) ? null : `同类比较的领域表“${main.table}”没有“${main.flag}”和“${main.code}”这两栏`
}
