import type { Entry } from '../pack/lookup.ts'
import { FormulaError, type Node } from './ast.ts'
import { compileArithmetic, compileNegative } from './arithmetic.ts'
import { expect } from './check.ts'
import { compileBetween, compileComparison, compileIn, compileSubset } from './comparison.ts'
import { functions } from './functions/table.ts'
import { cellWords } from './functions/cell.ts'
import type { Num } from './number.ts'
import { noReads, type Code, type Env, type Run } from './scope.ts'
import { cellValue, rowsOf, scalar } from './sheet.ts'
import type { Scalar, Type, Value } from './value.ts'
import type { PackIndex } from '../pack/lookup.ts'

/** An environment for one formula. */
export function environment(index: PackIndex, allow: Partial<Env['allow']>, slots: Env['slots']): Env {
  const all = { row: false, cell: false, words: false, ...allow }
  return { index, reads: noReads(), allow: all, table: null, usesCell: false, inner: -1, outer: false, slots, compile }
}

/** Checks a node's types and turns it into a closure; throws a FormulaError with the position. */
export function compile(node: Node, env: Env): Code {
  switch (node.k) {
    case 'num': return number(node.text)
    case 'text': return { type: 'text', scale: 0, literal: node.text, run: () => node.text }
    case 'name': return compileName(node.name, node.at, env)
    case 'column': return compileColumn(node, env)
    case 'set': return compileSet(node, env)
    case 'call': return compileCall(node, env)
    case 'between': return compileBetween(node, env)
    case 'neg': return compileNegative(node.a, env)
    case 'not': return compileNot(node.a, env)
    case 'binary': return compileBinary(node, env)
  }
}

function compileBinary(node: Extract<Node, { k: 'binary' }>, env: Env): Code {
  switch (node.op) {
    case '+': case '-': case '*': case '/': return compileArithmetic(node, env)
    case 'in': return compileIn(node, env)
    case 'subset': return compileSubset(node, env)
    case 'and': case 'or': return compileLogic(node, env)
    default: return compileComparison(node, env)
  }
}

function number(text: string): Code {
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  const big = BigInt(text.replace('.', ''))
  const value: Num = Number.isSafeInteger(Number(big)) ? Number(big) : big
  return { type: 'num', scale: decimals, literal: text, run: () => value }
}

function compileNot(node: Node, env: Env): Code {
  const run = expect(node, env, ['bool'], '“not”之后').run
  return { type: 'bool', scale: 0, run: (s) => { const v = run(s); return v === null ? null : !v } }
}

function compileLogic(node: Extract<Node, { k: 'binary' }>, env: Env): Code {
  const a = expect(node.a, env, ['bool'], `“${node.op}”左边`).run
  const b = expect(node.b, env, ['bool'], `“${node.op}”右边`).run
  const stop = node.op === 'or'
  return {
    type: 'bool', scale: 0,
    run: (s): Value => {
      const x = a(s)
      if (x === stop) return stop
      const y = b(s)
      if (y === stop) return stop
      return x === null || y === null ? null : !stop
    },
  }
}

/** The type an item's value has in formulas. */
export function typeOf(entry: Entry): Type {
  if (entry.numeric) return 'num'
  return entry.item.type === 'month' || entry.item.type === 'date' ? entry.item.type : 'text'
}

function compileName(name: string, at: number, env: Env): Code {
  const inner = env.inner >= 0 ? env.index.tables[env.inner]?.byKey.get(name) : undefined
  if (inner) return innerColumn(inner, env)
  const entry = env.index.item(name)
  if (entry) return entry.table ? ownColumn(entry, at, env) : item(entry, env)
  if (name === 'period_end') { const end = env.index.pack.periodEnd; return { type: 'date', scale: 0, run: () => end } }
  if (name === 'today') return { type: 'date', scale: 0, run: (s) => s.today }
  if (name === 'this') return thisCell(at, env)
  if (env.allow.words && cellWords[name]) return { type: 'text', scale: 0, run: cellWords[name] }
  if (!env.index.pack.localExt) return { type: 'blank', scale: 0, run: () => null }
  if (env.index.table(name)) throw new FormulaError(at, `“${name}”是重复表，只能用在 count、rows、any 等函数里`)
  throw new FormulaError(at, `没有“${name}”这个指标`)
}

function item(entry: Entry, env: Env): Code {
  env.reads.scalars.add(entry)
  const at = entry.at
  const run: Run = (s) => { const v = s.sheet.values[at]; return v !== undefined ? v : scalar(s.sheet, at) }
  return { type: typeOf(entry), scale: entry.decimals, codes: entry.codes, run }
}

function innerColumn(entry: Entry, env: Env): Code {
  env.reads.across.add(entry)
  const { at, tableAt } = entry
  return { type: typeOf(entry), scale: entry.decimals, codes: entry.codes, run: (s) => (s.inner === null ? null : cellValue(s.sheet, tableAt, s.inner, at)) }
}

function ownColumn(entry: Entry, at: number, env: Env): Code {
  if (!env.allow.row) throw new FormulaError(at, `“${entry.item.key}”是重复表的栏目，这里只能写成 ${entry.table?.key}.${entry.item.key} 并放在函数里`)
  if (env.usesCell) throw new FormulaError(at, '同一条规则不能既用 this 又逐行检查')
  if (env.table !== null && env.table !== entry.tableAt) throw new FormulaError(at, '一条规则只能逐行检查一张重复表')
  env.table = entry.tableAt
  env.outer = true
  env.reads.own.add(entry)
  const column = entry.at
  const table = entry.tableAt
  return { type: typeOf(entry), scale: entry.decimals, codes: entry.codes, run: (s) => (s.row === null ? null : cellValue(s.sheet, table, s.row, column)) }
}

function thisCell(at: number, env: Env): Code {
  if (!env.allow.cell) throw new FormulaError(at, '这里不能用 this')
  if (env.table !== null) throw new FormulaError(at, '同一条规则不能既用 this 又逐行检查')
  env.usesCell = true
  env.outer = true
  return { type: 'cell', scale: 0, run: (s) => s.cell?.value ?? null }
}

function compileColumn(node: Extract<Node, { k: 'column' }>, env: Env): Code {
  const table = env.index.table(node.table)
  if (!table) throw new FormulaError(node.at, `没有“${node.table}”这张重复表`)
  const entry = table.byKey.get(node.column)
  if (!entry) throw new FormulaError(node.at, `重复表“${node.table}”没有“${node.column}”这一栏`)
  env.reads.across.add(entry)
  env.reads.tables.add(table.at)
  const { at, tableAt } = entry
  const run: Run = (s) => rowsOf(s.sheet, tableAt).map((r) => cellValue(s.sheet, tableAt, r, at)).filter((v) => v !== null)
  return { type: `set:${typeOf(entry)}` as Type, scale: entry.decimals, codes: entry.codes, run }
}

function compileSet(node: Extract<Node, { k: 'set' }>, env: Env): Code {
  const parts = node.of.map((n) => compile(n, env))
  const kind = parts[0]?.type ?? 'text'
  const odd = parts.findIndex((p) => p.type !== kind)
  if (odd > 0) throw new FormulaError(node.of[odd]?.at ?? node.at, '花括号内应为同一类型')
  const scale = Math.max(...parts.map((p) => p.scale))
  const values: readonly Scalar[] = node.of.map((n) => (n.k === 'num' ? scaledLiteral(n.text, scale) : (n as { text: string }).text))
  return { type: kind === 'num' ? 'set:num' : 'set:text', scale, run: () => values }
}

function scaledLiteral(text: string, scale: number): Num {
  const [whole = '', part = ''] = text.split('.')
  const big = BigInt(whole + part.padEnd(scale, '0'))
  return Number.isSafeInteger(Number(big)) ? Number(big) : big
}

function compileCall(node: Extract<Node, { k: 'call' }>, env: Env): Code {
  const f = functions.get(node.fn)
  if (!f) throw new FormulaError(node.at, `没有“${node.fn}”这个函数`)
  if (node.where && !f.takesWhere) throw new FormulaError(node.where.at, `“${node.fn}”不能带条件`)
  if (node.args.length < f.least || node.args.length > f.most) throw new FormulaError(node.at, `“${node.fn}”应有${f.least === f.most ? `${f.least}` : `${f.least} 至 ${f.most === Infinity ? '多' : f.most}`}个参数，却有${node.args.length}个`)
  return f.compile(node, env)
}
