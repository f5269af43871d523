import type { Pack } from '../pack/schema.ts'
import { walkFormula } from './formula.ts'
import { frameOf, namesOfInputs, standings } from './inputs.ts'
import { programFor, type KnownFormulas, type TableFault, type TableProgram } from './program.ts'
import type { TableSpec } from './schema.ts'

/** The first fault of a pack's consolidated tables with its table, row, column and position; null when they are sound. */
export function tablesFault(pack: Pack): TableFault | null {
  const known = new Set<string>()
  for (const spec of pack.tables) {
    if (known.has(spec.id)) return fault(spec, '', `汇总表“${spec.id}”重复`)
    known.add(spec.id)
  }
  const inputs = new Set(namesOfInputs(pack).keys())
  for (const spec of pack.tables) {
    const read: KnownFormulas = new Map()
    for (const switches of standings(spec)) {
      const program = programFor(spec, frameOf(pack, switches), true, read)
      const found = program.faults[0] ?? shapeFault(spec, program) ?? inputFault(spec, program, inputs) ?? circle(spec, program)
      if (found) return found
    }
  }
  return null
}

const fault = (spec: TableSpec, where: string, message: string): TableFault => ({ table: spec.id, where, at: 1, message })

function shapeFault(spec: TableSpec, { grid }: TableProgram): TableFault | null {
  const rows = grid.rows.map((r) => r.key)
  const twice = rows.find((key, i) => rows.indexOf(key) !== i)
  if (twice !== undefined) return fault(spec, `${twice} 行`, '行键重复')
  const columns = spec.columns.map((c) => c.key)
  const shown = grid.columns.map((c) => c.key)
  const again = shown.find((key, i) => shown.indexOf(key) !== i)
  if (again !== undefined) return fault(spec, `${again} 栏`, '同时显示的栏键重复')
  for (const row of grid.rows) {
    if (row.labels.length > spec.stub.length) return fault(spec, `${row.key} 行`, `标签有 ${row.labels.length} 个，左栏只有 ${spec.stub.length} 列`)
    const stray = row.sumOf.find((key) => !rows.includes(key))
    if (stray !== undefined && !stray.includes('$')) return fault(spec, `${row.key} 行`, `sumOf 里没有“${stray}”这一行`)
  }
  for (const row of spec.rows) {
    const cells = Object.keys('each' in row ? row.row.cells : row.cells)
    const stray = cells.find((key) => !columns.includes(key))
    if (stray !== undefined) return fault(spec, `${'each' in row ? row.row.key : row.key} 行`, `没有“${stray}”这一栏`)
  }
  return null
}

function inputFault(spec: TableSpec, { inputs }: TableProgram, known: ReadonlySet<string>): TableFault | null {
  const stray = inputs.find((ref) => !known.has(`${ref.kind} ${ref.key}`))
  return stray ? fault(spec, '', `inputs.json 里没有 ${stray.kind} 的“${stray.key}”`) : null
}

/** Cells that need each other. */
function circle(spec: TableSpec, { cells }: TableProgram): TableFault | null {
  const done = new Set<string>()
  const open: string[] = []
  const visit = (name: string): string | null => {
    if (open.includes(name)) return [...open.slice(open.indexOf(name)), name].join(' → ')
    if (done.has(name)) return null
    open.push(name)
    const needed: string[] = []
    const formula = cells.get(name)?.formula
    if (formula) walkFormula(formula, (f) => { if (f.k === 'cell') needed.push(`${f.row} ${f.column}`) })
    for (const next of needed) { const found = visit(next); if (found !== null) return found }
    open.pop()
    done.add(name)
    return null
  }
  for (const name of cells.keys()) {
    const found = visit(name)
    if (found !== null) return fault(spec, name, `单元格互相引用：${found}`)
  }
  return null
}
