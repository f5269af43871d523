import type { Sql, SqlWriter } from '../sql.ts'

export type Role = 'viewer' | 'reviewer' | 'issuer'
export interface Reviewer { readonly name: string; readonly role: Role }

/** Who is named, by name. */
export const reviewers = (sql: Sql): Promise<readonly Reviewer[]> => sql.all<Reviewer>('select name, role from reviewer order by name')

/** The role a name has; undefined for a name that is not listed. */
export async function roleOf(sql: Sql, name: string): Promise<Role | undefined> {
  return (await sql.get<{ role: Role }>('select role from reviewer where name = ?', [name]))?.role
}

/** Gives a name a role. */
export async function putReviewer(sql: SqlWriter, { name, role }: Reviewer, since: string): Promise<void> {
  await sql.run('insert into reviewer (name, role, since) values (?, ?, ?) on conflict (name) do update set role = excluded.role, since = excluded.since', [name, role, since])
}
