import { countingStates, type BaseScope } from '../../../core/consolidate/ledgerData.ts'
import type { Sql } from '../sql.ts'

/** A submission that counts in a year, one a unit. */
export interface Counting { readonly id: number; readonly unit_id: string; readonly org_name: string }
/** A stored value of one of some items. */
export interface Figure { readonly submission: number; readonly item: number; readonly row_no: number; readonly num: number | null; readonly txt: string | null }

/** The newest counting submission of each unit of a year in a region, as a subquery; its parameters are `scopeParams`. */
function countingSql({ basis }: Pick<BaseScope, 'basis'>): string {
  const states = countingStates(basis).map(state => `'${state}'`).join(', ')
  return `(select s.id, s.unit_id, s.org_name from submission s where s.year = ? and s.state in (${states}) and substr(s.region, 1, ?) = ? and not exists (
    select 1 from submission n where n.unit_id = s.unit_id and n.year = s.year and n.state in (${states}) and (n.submit_no > s.submit_no or (n.submit_no = s.submit_no and n.id > s.id))))`
}
const scopeParams = ({ year, region }: Pick<BaseScope, 'year' | 'region'>): readonly (string | number)[] => [year, region.length, region]

/** Who counts. */
export const countingUnits = (sql: Sql, scope: BaseScope): Promise<readonly Counting[]> => sql.all<Counting>(`select * from ${countingSql(scope)} c order by c.unit_id`, scopeParams(scope))

/** Values of some items in the submissions that count. */
export const countingFigures = (sql: Sql, scope: BaseScope, items: readonly number[]): Promise<readonly Figure[]> =>
  items.length === 0 ? Promise.resolve([]) : sql.all<Figure>(`select v.submission, v.item, v.row_no, v.num, v.txt from ${countingSql(scope)} c join value v on v.submission = c.id where v.item in (${items.map(() => '?').join(', ')})`, [...scopeParams(scope), ...items])

/** Explanations of a rule's findings in the submissions that count, by submission. */
export async function explainedBy(sql: Sql, scope: BaseScope, rule: string): Promise<ReadonlyMap<number, string>> {
  const rows = await sql.all<{ submission: number; explanation: string }>(
    `select f.submission, f.explanation from ${countingSql(scope)} c join finding f on f.submission = c.id where f.explained = 1 and f.explanation is not null and f.rule = ? order by f.submission, f.n`, [...scopeParams(scope), rule])
  return new Map(rows.toReversed().map(row => [row.submission, row.explanation]))
}
