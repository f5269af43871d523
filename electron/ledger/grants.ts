import { ledgerTables } from './columnTypes.ts'

/** Tables that only grow: what is decided stays. */
const appended = ['decision', 'register_change', 'letter', 'input_figure', 'draw', 'bulletin', 'upward_file']
/** What only somebody who issues may change. */
const issuing = ['register_unit', 'register_change', 'reviewer', 'ledger_info', 'bulletin', 'draw', 'upward_file']

/** The rights of the three roles on a ledger's tables (docs/ledger.md has the same in words). Roles that cannot be made are left to the administrator. */
export function grants(named: string): string {
  const schema = `"${named}"`
  const reviewing = ledgerTables.filter(table => !issuing.includes(table))
  const list = (tables: readonly string[]): string => tables.map(table => `${schema}.${table}`).join(', ')
  const grown = (tables: readonly string[]): string => list(tables.filter(table => appended.includes(table)))
  const changed = (tables: readonly string[]): string => list(tables.filter(table => !appended.includes(table)))
  const roles = ['jianbao_viewer', 'jianbao_reviewer', 'jianbao_issuer']
  const make = roles.map(role => `begin create role ${role} nologin; exception when duplicate_object or unique_violation or insufficient_privilege then null; end;`)
  const rights = [
    `grant usage on schema ${schema} to ${roles.join(', ')}`,
    `grant select on all tables in schema ${schema} to ${roles.join(', ')}`,
    `grant insert on ${grown(reviewing)} to jianbao_reviewer, jianbao_issuer`,
    `grant insert, update, delete on ${changed(reviewing)} to jianbao_reviewer, jianbao_issuer`,
    `grant insert on ${grown(issuing)} to jianbao_issuer`,
    `grant insert, update, delete on ${changed(issuing)} to jianbao_issuer`,
  ].map(one => `execute '${one}';`)
  return `do $$ begin\n${make.join('\n')}\nbegin\n${rights.join('\n')}\nexception when undefined_object or insufficient_privilege then null; end;\nend $$`
}
