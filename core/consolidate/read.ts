import { FormulaError, type Node } from '../formula/ast.ts'
import { ratio } from '../formula/number.ts'
import { parseExpression } from '../formula/parse.ts'
import type { PackIndex } from '../pack/lookup.ts'
import { checkCondition, checkLinear, decimalsOf, entryOf, tableNamed, typeOfNode, type Ground } from './condition.ts'
import { allOf, nodeKey, type Aggregate, type Comparing, type FigureFunction, type Formula } from './formula.ts'
import type { InputKind } from './schema.ts'

/** What a cell's expression is read with. */
export interface Reading {
  readonly index: PackIndex
  readonly year: number
  /** Conditions of the cell, the column and the switches, and those of the row, which total() leaves out. */
  readonly always: readonly Node[]
  readonly row: readonly Node[]
  /** Whether a switch stands so; null when there is no such switch or option. */
  readonly chosen: (key: string, option: string) => boolean | null
}
/** Where in the expression the reader stands. */
interface At extends Reading { readonly offset: number; readonly same: number | null; readonly total: boolean }
type Call = Extract<Node, { k: 'call' }>

/** Reads and checks an expression; throws a FormulaError with the position. */
export function readFormula(source: string, reading: Reading): Formula {
  return build(parseExpression(source), { ...reading, offset: 0, same: null, total: false })
}

function build(node: Node, at: At): Formula {
  switch (node.k) {
    case 'num': return { k: 'num', value: ratio(Number(node.text.replace('.', '')), decimalsOf(node.text)) }
    case 'neg': return { k: 'neg', a: build(node.a, at) }
    case 'not': return { k: 'not', a: build(node.a, at) }
    case 'between': {
      const x = build(node.x, at)
      return { k: 'logic', op: 'and', a: { k: 'compare', op: '>=', a: x, b: build(node.low, at) }, b: { k: 'compare', op: '<=', a: x, b: build(node.high, at) } }
    }
    case 'binary': return binary(node, at)
    case 'call': return call(node, at)
    case 'name': throw new FormulaError(node.at, `“${node.name}”要放在 sum、count 等汇总函数里`)
    case 'column': throw new FormulaError(node.at, `“${node.table}.${node.column}”要放在 sum、count 等汇总函数里`)
    default: throw new FormulaError(node.at, '这里应为一个数')
  }
}

function binary(node: Extract<Node, { k: 'binary' }>, at: At): Formula {
  const [a, b] = [build(node.a, at), build(node.b, at)]
  switch (node.op) {
    case '+': case '-': case '*': case '/': return { k: 'op', op: node.op, a, b }
    case 'and': case 'or': return { k: 'logic', op: node.op, a, b }
    case 'in': case 'subset': throw new FormulaError(node.at, `“${node.op}”只能写在汇总函数的条件里`)
    default: return { k: 'compare', op: node.op as Comparing, a, b }
  }
}

function call(node: Call, at: At): Formula {
  switch (node.fn) {
    case 'count': case 'sum': case 'rows': case 'distinct': return { k: 'aggregate', of: aggregate(node, node.fn, at) }
    case 'prev': return build(argument(node, 0, 1), { ...at, offset: at.offset - 1 })
    case 'at': return build(argument(node, 1, 2), { ...at, offset: at.offset - yearsBack(argument(node, 0, 2)) })
    case 'same':
      if (at.same !== null) throw new FormulaError(node.at, '“same”里不能再用“same”')
      return build(argument(node, 0, 1), { ...at, same: at.offset })
    case 'total': return build(argument(node, 0, 1), { ...at, total: true })
    case 'days': return { k: 'num', value: { n: daysOf(at.year + at.offset), d: 1 } }
    case 'cell': return cell(node, at)
    case 'upper': case 'manual': case 'base': case 'target': case 'theme': return input(node, node.fn, at)
    case 'chosen': return chosen(node, at)
    case 'abs': return { k: 'call', fn: node.fn, args: [build(argument(node, 0, 1), at)], n: 0 }
    case 'round': case 'root': return { k: 'call', fn: node.fn, args: [build(argument(node, 0, 2), at)], n: whole(argument(node, 1, 2), node.fn) }
    case 'median': case 'pick': case 'first': case 'plus': return several(node, node.fn, at)
    default: throw new FormulaError(node.at, `汇总表里没有“${node.fn}”这个函数`)
  }
}

function several(node: Call, fn: FigureFunction, at: At): Formula {
  if (node.args.length === 0 || (fn === 'pick' && node.args.length !== 3)) throw new FormulaError(node.at, fn === 'pick' ? '“pick”应写成 pick(条件, 数, 数)' : `“${fn}”至少要一个数`)
  return { k: 'call', fn, args: node.args.map((a) => build(a, at)), n: 0 }
}

function argument(node: Call, i: number, n: number): Node {
  const found = node.args[i]
  if (!found || node.args.length !== n || node.where) throw new FormulaError(node.at, `“${node.fn}”应有${n}个参数，不带条件`)
  return found
}

const daysOf = (year: number): number => ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365)

function whole(node: Node, fn: string): number {
  if (node.k !== 'num' || !/^\d{1,2}$/.test(node.text) || (fn === 'root' && Number(node.text) < 1)) throw new FormulaError(node.at, `“${fn}”的第二个参数应为直接写出的整数`)
  return Number(node.text)
}

function yearsBack(node: Node): number {
  if (node.k !== 'neg' || node.a.k !== 'num' || !/^[1-9]\d?$/.test(node.a.text)) throw new FormulaError(node.at, '“at”的第一个参数应为往前的年数，如 -2')
  return Number(node.a.text)
}

function cell(node: Call, at: At): Formula {
  const [row, column] = [argument(node, 0, 2), argument(node, 1, 2)]
  if (row.k !== 'text' || column.k !== 'text') throw new FormulaError(node.at, '“cell”应写成 cell("行", "列")')
  if (at.offset !== 0 || at.same !== null || at.total) throw new FormulaError(node.at, '“cell”不能放在 prev、at、same、total 里')
  return { k: 'cell', row: row.text, column: column.text, at: node.at }
}

function input(node: Call, kind: InputKind, at: At): Formula {
  const [key, year] = node.args
  const written = kind !== 'upper' && kind !== 'manual'
  if (key?.k !== 'text' || node.where || node.args.length > 2 || (written && year === undefined)) throw new FormulaError(node.at, `“${kind}”应写成 ${kind}("键"${written ? ', 年份' : ''})`)
  if (year !== undefined && (year.k !== 'num' || !/^\d{4}$/.test(year.text))) throw new FormulaError(year.at, '年份应为直接写出的四位数')
  return { k: 'input', of: { kind, key: key.text, year: year?.k === 'num' ? Number(year.text) : at.year + at.offset } }
}

function chosen(node: Call, at: At): Formula {
  const [key, option] = [argument(node, 0, 2), argument(node, 1, 2)]
  const value = key.k === 'text' && option.k === 'text' ? at.chosen(key.text, option.text) : null
  if (value === null) throw new FormulaError(node.at, '“chosen”应写成 chosen("开关", "选项")，二者都要在本表的 switches 里')
  return { k: 'bool', value }
}

function aggregate(node: Call, kind: Aggregate['kind'], at: At): Aggregate {
  const [first] = node.args
  if (!first || node.args.length !== 1) throw new FormulaError(node.at, `“${kind}”应有一个参数，条件写在冒号后`)
  const { over, value, scale } = target(first, kind, at)
  if (over === 'R' && (at.offset !== 0 || at.same !== null)) throw new FormulaError(node.at, '报送情况只有本年的，不能放在 prev、at、same 里')
  const ground: Ground = { index: at.index, over }
  const conditions = [...(node.where ? [node.where] : []), ...(at.total ? [] : at.row), ...at.always]
  for (const c of conditions) checkCondition(c, ground)
  const where = allOf(conditions)
  const { offset, same } = at
  return { key: `${kind} ${over} ${nodeKey(value)}: ${nodeKey(where)} @${offset} ${same ?? ''}`, kind, over, value, scale, where, offset, same }
}

interface Target { readonly over: string; readonly value: Node | null; readonly scale: number }

function target(first: Node, kind: Aggregate['kind'], at: At): Target {
  const { index } = at
  if (kind === 'count') {
    if (first.k !== 'name' || (first.name !== 'U' && first.name !== 'R')) throw new FormulaError(first.at, '“count”的参数应为 U（机构）或 R（报送情况）')
    return { over: first.name, value: null, scale: 0 }
  }
  if (kind === 'rows') {
    if (first.k !== 'name') throw new FormulaError(first.at, '“rows”的参数应为一张重复表')
    return { over: tableNamed(index, first.name, first.at).table.key, value: null, scale: 0 }
  }
  const over = groundOf(first, index)
  const ground: Ground = { index, over }
  if (kind === 'sum') return { over, value: first, scale: checkLinear(first, ground) }
  if ((first.k !== 'name' && first.k !== 'column') || typeOfNode(first, ground).type === 'num') throw new FormulaError(first.at, '“distinct”的参数应为一个不是数的指标')
  return { over, value: first, scale: 0 }
}

/** What an expression is added up over: the table of its columns, else the units. */
function groundOf(node: Node, index: PackIndex): string {
  switch (node.k) {
    case 'column': return node.table
    case 'name': return entryOf({ index, over: index.item(index.keyOf(node.name) ?? '')?.table?.key ?? 'U' }, node.name, node.at).table?.key ?? 'U'
    case 'neg': return groundOf(node.a, index)
    case 'binary': {
      const [a, b] = [groundOf(node.a, index), groundOf(node.b, index)]
      return a === 'U' ? b : a
    }
    default: return 'U'
  }
}
