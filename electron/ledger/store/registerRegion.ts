import type { Sql } from '../sql.ts'

/** The regions that units of the register stand in. */
export const registerRegions = async (sql: Sql): Promise<readonly string[]> =>
  (await sql.all<{ region: string }>(`select distinct region from register_unit where active = 1 and region <> '' order by region`)).map((row) => row.region)
