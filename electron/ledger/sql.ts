/** What a ledger statement may be given. Integers beyond 2^53 as bigint. */
export type LedgerParam = string | number | bigint | Uint8Array | null

/**
 * The one way to the ledger's database, the same for SQLite and PostgreSQL. Statements use `?` for parameters and only what both understand;
 * whole numbers come back as numbers (a sum or anything that may pass 2^53 is asked for as `cast(… as text)`), blobs as Uint8Array.
 */
export interface Sql {
  readonly kind: 'sqlite' | 'postgres'
  readonly all: <T>(text: string, params?: readonly LedgerParam[]) => Promise<readonly T[]>
  readonly get: <T>(text: string, params?: readonly LedgerParam[]) => Promise<T | undefined>
}
/** Writes; exists only inside a transaction. */
export interface SqlWriter extends Sql {
  /** Rows changed. */
  readonly run: (text: string, params?: readonly LedgerParam[]) => Promise<number>
  /** The new row's `id`, for a table that numbers its rows. */
  readonly insert: (text: string, params?: readonly LedgerParam[]) => Promise<number>
  /** Many rows of one table in as few round trips as the database takes. */
  readonly insertMany: (table: string, columns: readonly string[], rows: readonly (readonly LedgerParam[])[]) => Promise<void>
}
/** An open ledger database. `write` is one durable transaction, all or nothing, one after the other in this process; inside it only its own writer may be used. */
export interface LedgerSql extends Sql {
  readonly write: <T>(work: (sql: SqlWriter) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}
