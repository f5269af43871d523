import { fieldText, type RegisterEntry, type RegisterField } from '../../../core/register/unit.ts'
import type { LedgerParam, Sql, SqlWriter } from '../sql.ts'

interface Row { readonly unit_id: string; readonly name: string; readonly region: string; readonly contact: string; readonly phone: string; readonly certs: string; readonly forms: string; readonly groups: string; readonly risk: string; readonly deadline: string | null; readonly active: number }
/** Who changed a register, when, from which day on, and why. */
export interface RegisterAct { readonly at: string; readonly by: string; readonly effective: string; readonly reason: string }
/** An entry as it will stand, and as it stood before (null: not at all). */
export interface RegisterWrite { readonly old: RegisterEntry | null; readonly now: RegisterEntry }
/** A recorded change of one field; the field `''` says that the unit came in. */
export interface RegisterChange { readonly at: string; readonly by: string; readonly effective: string; readonly field: string; readonly old: string; readonly now: string; readonly reason: string }

const columns = ['unit_id', 'name', 'region', 'contact', 'phone', 'certs', 'forms', 'groups', 'risk', 'deadline', 'active', 'since'] as const

const list = (text: string): readonly string[] => JSON.parse(text) as readonly string[]
const entryOf = (row: Row): RegisterEntry => ({
  unit: row.unit_id, name: row.name, region: row.region, contact: row.contact, phone: row.phone,
  certs: list(row.certs), forms: list(row.forms), groups: list(row.groups), risk: row.risk, deadline: row.deadline, active: row.active === 1,
})

/** A unit of the register. */
export async function registerUnit(sql: Sql, unit: string): Promise<RegisterEntry | undefined> {
  const row = await sql.get<Row>('select * from register_unit where unit_id = ?', [unit])
  return row ? entryOf(row) : undefined
}

/** Every unit by its code, those no longer active too. */
export async function registerUnits(sql: Sql): Promise<readonly RegisterEntry[]> {
  return (await sql.all<Row>('select * from register_unit order by unit_id')).map(entryOf)
}

/** Writes entries and what changed in each; an entry is never removed. */
export async function writeRegister(sql: SqlWriter, writes: readonly RegisterWrite[], fields: (write: RegisterWrite) => readonly RegisterField[], act: RegisterAct): Promise<void> {
  const rowOf = (e: RegisterEntry): readonly LedgerParam[] => [e.unit, e.name, e.region, e.contact, e.phone, JSON.stringify(e.certs), JSON.stringify(e.forms), JSON.stringify(e.groups), e.risk, e.deadline, e.active ? 1 : 0, act.effective]
  const fresh = writes.filter(write => !write.old)
  await sql.insertMany('register_unit', columns, fresh.map(({ now }) => rowOf(now)))
  for (const { old, now } of writes) {
    if (!old) continue
    const set = columns.slice(1, -1).map(column => `${column} = ?`).join(', ')
    await sql.run(`update register_unit set ${set} where unit_id = ?`, [...rowOf(now).slice(1, -1), now.unit])
  }
  const changes = writes.flatMap(write => {
    const from = (field: RegisterField): string => (write.old ? fieldText(write.old, field) : '')
    const list = write.old ? fields(write).map(field => [field as string, from(field), fieldText(write.now, field)] as const) : [['', '', write.now.name] as const]
    return list.map(([field, old, now]) => [write.now.unit, act.at, act.by, act.effective, field, old, now, act.reason])
  })
  await sql.insertMany('register_change', ['unit_id', 'at', 'by_name', 'effective', 'field', 'old', 'now', 'reason'], changes)
}

/** What became of a unit in the register, newest first. */
export const registerHistory = (sql: Sql, unit: string): Promise<readonly RegisterChange[]> =>
  sql.all<RegisterChange>('select at, by_name as by, effective, field, old, now, reason from register_change where unit_id = ? order by id desc', [unit])

/** Every group that a unit is in. */
export async function registerGroups(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.all<{ groups: string }>('select distinct groups from register_unit where groups <> ?', ['[]'])
  return [...new Set(rows.flatMap(row => list(row.groups)))].toSorted((a, b) => a.localeCompare(b, 'zh'))
}
