import { mappingSchema, type Mapping } from '../../core/import/mapping.ts'
import type { Reader, Writer } from './open.ts'

/** The mappings a unit has kept, newest first; one that this version cannot read is left out. */
export const mappingsOf = (db: Reader, unit: number): readonly { readonly name: string; readonly at: string; readonly mapping: Mapping }[] =>
  db.all<{ name: string; at: string; mapping: string }>('select name, at, mapping from import_mapping where unit = ? order by at desc, name', unit).flatMap(row => {
    const mapping = mappingSchema.safeParse(JSON.parse(row.mapping))
    return mapping.success ? [{ name: row.name, at: row.at, mapping: mapping.data }] : []
  })
/** Keeps a mapping under its name. */
export const putMapping = (db: Writer, unit: number, kept: { readonly name: string; readonly at: string; readonly mapping: Mapping }): void => {
  db.run('insert into import_mapping (unit, name, mapping, at) values (?, ?, ?, ?) on conflict do update set mapping = excluded.mapping, at = excluded.at', unit, kept.name, JSON.stringify(kept.mapping), kept.at)
}
/** Takes a mapping away. */
export const removeMapping = (db: Writer, unit: number, name: string): void => {
  db.run('delete from import_mapping where unit = ? and name = ?', unit, name)
}
