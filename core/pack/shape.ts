import { lookup } from './lookup.ts'
import type { Form, Pack } from './schema.ts'

/** What the schema cannot see: repeated keys, groups of unknown items, coded items without codes. The first fault in Chinese, or null. */
export function shapeFault(pack: Pack): string | null {
  const faults = [
    repeated('指标', [...pack.forms.flatMap((f) => [...f.items, ...f.tables.flatMap((t) => t.columns)]), ...pack.signoff].map((i) => i.key)),
    repeated('重复表', pack.forms.flatMap((f) => f.tables.map((t) => t.key))),
    repeated('表', pack.forms.map((f) => f.no)),
    repeated('规则', pack.rules.map((r) => r.id)),
    ...pack.forms.map(formFault),
    codeFault(pack),
  ]
  return faults.find((f) => f !== null) ?? null
}

function repeated(what: string, keys: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const key of keys) {
    if (seen.has(key)) return `${what}“${key}”重复`
    seen.add(key)
  }
  return null
}

function formFault(form: Form): string | null {
  const items = new Set(form.items.map((i) => i.key))
  for (const group of form.groups) {
    const stray = group.items.find((key) => !items.has(key))
    if (stray !== undefined) return `${form.no}表的分组“${group.title}”列了本表没有的指标“${stray}”`
  }
  const grouped = new Set(form.groups.flatMap((g) => g.items))
  const left = form.items.find((i) => !grouped.has(i.key))
  if (left && form.groups.length > 0) return `${form.no}表的指标“${left.key}”不在任何分组里`
  const keyless = form.tables.find((t) => !t.columns.some((c) => c.key === t.rowKey))
  return keyless ? `重复表“${keyless.key}”没有行键“${keyless.rowKey}”这一栏` : null
}

function codeFault(pack: Pack): string | null {
  const index = lookup(pack)
  for (const entry of [...index.scalars, ...index.tables.flatMap((t) => t.columns)])
    if (entry.codes?.size === 0) return `单选代码“${entry.item.key}”没有可选的代码`
  return null
}
