/** JSON as read, before the schema has seen it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A JSON object; only own keys count. */
export interface JsonObject { readonly [key: string]: Json }

/** A pack that cannot be put together: which file, and why in Chinese. */
export class PackError extends Error {
  readonly file: string
  constructor(file: string, message: string) {
    super(message)
    this.file = file
  }
}

/** The object itself, or a refusal. */
export function asObject(value: Json | undefined, file: string): JsonObject {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as JsonObject
  throw new PackError(file, '这里应为一个对象')
}

/** The list itself, or a refusal; absent counts as empty. */
export function asList(value: Json | undefined, file: string): readonly Json[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value as readonly Json[]
  throw new PackError(file, '这里应为一个列表')
}

/** A list of objects, or a refusal. */
export function asObjects(value: Json | undefined, file: string): readonly JsonObject[] {
  return asList(value, file).map((v) => asObject(v, file))
}

/** An own value of an object. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** The object with fields replaced; null removes a field. */
export function replaced(object: JsonObject, fields: JsonObject): JsonObject {
  const removed = new Set(Object.keys(fields).filter((k) => fields[k] === null))
  return Object.fromEntries(Object.entries({ ...object, ...fields }).filter(([k]) => !removed.has(k)))
}

/** The list with `item` in place of the one with the same key, or at the end. */
export function upsert(list: readonly JsonObject[], item: JsonObject, key: string): readonly JsonObject[] {
  const at = list.findIndex((other) => other[key] === item[key])
  return at < 0 ? [...list, item] : list.map((other, i) => (i === at ? item : other))
}
