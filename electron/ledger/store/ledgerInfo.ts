import type { Sql, SqlWriter } from '../sql.ts'

/** What a ledger is of: the region's leading digits ('' for the nation or not known yet), the bureau, the pack in use, the fingerprint of the key it signs with. */
export interface LedgerInfo { readonly region: string; readonly bureau: string; readonly pack: string; readonly year: number; readonly signer: string }

/** Reads what a ledger says of itself. */
export async function ledgerInfo(sql: Sql): Promise<LedgerInfo> {
  const rows = await sql.all<{ key: string; value: string }>('select key, value from ledger_info')
  const found = Object.fromEntries(rows.map(row => [row.key, row.value]))
  return { region: found['region'] ?? '', bureau: found['bureau'] ?? '', pack: found['pack'] ?? '', year: Number(found['year'] ?? 0), signer: found['signer'] ?? '' }
}

/** Stores what is given. */
export async function putLedgerInfo(sql: SqlWriter, part: Partial<LedgerInfo>): Promise<void> {
  for (const [key, value] of Object.entries(part)) {
    await sql.run('insert into ledger_info (key, value) values (?, ?) on conflict (key) do update set value = excluded.value', [key, String(value)])
  }
}
