import type { Node } from '../../formula/ast.ts'
import type { Entry, TableEntry } from '../../pack/lookup.ts'
import { nodeKey, type Aggregate } from '../formula.ts'
import { countingStates, type BaseScope } from '../ledgerData.ts'
import { branchesOf, rowColumns, unitItems, type Branch, type Measure } from './branch.ts'
import { conditionSql, linearSql, widened } from './condition.ts'
import { byKey, columnOf, heldAs, itemIs, tableIds, type Yearly } from './source.ts'

/** One statement of aggregates and what each of its answers' columns is. */
export interface Statement { readonly sql: string; readonly branches: readonly Branch[]; readonly dims: number; readonly figures: number; readonly facts: boolean }
/** What statements of one year are made for. */
export interface Making { readonly y: Yearly; readonly scope: BaseScope; /** Also how many units are in a sum and the largest part. */ readonly facts: boolean; /** The register's reporting facts, one row a unit, for R. */ readonly reporting: string }

/** Items one select may join; SQLite takes 64 tables. */
const joins = 50
/** How many selects one statement may come to once its common parts are written out; SQLite refuses several hundred. */
const selects = 90

/** As few statements as the joins allow. */
export function statementsOf(branches: readonly Branch[], making: Making): readonly Statement[] {
  const bins: { branches: Branch[]; items: Set<Entry>; weight: number }[] = []
  for (const branch of branches) {
    const items = unitItems(branch, making.y)
    const bin = bins.find((b) => b.weight + weightOf(branch, making.facts) <= selects && new Set([...b.items, ...items]).size <= joins)
    if (!bin) { bins.push({ branches: [branch], items: new Set(items), weight: weightOf(branch, making.facts) }); continue }
    bin.branches.push(branch)
    bin.weight += weightOf(branch, making.facts)
    for (const item of items) bin.items.add(item)
  }
  return bins.map((b) => statement(b.branches, [...b.items], making))
}

/** The selects a branch comes to: its own, those of the common parts it names, those inside its conditions. */
function weightOf(branch: Branch, facts: boolean): number {
  const inside = branch.measures.reduce((n, m) => n + (nodeKey(m.where).match(/\b(?:any|rows)\(/g)?.length ?? 0), 0)
  return 4 + (branch.table || branch.anchor ? 2 : 0) + (branch.same === null ? 0 : 4) + inside * (facts ? 6 : 2)
}

function statement(branches: readonly Branch[], items: readonly Entry[], making: Making): Statement {
  const { y, facts } = making
  const dims = Math.max(...branches.map((b) => dimsOf(b).length))
  const each = facts ? 3 : 1
  const figures = Math.max(...branches.map((b) => b.measures.length)) * each
  const ctes = new Map<string, string>()
  if (branches.some((b) => b.over !== 'R')) {
    ctes.set('b', baseSql(making, y.offset))
    ctes.set('u', unitSql(items, y))
  }
  if (branches.some((b) => b.over === 'R')) ctes.set('f', making.reporting)
  const parts = branches.map((b, i) => branchSql(b, { making, branches, ctes, at: i, dims, figures }))
  const sql = `with ${[...ctes].map(([name, text]) => `${name} as materialized (${text})`).join(', ')} ${parts.join(' union all ')}`
  return { sql, branches, dims, figures, facts }
}

const dimsOf = (b: Branch): readonly Node[] => [...b.dims, ...(b.anchor?.dims ?? [])]

/** U of a year: id and unit of the newest counting submissions in scope. */
export function baseSql({ y, scope }: Making, offset: number): string {
  const year = scope.year + offset
  const states = countingStates(scope.basis).map((s) => `'${s}'`).join(', ')
  const asked: readonly (readonly [string, string, string])[] = [
    ['op_status', 'o', "(o.txt is null or o.txt <> '6')"],
    ...(scope.region === '' ? [] : [['biz_region', 'g', `substr(g.txt, 1, ${scope.region.length}) = '${scope.region}'`] as const]),
    ...(scope.level === 'all' ? [] : [['qual_level', 'q', `q.txt = '${scope.level}'`] as const]),
  ]
  const joined = asked.map(([item, alias]) => {
    const entry = y.index.item(item)
    return ` left join value ${alias} on ${itemIs(alias, entry ? y.sources(entry, offset) : [])} and ${alias}.submission = s.id and ${alias}.row_no = 0`
  })
  // Joined to nothing, the state cannot lead the search: of one unit there are few, of one state all.
  const newest = `not exists (select 1 from submission t where t.unit_id = s.unit_id and t.year = ${year} and t.state || '' in (${states}) and (t.submit_no > s.submit_no or t.submit_no = s.submit_no and t.id > s.id))`
  return `select s.id, s.unit_id from submission s${joined.join('')} where s.year = ${year} and s.state in (${states}) and ${newest}${asked.map(([, , test]) => ` and ${test}`).join('')}`
}

function unitSql(items: readonly Entry[], y: Yearly): string {
  const columns = items.map((e) => `${heldAs(`v${e.order}`, e, y.sources(e, y.offset))} as ${columnOf(e)}`)
  const joined = items.map((e) => ` left join value v${e.order} on ${itemIs(`v${e.order}`, y.sources(e, y.offset))} and v${e.order}.submission = b.id and v${e.order}.row_no = 0`)
  return `select ${['b.id', 'b.unit_id', ...columns].join(', ')} from b${joined.join('')}`
}

interface Place { readonly making: Making; /** Every branch of the statement: they share their rows. */ readonly branches: readonly Branch[]; readonly ctes: Map<string, string>; readonly at: number; readonly dims: number; readonly figures: number }

/** The rows of a table by a spine as a common part of the statement, with every item and column that a branch over them asks for. */
function rowsCte(table: TableEntry, spine: Entry | null, { making, branches, ctes }: Place): string {
  const { y } = making
  const name = `r${table.at}_${spine?.order ?? 'all'}`
  if (ctes.has(name)) return name
  const sharing = branches.filter((b) => (b.table === table && b.spine === spine) || (b.anchor?.table === table && b.anchor.spine === spine))
  const columns = [...new Set(sharing.flatMap((b) => rowColumns(b, y)))]
  const units = [...new Set(sharing.flatMap((b) => unitItems(b, y)))]
  const joined = columns.filter((e) => e !== spine)
  const source = (e: Entry): ReturnType<Yearly['sources']> => y.sources(e, y.offset)
  const held = [...(spine && columns.includes(spine) ? [`${heldAs('k', spine, source(spine))} as ${columnOf(spine)}`] : []), ...joined.map((e) => `${heldAs(`j${e.order}`, e, source(e))} as ${columnOf(e)}`)]
  const lines = spine ? `join value k${byKey(y)} on ${itemIs('k', source(spine))} and k.submission = u.id` : `join (select distinct submission, row_no from value k0 where ${itemIs('k0', tableIds(table, y))}) k on k.submission = u.id`
  ctes.set(name, `select ${['u.id', 'u.unit_id', ...units.map((e) => `u.${columnOf(e)}`), ...held].join(', ')} from u ${lines}${
    joined.map((e) => ` left join value j${e.order} on ${itemIs(`j${e.order}`, source(e))} and j${e.order}.submission = k.submission and j${e.order}.row_no = k.row_no`).join('')}`)
  return name
}

/** A branch's ground: where it selects from. In it the unit is `u`. */
function fromSql(branch: Branch, place: Place): string {
  const { y } = place.making
  if (branch.over === 'R') return 'f u'
  if (branch.table) return `${rowsCte(branch.table, branch.spine, place)} u`
  const { anchor } = branch
  if (!anchor) return 'u'
  const over = anchor.table.table.key
  const dims = anchor.dims.map((d, i) => `${conditionSql(d, y, over)} as a${i}`)
  const where = anchor.where === null ? '' : ` where ${conditionSql(anchor.where, y, over)}`
  return `(select distinct ${['id as anchor_id', ...dims].join(', ')} from ${rowsCte(anchor.table, anchor.spine, place)}${where}) a cross join u`
}

function branchSql(branch: Branch, place: Place): string {
  const { making, at } = place
  const dims = [...branch.dims.map((d) => conditionSql(d, making.y, branch.over)), ...(branch.anchor?.dims ?? []).map((_, i) => `a.a${i}`)]
  const where = conditionsOf(branch, place)
  const from = fromSql(branch, place)
  const common = commonWhere(branch)
  const test = [...where, ...(common === null ? [] : [conditionSql(common, making.y, branch.over)])].map((w, i) => `${i === 0 ? ' where ' : ' and '}${w}`).join('')
  const inUnits = making.facts && branch.table !== null
  const figures = branch.measures.flatMap((m) => figureSql(m, { branch, making, common: common !== null, inUnits }))
  const named = dims.map((_, i) => `d${i}`)
  const source = inUnits
    ? `(select ${[...dims.map((d, i) => `${d} as d${i}`), ...branch.measures.map((m, i) => `${partSql(m, branch, making, common !== null)} as m${i}`)].join(', ')} from ${from}${test} group by ${['u.id', ...dims].join(', ')}) q`
    : `${from}${test}`
  const shown = inUnits ? branch.measures.flatMap((_, i) => [`sum(m${i})`, `count(case when m${i} <> 0 then 1 end)`, `max(abs(m${i}))`]) : figures
  const keys = inUnits ? named : dims
  const columns = [`${at} as branch`, ...pad(keys, place.dims).map((d, i) => `${d} as d${i}`), ...pad(shown.map((f) => `cast(${f} as text)`), place.figures).map((f, i) => `${f} as f${i}`)]
  return `select ${columns.join(', ')} from ${source}${keys.length === 0 ? '' : ` group by ${keys.join(', ')}`}`
}

const pad = (list: readonly string[], n: number): readonly string[] => [...list, ...Array.from({ length: n - list.length }, () => 'cast(null as text)')]

/** A condition that every measure has is the branch's. */
function commonWhere(branch: Branch): Node | null {
  const [first, ...others] = branch.measures
  return first && others.every((m) => nodeKey(m.where) === nodeKey(first.where)) ? first.where : null
}

function conditionsOf(branch: Branch, { making, ctes }: Place): readonly string[] {
  // A cross join keeps SQLite from looking the anchors up for every unit.
  const anchored = branch.anchor ? ['u.id = a.anchor_id'] : []
  if (branch.same === null || branch.over === 'R') return anchored
  for (const [name, offset] of [['s0', branch.same], ['s1', branch.same - 1]] as const) ctes.set(`${name}_${-offset}`, baseSql(making, offset))
  return [...anchored, `u.unit_id in (select unit_id from s0_${-branch.same})`, `u.unit_id in (select unit_id from s1_${1 - branch.same})`]
}

interface FigureAt { readonly branch: Branch; readonly making: Making; readonly common: boolean; readonly inUnits: boolean }

function figureSql(m: Measure, { branch, making, common }: FigureAt): readonly string[] {
  const value = valueSql(m, branch, making, common)
  if (m.kind === 'distinct') return making.facts ? [`count(distinct ${value})`, '0', '0'] : [`count(distinct ${value})`]
  if (m.kind !== 'sum') return making.facts ? [`count(${value})`, `count(${value})`, `max(${value})`] : [`count(${value})`]
  return making.facts ? [`sum(${value})`, `count(case when ${value} <> 0 then 1 end)`, `max(abs(${value}))`] : [`sum(${value})`]
}

/** One unit's part of a figure, inside a group of its rows. */
function partSql(m: Measure, branch: Branch, making: Making, common: boolean): string {
  const value = valueSql(m, branch, making, common)
  return m.kind === 'distinct' ? `count(distinct ${value})` : `coalesce(sum(${value}), 0)`
}

function valueSql(m: Measure, branch: Branch, { y }: Making, common: boolean): string {
  const value = m.kind === 'distinct' && m.value ? conditionSql(m.value, y, branch.over) : m.kind === 'sum' && m.value ? sumSql(m, branch.over, y) : '1'
  return common || m.where === null ? value : `case when ${conditionSql(m.where, y, branch.over)} then ${value} end`
}

function sumSql(m: Measure, over: string, y: Yearly): string {
  if (m.value === null) return '1'
  const linear = linearSql(m.value, y, over)
  return widened(linear, m.scale)
}

/** What each unit gives to one aggregate: its submission, itself and its part; units whose condition is not true are left out. */
export function partsSql(aggregate: Aggregate, making: Making): string {
  const [branch] = branchesOf([aggregate], making.y, true)
  const [member] = branch?.members ?? []
  const [measure] = branch?.measures ?? []
  if (!branch || !member || !measure) return ''
  const ctes = new Map<string, string>()
  if (branch.over === 'R') ctes.set('f', making.reporting)
  else { ctes.set('b', baseSql(making, making.y.offset)); ctes.set('u', unitSql(unitItems(branch, making.y), making.y)) }
  const place: Place = { making, branches: [branch], ctes, at: 0, dims: 0, figures: 0 }
  const dims = [...branch.dims.map((d) => conditionSql(d, making.y, branch.over)), ...(branch.anchor?.dims ?? []).map((_, i) => `a.a${i}`)]
  const tests = [...conditionsOf(branch, place), ...dims.map((d, i) => `${d} in (${(member.words[i] ?? []).map((w) => `'${w.replaceAll("'", "''")}'`).join(', ')})`), ...(measure.where === null ? [] : [conditionSql(measure.where, making.y, branch.over)])]
  const from = fromSql(branch, place)
  const once = branch.table === null
  const summed = measure.kind === 'sum' ? `coalesce(${sumSql(measure, branch.over, making.y)}, 0)` : '1'
  const word = measure.kind === 'distinct' && measure.value ? conditionSql(measure.value, making.y, branch.over) : null
  const value = word === null ? `cast(${once ? summed : `sum(${summed})`} as text)` : once ? word : `min(${word})`
  const unit = branch.over === 'R' ? 'u.id' : 'u.unit_id'
  const own = branch.over === 'R' ? 'cast(null as integer)' : 'u.id'
  const where = [...tests, ...(word === null ? [] : [`${word} is not null`])].map((t, i) => `${i === 0 ? ' where ' : ' and '}${t}`).join('')
  return `with ${[...ctes].map(([name, sql]) => `${name} as materialized (${sql})`).join(', ')} select ${own} as id, ${unit} as unit, ${value} as part from ${from}${where}${once ? '' : ' group by u.id, u.unit_id'}`
}
