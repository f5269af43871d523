import type { LineageUnit } from '../../../../core/contract/regulator/tables.ts'
import type { TableWork } from './work.ts'

export type Described = Pick<LineageUnit, 'submission' | 'name' | 'submitNo' | 'state' | 'marks'>
interface Row { readonly id: number; readonly unitId: string; readonly name: string; readonly submitNo: number; readonly state: string; readonly verdict: string; readonly hand: number; readonly adjusted: number; readonly imputed: number }

/** Most units asked for in one statement. */
const most = 500

/** Names, states and marks of units by their submission; a unit of the register without one by its newest or none. */
export async function describeUnits({ ledger, scope }: TableWork, units: readonly { readonly id: number | null; readonly unit: string }[]): Promise<ReadonlyMap<string, Described>> {
  const described = new Map<string, Described>()
  for (let from = 0; from < units.length; from += most) {
    const part = units.slice(from, from + most)
    const ids = part.flatMap((u) => (u.id === null ? [] : [u.id]))
    const names = part.flatMap((u) => (u.id === null ? [u.unit] : []))
    const marks = (imputed: 0 | 1): string => `(select count(*) from adjustment a where a.unit_id = s.unit_id and a.year = s.year and a.imputed = ${imputed} and a.withdrawn_at is null)`
    const head = `select s.id, s.unit_id as "unitId", s.org_name as name, s.submit_no as "submitNo", s.state, s.verdict, s.hand_filed as hand, ${marks(0)} as adjusted, ${marks(1)} as imputed
       from submission s where`
    const rows = [
      ...(ids.length === 0 ? [] : await ledger.sql.all<Row>(`${head} s.id in (${ids.map(() => '?').join(', ')})`, ids)),
      ...(names.length === 0 ? [] : await ledger.sql.all<Row>(`${head} s.year = ${scope.year} and s.unit_id in (${names.map(() => '?').join(', ')}) order by s.submit_no`, names)),
    ]
    for (const row of rows) described.set(row.unitId, { submission: row.id, name: row.name, submitNo: row.submitNo, state: row.state, marks: marksOf(row) })
    const bare = names.filter((n) => !described.has(n))
    const known = bare.length === 0 ? [] : await ledger.sql.all<{ unit_id: string; name: string }>(`select unit_id, name from register_unit where unit_id in (${bare.map(() => '?').join(', ')})`, bare)
    for (const { unit_id, name } of known) described.set(unit_id, { submission: 0, name, submitNo: 0, state: '', marks: [] })
  }
  return described
}

function marksOf(row: Row): LineageUnit['marks'] {
  const marks: LineageUnit['marks'][number][] = []
  if (row.hand === 1) marks.push('hand-filed')
  if (row.verdict === 'altered' || row.verdict === 'resaved') marks.push(row.verdict)
  if (row.adjusted > 0) marks.push('adjusted')
  if (row.imputed > 0) marks.push('imputed')
  return marks
}
