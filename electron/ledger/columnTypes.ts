import { ledgerMigrations } from './migrate.ts'

const types: Readonly<Record<string, string>> = { '{id}': 'bigint', '{int}': 'bigint', '{blob}': 'bytea', text: 'text' }
const tables = new Map([...ledgerMigrations.join('\n').matchAll(/create table (\w+) \(([\s\S]*?)\) \{(?:strict|keyed)\};/g)].map(([, table = '', body = '']) =>
  [table, new Map([...body.matchAll(/(?:^|,)\s*(\w+) (\{\w+\}|text)(?=[\s,]|$)/g)].map(([, column = '', word = '']) => [column, types[word] ?? 'text'] as const))] as const))

/** Every table of a ledger, in the order they refer to each other. */
export const ledgerTables: readonly string[] = [...tables.keys()]

/** A table's columns with their types on a server, in their order. */
export const columnTypes = (table: string): ReadonlyMap<string, string> => tables.get(table) ?? new Map()
