import { FormulaError, type Node } from '../formula/ast.ts'
import { isDate, isMonth, typeNames } from '../formula/value.ts'
import type { Entry, PackIndex, TableEntry } from '../pack/lookup.ts'
import { isReportingName, reportingFacts } from './reporting.ts'

/** Where a condition stands: over the units, the rows of a table, or the register. */
export interface Ground { readonly index: PackIndex; readonly over: string }
export type ConditionType = 'num' | 'text' | 'month' | 'date' | 'bool'
/** A checked part of a condition; `scale` are the decimals of a number. */
export interface Typed { readonly type: ConditionType; readonly scale: number }

/** A name of the ground: a column of its table first, then an item of the unit. */
export function entryOf(ground: Ground, name: string, at: number): Entry {
  const key = ground.index.keyOf(name) ?? name
  const entry = ground.index.item(key)
  if (!entry) throw new FormulaError(at, ground.index.table(name) ? `“${name}”是重复表，只能写成 any(${name}: …) 或 rows(${name}: …)` : `没有“${name}”这个指标`)
  if (entry.table !== null && entry.table.key !== ground.over)
    throw new FormulaError(at, `“${name}”是重复表 ${entry.table.key} 的栏目，这里按${ground.over === 'U' ? '机构' : `${ground.over} 的行`}计，不能用它`)
  return entry
}

/** The repeating table of that name. */
export function tableNamed(index: PackIndex, name: string, at: number): TableEntry {
  const table = index.table(name)
  if (!table) throw new FormulaError(at, `没有“${name}”这张重复表`)
  return table
}

const entryType = (e: Entry): Typed => ({ type: e.numeric ? 'num' : e.item.type === 'month' || e.item.type === 'date' ? e.item.type : 'text', scale: e.decimals })

/** Checks a part of a condition and gives its type; throws with the position. */
export function typeOfNode(node: Node, ground: Ground): Typed {
  switch (node.k) {
    case 'num': return { type: 'num', scale: decimalsOf(node.text) }
    case 'text': return plainText(node)
    case 'name': return nameType(node.name, node.at, ground)
    case 'column': return columnType(node, ground)
    case 'set': throw new FormulaError(node.at, '集合只能写在“in”右边')
    case 'call': return callType(node, ground)
    case 'between': return betweenType(node, ground)
    case 'neg': return { ...wanted(node.a, ground, 'num'), type: 'num' }
    case 'not': return wanted(node.a, ground, 'bool')
    case 'binary': return binaryType(node, ground)
  }
}

/** Decimals of a number as written. */
export const decimalsOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)

function plainText(node: Extract<Node, { k: 'text' }>): Typed {
  if (/[?'\\]/.test(node.text)) throw new FormulaError(node.at, '汇总表条件里的文字不能有问号、单引号和反斜杠')
  return { type: 'text', scale: 0 }
}

function nameType(name: string, at: number, ground: Ground): Typed {
  if (ground.over === 'R') {
    if (!isReportingName(name)) throw new FormulaError(at, `报送情况里没有“${name}”这一项`)
    return { type: reportingFacts[name].type, scale: 0 }
  }
  if (name === 'period_end') return { type: 'date', scale: 0 }
  return entryType(entryOf(ground, name, at))
}

function columnType(node: Extract<Node, { k: 'column' }>, ground: Ground): Typed {
  if (ground.over === 'R' && node.table === 'R') return nameType(node.column, node.at, ground)
  if (node.table !== ground.over) throw new FormulaError(node.at, `这里不能用 ${node.table}.${node.column}，条件按${ground.over === 'U' ? '机构' : ground.over}计`)
  return entryType(entryOf(ground, node.column, node.at))
}

function wanted(node: Node, ground: Ground, type: ConditionType): Typed {
  const typed = typeOfNode(node, ground)
  if (typed.type !== type) throw new FormulaError(node.at, `这里应为${typeNames[type]}，却是${typeNames[typed.type]}`)
  return typed
}

function callType(node: Extract<Node, { k: 'call' }>, ground: Ground): Typed {
  const [first] = node.args
  if (node.fn === 'any' || node.fn === 'rows') {
    if (ground.over !== 'U') throw new FormulaError(node.at, `“${node.fn}”只能用在按机构计的条件里`)
    if (first?.k !== 'name' || node.args.length !== 1) throw new FormulaError(node.at, `“${node.fn}”的参数应为一张重复表`)
    tableNamed(ground.index, first.name, first.at)
    if (node.where) wanted(node.where, { ...ground, over: first.name }, 'bool')
    return { type: node.fn === 'any' ? 'bool' : 'num', scale: 0 }
  }
  if (node.where) throw new FormulaError(node.where.at, `“${node.fn}”不能带条件`)
  if (node.fn === 'blank' && first && node.args.length === 1) {
    if (first.k !== 'name' && first.k !== 'column') throw new FormulaError(first.at, '“blank”的参数应为一个指标')
    typeOfNode(first, ground)
    return { type: 'bool', scale: 0 }
  }
  if (node.fn === 'substr' && first) return substrType(node, first, ground)
  throw new FormulaError(node.at, `汇总表的条件里没有“${node.fn}”这个函数`)
}

function substrType(node: Extract<Node, { k: 'call' }>, first: Node, ground: Ground): Typed {
  const type = typeOfNode(first, ground).type
  if (type === 'num' || type === 'bool') throw new FormulaError(first.at, `“substr”的参数应为文字，却是${typeNames[type]}`)
  const [, from, to] = node.args
  if (node.args.length !== 3 || from?.k !== 'num' || to?.k !== 'num' || Number(from.text) < 1 || Number(to.text) < Number(from.text)) throw new FormulaError(node.at, '“substr”应写成 substr(指标, 起, 止)，起止为从 1 起的数')
  return { type: 'text', scale: 0 }
}

function betweenType(node: Extract<Node, { k: 'between' }>, ground: Ground): Typed {
  alike(node.x, node.low, ground)
  alike(node.x, node.high, ground)
  return { type: 'bool', scale: 0 }
}

function binaryType(node: Extract<Node, { k: 'binary' }>, ground: Ground): Typed {
  switch (node.op) {
    case 'and': case 'or':
      wanted(node.a, ground, 'bool')
      return wanted(node.b, ground, 'bool')
    case '+': case '-': case '*': {
      const [a, b] = [wanted(node.a, ground, 'num'), wanted(node.b, ground, 'num')]
      return { type: 'num', scale: node.op === '*' ? a.scale + b.scale : Math.max(a.scale, b.scale) }
    }
    case '/': throw new FormulaError(node.at, '条件里不能相除，请改写成相乘，如 a > b*0.03')
    case 'in': {
      if (node.b.k !== 'set') throw new FormulaError(node.b.at, '“in”右边应为花括号里的集合')
      for (const member of node.b.of) alike(node.a, member, ground)
      return { type: 'bool', scale: 0 }
    }
    case 'subset': throw new FormulaError(node.at, '汇总表的条件里没有“subset”')
    default:
      alike(node.a, node.b, ground)
      return { type: 'bool', scale: 0 }
  }
}

/** Both sides have one type; a text that is a month or a day may meet one. */
function alike(a: Node, b: Node, ground: Ground): void {
  const [x, y] = [typeOfNode(a, ground).type, typeOfNode(b, ground).type]
  if (x === y || literalFits(a, y) || literalFits(b, x)) return
  throw new FormulaError(b.at, `两边类型不同：${typeNames[x]}与${typeNames[y]}不能比较`)
}

const literalFits = (node: Node, type: ConditionType): boolean => node.k === 'text' && ((type === 'month' && isMonth(node.text)) || (type === 'date' && isDate(node.text)))

/** Checks what a sum adds up: items, each perhaps times a number, added or subtracted. Gives the decimals. */
export function checkLinear(node: Node, ground: Ground): number {
  switch (node.k) {
    case 'name': case 'column': return wanted(node, ground, 'num').scale
    case 'neg': return checkLinear(node.a, ground)
    case 'binary': {
      if (node.op === '+' || node.op === '-') return Math.max(checkLinear(node.a, ground), checkLinear(node.b, ground))
      if (node.op === '*' && node.a.k === 'num') return decimalsOf(node.a.text) + checkLinear(node.b, ground)
      if (node.op === '*' && node.b.k === 'num') return decimalsOf(node.b.text) + checkLinear(node.a, ground)
      break
    }
    default:
  }
  throw new FormulaError(node.at, '“sum”里只能是指标、指标之和，或指标乘一个数')
}

/** Checks a whole condition. */
export function checkCondition(node: Node, ground: Ground): void {
  wanted(node, ground, 'bool')
}
