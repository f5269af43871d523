import type { InputKind } from '../../../core/consolidate/schema.ts'
import type { Sql, SqlWriter } from '../sql.ts'

/** A figure from outside as it was once set; the newest of a kind, key and year counts, the others are its history. */
export interface InputRow { readonly kind: InputKind; readonly key: string; readonly year: number; readonly value: string | null; readonly source: string; readonly dated: string; readonly by_name: string; readonly at: string; readonly reason: string }

const columns = ['kind', 'key', 'year', 'value', 'source', 'dated', 'by_name', 'at', 'reason'] as const

/** What is set now. */
export const inputRows = (sql: Sql): Promise<readonly InputRow[]> =>
  sql.all<InputRow>(`select ${columns.join(', ')} from input_figure i where not exists (select 1 from input_figure n where n.kind = i.kind and n.key = i.key and n.year = i.year and n.id > i.id) order by id`)

/** Sets one; what was set before stays as history. */
export const addInput = (sql: SqlWriter, row: InputRow): Promise<number> =>
  sql.insert(`insert into input_figure (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`, columns.map((c) => row[c]))
