import { readScaled } from '../../amount.ts'
import type { Entry } from '../../pack/lookup.ts'
import { FormulaError } from '../ast.ts'
import type { CellAt, Code, Env, Run, Scope } from '../scope.ts'
import { fits, isEmpty } from '../sheet.ts'
import type { CallNode, FunctionSpec } from './signature.ts'

/** A function whose only argument is `this`. */
function ofThis(name: string, type: 'text' | 'bool', f: (cell: CellAt, s: Scope) => string | boolean | null): FunctionSpec {
  return {
    name, least: 1, most: 1, takesWhere: false,
    compile: (call, env) => {
      const node = call.args[0]
      if (node?.k !== 'name' || node.name !== 'this') throw new FormulaError(node?.at ?? call.at, `“${name}”的参数只能是 this`)
      env.compile(node, env)
      return { type, scale: 0, run: (s) => (s.cell === null ? null : f(s.cell, s)) }
    },
  }
}

function isRequired(cell: CellAt, s: Scope): boolean {
  const requirement = s.required[cell.entry.order]
  return typeof requirement === 'function' ? requirement(s) === true : requirement === true
}

function isPrecise(cell: CellAt): boolean | null {
  if (!cell.entry.numeric || cell.typed === undefined || isEmpty(cell.typed)) return null
  return cell.value !== null || readScaled(cell.typed, cell.entry.decimals) !== null
}

function isAllowed(cell: CellAt): boolean | null {
  if (cell.entry.numeric || cell.typed === undefined || isEmpty(cell.typed)) return null
  return cell.value !== null || fits(cell.entry, cell.typed)
}

/** What a cell takes, in words: 整数、2 位小数以内、代码表内的代码 … */
export function limitOf(entry: Entry): string {
  const { item } = entry
  if (entry.numeric) return entry.decimals === 0 ? '整数' : `最多 ${entry.decimals} 位小数`
  if (entry.codes) return entry.codes.size > 12 ? '代码表内的代码' : [...entry.codes.keys()].join('、')
  if (item.type === 'month') return '年月（如 2026-09）'
  if (item.type === 'date') return '日期（如 2026-09-30）'
  return item.maxLength === undefined ? '文字' : `${item.maxLength} 字以内`
}

/** Words that the texts of a cell rule may use. */
export const cellWords: Readonly<Record<string, Run>> = {
  name: (s) => s.cell?.entry.item.name ?? null,
  typed: (s) => s.cell?.typed ?? null,
  limit: (s) => (s.cell === null ? null : limitOf(s.cell.entry)),
}

/** label(x): `code name` of a coded cell, for texts. */
function compileLabel(call: CallNode, env: Env): Code {
  const node = call.args[0]
  const inside = node?.k === 'call' && node.fn === 'PY' ? node.args[0] : node
  const entry = inside?.k === 'name' ? env.index.item(inside.name) : undefined
  const code = node ? env.compile(node, env) : null
  if (!node || !code || (!entry?.codes && code.type !== 'blank')) throw new FormulaError(node?.at ?? call.at, '“label”的参数应为一个有代码的指标')
  const { run } = code
  return {
    type: 'text', scale: 0,
    run: (s) => {
      const value = run(s)
      return value === null ? null : `${String(value)} ${entry?.codes?.get(String(value)) ?? ''}`.trim()
    },
  }
}

/** key, required, precise, allowed, label. */
export const cellFunctions: readonly FunctionSpec[] = [
  ofThis('key', 'text', (cell) => cell.entry.item.key),
  ofThis('required', 'bool', isRequired),
  ofThis('precise', 'bool', isPrecise),
  ofThis('allowed', 'bool', isAllowed),
  { name: 'label', least: 1, most: 1, takesWhere: false, compile: compileLabel },
]
