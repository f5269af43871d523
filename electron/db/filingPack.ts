import { packSheetSchema, type PackSheet } from '../../core/pack/sheet.ts'
import type { Reader, Writer } from './open.ts'

/** What is kept of the pack that a filing was last filled under; undefined where nothing is, or nothing that can be read. */
export function sheetUnder(db: Reader, filing: number): PackSheet | undefined {
  const row = db.get<{ sheet: string }>('select s.sheet from filing_pack f join pack_sheet s on s.pack = f.pack and s.version = f.version where f.filing = ?', filing)
  return row === undefined ? undefined : packSheetSchema.safeParse(JSON.parse(row.sheet)).data
}

/** Notes the pack that a filing is filled under from now on. */
export function keepSheet(db: Writer, filing: number, sheet: PackSheet): void {
  db.run('insert into pack_sheet (pack, version, sheet) values (?, ?, ?) on conflict do update set sheet = excluded.sheet', sheet.id, sheet.version, JSON.stringify(sheet))
  db.run('insert into filing_pack (filing, pack, version) values (?, ?, ?) on conflict (filing) do update set pack = excluded.pack, version = excluded.version', filing, sheet.id, sheet.version)
}
