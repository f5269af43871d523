import { asObjects, own, type Json, type JsonObject } from './draft.ts'

/** Consolidated tables without an item that a thin pack drops: the rows, columns, lines and checks that need it go with it. */
export function tablesWithout(pack: JsonObject, key: string): JsonObject {
  const word = wordOf(key)
  const needs = (json: Json | undefined): boolean => json !== undefined && word.test(JSON.stringify(json))
  const tables = asObjects(own(pack, 'tables'), 'tables').map((table) => {
    const rows = asObjects(table['rows'], 'tables').filter((row) => !needs(row))
    const gone = new Set(asObjects(table['rows'], 'tables').filter((row) => needs(row)).map((row) => String(row['key'])))
    return {
      ...table, rows: rows.map((row) => lessSums(row, gone)),
      columns: asObjects(table['columns'], 'tables').filter((column) => !needs(column)),
      ...Object.fromEntries(['notes', 'checks', 'chart'].flatMap((part) => (Array.isArray(table[part]) ? [[part, (table[part] as readonly Json[]).filter((one) => !needs(one))]] : []))),
    }
  })
  return { ...pack, tables }
}

/** Consolidated tables with an item under another key. */
export function tablesWith(pack: JsonObject, from: string, to: string): JsonObject {
  const word = new RegExp(wordOf(from).source, 'g')
  return { ...pack, tables: JSON.parse(JSON.stringify(own(pack, 'tables') ?? []).replace(word, to)) as Json }
}

const wordOf = (key: string): RegExp => new RegExp(`(?<![A-Za-z0-9_])${key}(?![A-Za-z0-9_])`)

function lessSums(row: JsonObject, gone: ReadonlySet<string>): JsonObject {
  const sums = own(row, 'sumOf')
  return Array.isArray(sums) ? { ...row, sumOf: (sums as readonly Json[]).filter((key) => !gone.has(String(key))) } : row
}
