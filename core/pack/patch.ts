import { z } from 'zod'
import { shapeWords } from '../text/shape.ts'
import { asObject, asObjects, own, PackError, replaced, type Json, type JsonObject } from './draft.ts'
import { renameItem } from './rename.ts'
import { tablesWith, tablesWithout } from './tableItem.ts'

const fields = z.record(z.string(), z.json())
const op = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set-item'), item: z.string(), with: fields }),
  z.strictObject({ op: z.literal('rename-item'), item: z.string(), to: z.string(), name: z.string().optional(), explanation: z.string().optional() }),
  z.strictObject({ op: z.literal('add-item'), form: z.string().optional(), table: z.string().optional(), after: z.string().nullable(), item: fields, group: z.string().optional() }),
  z.strictObject({ op: z.literal('drop-item'), item: z.string() }),
  z.strictObject({ op: z.literal('merge-items'), items: z.array(z.string()).min(1), into: fields }),
  z.strictObject({ op: z.literal('set-form'), form: z.string(), with: fields }),
  z.strictObject({ op: z.literal('drop-rule'), id: z.string() }),
  z.strictObject({ op: z.literal('set-rule'), id: z.string(), with: fields }),
  z.looseObject({ op: z.literal('set-code'), table: z.string(), code: z.string(), name: z.string() }),
  z.strictObject({ op: z.literal('drop-code'), table: z.string(), code: z.string() }),
])
type Op = z.infer<typeof op>

/** Applies a thin pack's operations in order; an unknown key, form, rule or code is refused with the operation's number. */
export function applyPatch(draft: JsonObject, ops: readonly Json[], file: string): JsonObject {
  return ops.reduce<JsonObject>((pack, json, i) => {
    const parsed = op.safeParse(json)
    if (!parsed.success) throw new PackError(file, `第 ${i + 1} 处修改写法不对：${shapeWords(parsed.error.issues[0])}`)
    try {
      return apply(pack, parsed.data)
    } catch (error) {
      if (error instanceof Missing) throw new PackError(file, `第 ${i + 1} 处修改：${error.message}`)
      throw error
    }
  }, draft)
}

class Missing extends Error {}

function apply(pack: JsonObject, o: Op): JsonObject {
  switch (o.op) {
    case 'set-item':
      if (Object.hasOwn(o.with, 'key')) throw new Missing('set-item 不能改 key，请用 rename-item')
      return editItem(pack, o.item, (item) => [replaced(item, o.with as JsonObject)])
    case 'rename-item': {
      const words = { ...(o.name === undefined ? {} : { name: o.name }), ...(o.explanation === undefined ? {} : { explanation: o.explanation }) }
      const renamed = editItem(pack, o.item, (item) => [{ ...item, ...words, aliases: [...asAliases(item), o.item] }])
      return renameItem(renamed, o.item, o.to)
    }
    case 'add-item': return addItem(pack, o)
    case 'drop-item': return dropItem(pack, o.item)
    case 'merge-items': return mergeItems(pack, o.items, o.into as JsonObject)
    case 'set-form': return editList(pack, 'forms', 'no', { id: o.form, edit: (f) => [replaced(f, o.with as JsonObject)] })
    case 'drop-rule': return editList(pack, 'rules', 'id', { id: o.id, edit: () => [] })
    case 'set-rule': return editList(pack, 'rules', 'id', { id: o.id, edit: (r) => [replaced(r, o.with as JsonObject)] })
    case 'set-code': case 'drop-code': return editCode(pack, o)
  }
}

function asAliases(item: JsonObject): readonly Json[] {
  const aliases = own(item, 'aliases')
  return Array.isArray(aliases) ? (aliases as readonly Json[]) : []
}

function editList(pack: JsonObject, list: string, key: string, what: { id: string; edit: (o: JsonObject) => readonly JsonObject[] }): JsonObject {
  const all = asObjects(own(pack, list), list)
  if (!all.some((o) => o[key] === what.id)) throw new Missing(`没有“${what.id}”`)
  return { ...pack, [list]: all.flatMap((o) => (o[key] === what.id ? what.edit(o) : [o])) }
}

type Edit = (item: JsonObject) => readonly JsonObject[]

/** Replaces the item with the key, wherever it stands, by what `edit` gives. */
function editItem(pack: JsonObject, key: string, edit: Edit): JsonObject {
  let found = false
  const items = (json: Json | undefined): readonly JsonObject[] => asObjects(json, 'forms').flatMap((item) => {
    if (item['key'] !== key) return [item]
    found = true
    return edit(item)
  })
  const forms = asObjects(own(pack, 'forms'), 'forms').map((form) => ({
    ...form, items: items(form['items']), tables: asObjects(form['tables'], 'forms').map((t) => ({ ...t, columns: items(t['columns']) })),
  }))
  const signoff = items(own(pack, 'signoff'))
  if (!found) throw new Missing(`没有“${key}”这个指标`)
  return { ...pack, forms, signoff }
}

function addItem(pack: JsonObject, o: Extract<Op, { op: 'add-item' }>): JsonObject {
  const item = o.item as JsonObject
  const insert = (list: readonly JsonObject[]): readonly JsonObject[] => {
    const at = o.after === null ? 0 : list.findIndex((i) => i['key'] === o.after) + 1
    if (o.after !== null && at === 0) throw new Missing(`没有“${o.after}”这个指标`)
    return [...list.slice(0, at), item, ...list.slice(at)]
  }
  let found = false
  const forms = asObjects(own(pack, 'forms'), 'forms').map((form) => {
    if (o.form !== undefined && form['no'] === o.form) {
      found = true
      return { ...form, items: insert(asObjects(form['items'], 'forms')), groups: intoGroup(form, String(item['key']), o) }
    }
    const tables = asObjects(form['tables'], 'forms').map((t) => {
      if (o.table === undefined || t['key'] !== o.table) return t
      found = true
      return { ...t, columns: insert(asObjects(t['columns'], 'forms')) }
    })
    return { ...form, tables }
  })
  if (!found) throw new Missing(`没有“${o.form ?? o.table ?? ''}”这张表`)
  return { ...pack, forms }
}

function intoGroup(form: JsonObject, key: string, o: Extract<Op, { op: 'add-item' }>): readonly JsonObject[] {
  const groups = asObjects(form['groups'], 'forms')
  const at = groups.findIndex((g) => (o.group === undefined ? (g['items'] as readonly Json[]).includes(o.after) : g['key'] === o.group))
  return groups.map((g, i) => {
    if (i !== Math.max(at, 0)) return g
    const items = g['items'] as readonly Json[]
    const after = items.indexOf(o.after) + 1
    return { ...g, items: after > 0 ? [...items.slice(0, after), key, ...items.slice(after)] : o.after === null ? [key, ...items] : [...items, key] }
  })
}

function dropItem(pack: JsonObject, key: string): JsonObject {
  const without = tablesWithout(editItem(pack, key, () => []), key)
  const forms = asObjects(own(without, 'forms'), 'forms').map((form) => ({
    ...form,
    groups: asObjects(form['groups'], 'forms').map((g) => lessGroup(g, key)).filter((g) => (g['items'] as readonly Json[]).length > 0),
    tables: asObjects(form['tables'], 'forms').map((t) => ({ ...t, footers: asObjects(t['footers'], 'forms').filter((f) => f['column'] !== key) })),
  }))
  return { ...without, forms }
}

function lessGroup(group: JsonObject, key: string): JsonObject {
  const items = (group['items'] as readonly Json[]).filter((k) => k !== key)
  const balance = own(group, 'balance')
  if (balance === undefined) return { ...group, items }
  const parts = (asObject(balance, 'forms')['parts'] as readonly Json[]).filter((p) => p !== key)
  return parts.length === 0 ? replaced({ ...group, items }, { balance: null }) : { ...group, items, balance: { ...asObject(balance, 'forms'), parts } }
}

function mergeItems(pack: JsonObject, keys: readonly string[], into: JsonObject): JsonObject {
  const [first = '', ...rest] = keys
  const key = String(into['key'])
  const swapped = tablesWith(editItem(pack, first, () => [into]), first, key)
  const forms = asObjects(own(swapped, 'forms'), 'forms').map((form) => ({
    ...form, groups: asObjects(form['groups'], 'forms').map((g) => ({ ...g, items: (g['items'] as readonly Json[]).map((k) => (k === first ? key : k)) })),
  }))
  return rest.reduce(dropItem, { ...swapped, forms })
}

function editCode(pack: JsonObject, o: Extract<Op, { op: 'set-code' | 'drop-code' }>): JsonObject {
  const codes = asObject(own(pack, 'codes'), 'codes')
  const list = asObjects(own(codes, o.table), 'codes')
  const known = list.some((c) => c['code'] === o.code)
  if (o.op === 'drop-code' && !known) throw new Missing(`代码表 ${o.table} 没有“${o.code}”`)
  if (o.op === 'drop-code') return { ...pack, codes: { ...codes, [o.table]: list.filter((c) => c['code'] !== o.code) } }
  const { op: _op, table: _table, ...coded } = o as JsonObject
  return { ...pack, codes: { ...codes, [o.table]: known ? list.map((c) => (c['code'] === o.code ? { ...c, ...coded } : c)) : [...list, coded] } }
}
