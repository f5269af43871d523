import { lookup, type Entry } from '../../core/pack/lookup.ts'
import type { Pack } from '../../core/pack/schema.ts'
import type { Desk } from '../../electron/handlers/desk.ts'
import type { LedgerSql, SqlWriter } from '../../electron/ledger/sql.ts'
import { ensureItemIds } from '../../electron/ledger/store/itemKey.ts'

/** Makes a ledger of so many units and opens it at the desk: this year and the one before, every item of the pack, three rows in most tables. */
export async function makeLedger(desk: Desk, path: string, pack: Pack, units: number): Promise<void> {
  const made = await desk.ledgers.create({ path }, { region: '', bureau: '示例', pack: pack.id, year: pack.year })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  const { sql } = made.value
  const before = desk.packs.get(pack.id.replace(/\d{4}$/, String(pack.year - 1)))
  const packs = [...(before.ok ? [before.value.pack] : []), pack]
  await submissions(sql, packs, units)
  for (const one of packs) {
    const { ids } = await sql.write(w => ensureItemIds(w, one))
    const index = lookup(one)
    const entries = [...index.scalars, ...index.tables.flatMap(t => t.columns)].flatMap(entry => ({ entry, id: ids.get(entry.item.key) ?? 0 })).toSorted((a, b) => a.id - b.id)
    for (let from = 0; from < entries.length; from += 20) await sql.write(async w => { for (const { entry, id } of entries.slice(from, from + 20)) await fill(w, entry, { id, year: one.year }) })
  }
}

const columns = ['unit_id', 'year', 'submit_no', 'pack', 'pack_version', 'pack_digest', 'digest', 'receipt', 'signer', 'verdict', 'state', 'org_name', 'region', 'today', 'sealed_at', 'received_at', 'late', 'errors', 'warnings', 'unexplained', 'changed', 'mismatches', 'state_at', 'state_by']
const counties = ['500106', '500107', '500112', '110101', '310101', '440305', '440104', '330106', '320102', '370102', '410105', '420106', '510104', '610102', '210102']

async function submissions(sql: LedgerSql, packs: readonly Pack[], units: number): Promise<void> {
  for (const { id, year } of packs) {
    const rows = Array.from({ length: units }, (_, u) => [`示例${u}`, year, 1, id, '1.0', 'd', `${year}-${u}`, 'r', 's', 'sealed', 'accepted', `示例机构${u}`, counties[u % counties.length] ?? '', '2027-03-10', 't', '2027-03-10T00:00:00Z', u % 20 === 0 ? 1 : 0, 0, u % 7, 0, 0, 0, 't', '示例'])
    await sql.write(w => w.insertMany('submission', columns, rows))
  }
  const register = Array.from({ length: units }, (_, u) => [`示例${u}`, `示例机构${u}`, counties[u % counties.length] ?? '', '', '', '[]', '[]', '[]', '', null, 1, '2027'])
  await sql.write(w => w.insertMany('register_unit', ['unit_id', 'name', 'region', 'contact', 'phone', 'certs', 'forms', 'groups', 'risk', 'deadline', 'active', 'since'], register))
}

/** One item of every submission, by arithmetic on its number; every ninth is blank. */
async function fill(w: SqlWriter, entry: Entry, { id, year }: { readonly id: number; readonly year: number }): Promise<void> {
  const mixed = `(s.id * ${7919 + entry.order * 31} + ${entry.order * 977}) % 100003`
  const value = entry.numeric ? `${mixed} % ${1 + (entry.order % 5) * 9000}, null` : `null, ${textOf(entry, mixed)}`
  const blank = ['biz_region', 'op_status', 'size_class', 'own_group', 'dom_code'].includes(entry.item.key) ? '' : ` and ${mixed} % 9 <> 0`
  if (entry.table === null) await w.run(`insert into value (item, submission, row_no, num, txt) select ${id}, s.id, 0, ${value} from submission s where s.year = ${year}${blank}`)
  else await w.run(`insert into value (item, submission, row_no, num, txt) select ${id}, s.id, n.r, ${value.replaceAll('s.id', '(s.id + n.r)')} from submission s cross join (select 1 as r union all select 2 union all select 3) n where s.year = ${year}${blank} order by s.id, n.r`)
}

function textOf(entry: Entry, mixed: string): string {
  if (entry.item.key === 'biz_region') return 's.region'
  const codes = entry.codes ? [...entry.codes.keys()].filter((c, _, all) => c.length === all[0]?.length && !(entry.item.key === 'op_status' && c === '6')) : []
  if (codes.length > 0) return `substr('${codes.join('')}', (${mixed} % ${codes.length}) * ${codes[0]?.length ?? 1} + 1, ${codes[0]?.length ?? 1})`
  return entry.item.type === 'date' ? `'2027-0' || (${mixed} % 9 + 1) || '-15'` : `'文' || (${mixed} % 500)`
}
