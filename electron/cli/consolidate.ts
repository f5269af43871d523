import { resolve } from 'node:path'
import { layOutTable, plainCells, type Computed } from '../../core/consolidate/layout.ts'
import { tableRequests, tableScope, type TableResult, type TableScope } from '../../core/contract/regulator/tables.ts'
import { computeTable } from '../handlers/regulator/tables/make.ts'
import { prepareTables } from '../handlers/regulator/tables/work.ts'
import { writeTables } from '../handlers/regulator/tablesExport.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command, type Given, type Output, type Status } from './output.ts'

const usage = { code: 'usage', params: { what: 'consolidate T01…|all --ledger 台账 [--edition internal|public] [--year 年] [--region 前几位] [--basis accepted|received] [--level 1|2|3] [--switch 开关=选项]… [--out 文件夹] [--format xlsx|csv|data]' } } as const

/** What a table is on the command line (D10): figures as plain decimals, null where there is none. */
const answerOf = (table: TableResult, computed: Computed, scope: TableScope): unknown => ({
  table: table.id,
  scope: { year: table.caption.year, region: computed.frame.region, basis: scope.basis, level: scope.level, edition: table.edition, switches: scope.switches, cutoff: table.caption.cutoff, received: table.caption.received, due: table.caption.due },
  title: table.title, columns: table.columns.map(c => c.label),
  rows: table.rows.map(row => ({ label: row.labels.filter(text => text !== '').join(' '), cells: plainCells(row, computed) })),
  warnings: table.warnings.map(w => w.text), notes: table.notes,
})

/** A table for people: one line a row. */
const linesOf = (table: TableResult): string => [
  `${table.id}　${table.title}`, ['', ...table.columns.map(c => c.label)].join('　'),
  ...table.rows.map(row => [row.labels.filter(text => text !== '').join(' '), ...row.cells.map(c => c.text)].join('　')), ...table.notes,
  `单位：${table.caption.unit}；口径：${table.caption.scope}；截止 ${table.caption.cutoff}；已报 ${table.caption.received} / 应报 ${table.caption.due}`,
].join('\n')

function scopeOf(given: Given) {
  const pairs = (given.switch ?? []).map(text => text.split('='))
  return tableScope.safeParse({
    ...(given.year === null ? {} : { year: Number(given.year) }), ...(given.region === null ? {} : { region: given.region }),
    basis: given.basis ?? 'accepted', level: given.level ?? 'all', edition: given.edition ?? 'internal', switches: Object.fromEntries(pairs.map(([key = '', ...option]) => [key, option.join('=')])),
  })
}

/** Makes consolidated tables; with `--out` also as a workbook or CSV. */
export const consolidate: Command = async (given, output) => {
  const scope = scopeOf(given)
  const format = tableRequests['tables.export'].shape.format.safeParse(given.format ?? 'xlsx')
  if (given.files.length === 0 || !scope.success || !format.success) return refused(output, usage)
  return atLedger({ ...given, region: null }, output, async desk => {
    const work = await prepareTables(desk, scope.data)
    if (!work.ok) return refused(output, work.problem)
    const ids = given.files.includes('all') ? work.value.pack.tables.map(t => t.id) : given.files
    const tables: TableResult[] = []
    for (const id of ids) {
      const computed = await computeTable(work.value, id)
      if (!computed.ok) return refused(output, computed.problem)
      const table = layOutTable(computed.value)
      tables.push(table)
      output.answer(answerOf(table, computed.value, scope.data), linesOf(table))
      for (const warning of table.warnings) output.say(`${table.id}　${warning.text}`)
    }
    return given.out === null ? 0 : written(tables, { folder: resolve(given.out), format: format.data }, output)
  })
}

function written(tables: readonly TableResult[], to: Parameters<typeof writeTables>[1], output: Output): Status {
  const files = writeTables(tables, to)
  if (!files.ok) return refused(output, files.problem)
  for (const file of files.value.files) output.say(`已写到 ${file}`)
  return 0
}
