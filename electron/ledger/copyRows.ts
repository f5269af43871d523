import { columnTypes, ledgerTables } from './columnTypes.ts'
import { LedgerFailure } from './failure.ts'
import { openSqlite } from './sqlite.ts'
import type { LedgerParam, Sql } from './sql.ts'

const CHUNK = 5000

/** Copies every row into a new file: the backup of a ledger on a server, readable as a ledger of its own. */
export async function copyRows(from: Sql, path: string): Promise<void> {
  const made = openSqlite(path, { make: true })
  if (!made.ok) throw new LedgerFailure(made.problem)
  try {
    await made.value.sql.write(async to => {
      for (const table of ledgerTables) {
        const columns = [...columnTypes(table).keys()]
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
