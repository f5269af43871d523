import { LedgerFailure } from './failure.ts'
import { ledgerMigrations } from './migrate.ts'
import { openSqlite } from './sqlite.ts'
import type { LedgerParam, Sql } from './sql.ts'

const CHUNK = 5000

/** Every table of a ledger with its columns, in the order they refer to each other. */
export const ledgerTables: readonly { readonly table: string; readonly columns: readonly string[] }[] = ledgerMigrations.flatMap(text =>
  [...text.matchAll(/create table (\w+) \(([\s\S]*?)\) \{(?:strict|keyed)\};/g)].map(([, table = '', body = '']) => ({ table, columns: columnsOf(body) })))

/** Copies every row into a new file: the backup of a ledger on a server, readable as a ledger of its own. */
export async function copyRows(from: Sql, path: string): Promise<void> {
  const made = openSqlite(path, { make: true })
  if (!made.ok) throw new LedgerFailure(made.problem)
  try {
    await made.value.sql.write(async to => {
      for (const { table, columns } of ledgerTables) {
        const key = columns.slice(0, keyLength(table)).join(', ')
        for (let offset = 0; ; offset += CHUNK) {
          const rows = await from.all<Record<string, LedgerParam>>(`select ${columns.join(', ')} from ${table} order by ${key} limit ? offset ?`, [CHUNK, offset])
          await to.insertMany(table, columns, rows.map(row => columns.map(column => row[column] ?? null)))
          if (rows.length < CHUNK) break
        }
      }
    })
  } finally { made.value.close() }
}

/** How many of the first columns order a table's rows. */
const keyLength = (table: string): number => (table === 'value' ? 3 : ['finding', 'known_signer'].includes(table) ? 2 : 1)

function columnsOf(body: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const c of body) {
    if (c === ',' && depth === 0) { parts.push(part); part = ''; continue }
    depth += c === '(' ? 1 : c === ')' ? -1 : 0
    part += c
  }
  return [...parts, part].map(text => /^\s*(\w+)/.exec(text)?.[1] ?? '').filter(word => !['primary', 'unique', 'check', 'foreign', ''].includes(word))
}
