import type { LedgerParam, Sql } from '../sql.ts'

/** A line of the record: a decision, or a change of the register. */
export interface RecordRow {
  readonly at: string; readonly by: string; readonly kind: string; readonly unit: string | null; readonly name: string | null; readonly reason: string
  readonly detail: string; readonly field: string | null; readonly old: string | null; readonly now: string | null
}
export interface RecordFilter { readonly unit?: string | undefined; readonly kind?: string | undefined }

const lines = `(select at, by_name, kind, unit_id, reason, detail, null as field, null as old, null as now, id, 1 as part from decision
  union all select at, by_name, 'register' as kind, unit_id, reason, '' as detail, field, old, now, id, 0 as part from register_change)`

function conditions({ unit, kind }: RecordFilter): { readonly where: string; readonly params: readonly LedgerParam[] } {
  const parts = [...(unit === undefined ? [] : [['l.unit_id = ?', unit] as const]), ...(kind === undefined ? [] : [['l.kind = ?', kind] as const])]
  return { where: parts.length === 0 ? '' : `where ${parts.map(([text]) => text).join(' and ')}`, params: parts.map(([, value]) => value) }
}

/** A page of everything that was decided or changed, newest first. */
export async function recordPage(sql: Sql, filter: RecordFilter, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly rows: readonly RecordRow[]; readonly total: number }> {
  const { where, params } = conditions(filter)
  const rows = await sql.all<RecordRow>(
    `select l.at as at, l.by_name as by, l.kind as kind, l.unit_id as unit, u.name as name, l.reason as reason, l.detail as detail, l.field as field, l.old as old, l.now as now
     from ${lines} l left join register_unit u on u.unit_id = l.unit_id ${where} order by l.at desc, l.part desc, l.id desc limit ? offset ?`, [...params, page.limit, page.offset])
  const total = (await sql.get<{ n: number }>(`select count(*) as n from ${lines} l ${where}`, params))?.n ?? 0
  return { rows, total }
}
