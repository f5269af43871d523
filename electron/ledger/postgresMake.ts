import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { grants } from './grants.ts'
import { latestLedger, stepsFrom } from './migrate.ts'
import type { Server } from './server.ts'
import type { Role } from './store/reviewer.ts'

type Ask = (text: string, values?: readonly unknown[]) => Promise<{ readonly rows: readonly unknown[] }>

/** Brings a ledger's tables to the latest version, or makes them; says what this user may do there. */
export async function makeLedger(ask: Ask, server: Server, make: boolean): Promise<Result<Role>> {
  const version = await versionOf(ask)
  if (version === 0 && !make) return no(problem('ledger-missing', { path: server.where }))
  if (version > latestLedger) return no(problem('ledger-newer', { path: server.where, version }))
  if (version < latestLedger) await bringUp(ask, server, version).catch(async (error: unknown) => { if (await versionOf(ask) !== latestLedger) throw error })
  return ok(await grantedRole(ask))
}

async function versionOf(ask: Ask): Promise<number> {
  const [there] = (await ask('select to_regclass(\'ledger_info\')::text as name')).rows as readonly { name: string | null }[]
  if (there?.name === null || there === undefined) return 0
  const [row] = (await ask('select value from ledger_info where key = \'schema\'')).rows as readonly { value: string }[]
  return Number(row?.value ?? 0)
}

/** All steps in one transaction or none; several statements in one message are one transaction, and the lock lets one maker go first: the other finds its work done. */
async function bringUp(ask: Ask, server: Server, from: number): Promise<void> {
  const first = from === 0 ? [`create schema if not exists "${server.schema}"`] : []
  const schema = await hasSchema(ask, server.schema) ? [] : first
  const steps = [
    'select pg_advisory_xact_lock(1246520676)', ...schema, ...stepsFrom('postgres', from),
    `insert into ledger_info (key, value) values ('schema', '${latestLedger}') on conflict (key) do update set value = excluded.value`,
  ]
  await ask(steps.map(step => `${step.trim().replace(/;$/, '')};`).join('\n'))
  await ask(grants(server.schema))
}

async function hasSchema(ask: Ask, schema: string): Promise<boolean> {
  return (await ask('select 1 from information_schema.schemata where schema_name = $1', [schema])).rows.length > 0
}

/** By what the server lets this user do; whoever owns the tables may do everything. */
async function grantedRole(ask: Ask): Promise<Role> {
  const may = `select case when has_table_privilege('register_unit', 'insert') then 'issuer' when has_table_privilege('submission', 'update') then 'reviewer' else 'viewer' end as role`
  return ((await ask(may)).rows[0] as { role: Role }).role
}
