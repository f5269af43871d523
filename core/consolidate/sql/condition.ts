import type { Node } from '../../formula/ast.ts'
import type { Entry, TableEntry } from '../../pack/lookup.ts'
import { decimalsOf, entryOf, tableNamed, typeOfNode, type Ground } from '../condition.ts'
import { conjuncts } from '../formula.ts'
import { byKey, columnOf, heldAs, itemIs, tableIds, type Yearly } from './source.ts'

/** What a condition becomes: SQL, and for a number its decimals. */
interface Written { readonly sql: string; readonly scale: number; readonly text: boolean }

/** A condition as SQL; what is unknown is null there too. */
export function conditionSql(node: Node, y: Yearly, over: string): string {
  return write(node, { y, ground: { index: y.index, over } }).sql
}

/** What a sum adds up, scaled; blanks are 0. */
export function linearSql(node: Node, y: Yearly, over: string): Written {
  const ground: Ground = { index: y.index, over }
  const visit = (n: Node): Written => {
    if (n.k === 'neg') { const a = visit(n.a); return { ...a, sql: `(-${a.sql})` } }
    if (n.k === 'num') return literal(n.text)
    if (n.k !== 'binary') { const w = write(n, { y, ground }); return { ...w, sql: `coalesce(${w.sql}, 0)` } }
    return arithmetic(n.op, visit(n.a), visit(n.b))
  }
  return visit(node)
}

interface Where { readonly y: Yearly; readonly ground: Ground }

function write(node: Node, at: Where): Written {
  switch (node.k) {
    case 'num': return literal(node.text)
    case 'text': return words(quoted(node.text))
    case 'name': return named(node.name, node.at, at)
    case 'column': return named(node.column, node.at, at)
    case 'neg': { const a = write(node.a, at); return { ...a, sql: `(-${a.sql})` } }
    case 'not': return plain(`(not ${write(node.a, at).sql})`)
    case 'between': return plain(`(${compare('>=', write(node.x, at), write(node.low, at), at)} and ${compare('<=', write(node.x, at), write(node.high, at), at)})`)
    case 'call': return called(node, at)
    case 'binary': return binary(node, at)
    case 'set': return plain('null')
  }
}

const plain = (sql: string): Written => ({ sql, scale: 0, text: false })
const words = (sql: string): Written => ({ sql, scale: 0, text: true })
const literal = (text: string): Written => ({ sql: String(BigInt(text.replace('.', ''))), scale: decimalsOf(text), text: false })
/** The checker lets no quote, question mark or backslash through; doubled all the same. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

function named(name: string, position: number, { y, ground }: Where): Written {
  if (ground.over === 'R') return typeOfNode({ k: 'name', name, at: position }, ground).type === 'text' ? words(`f_${name}`) : plain(`f_${name}`)
  if (name === 'period_end') return words(quoted(`${y.year}${y.index.pack.periodEnd.slice(4)}`))
  const entry = entryOf(ground, name, position)
  return { sql: columnOf(entry), scale: entry.decimals, text: !entry.numeric }
}

function binary(node: Extract<Node, { k: 'binary' }>, at: Where): Written {
  const a = write(node.a, at)
  switch (node.op) {
    case 'and': case 'or': return plain(`(${a.sql} ${node.op} ${write(node.b, at).sql})`)
    case '+': case '-': case '*': return arithmetic(node.op, a, write(node.b, at))
    case 'in': return membership(node, a, at)
    default: return plain(compare(node.op === '!=' ? '<>' : node.op, a, write(node.b, at), at))
  }
}

function membership(node: Extract<Node, { k: 'binary' }>, a: Written, at: Where): Written {
  const members = node.b.k === 'set' ? node.b.of : []
  if (a.text) return plain(`(${a.sql} in (${members.map((m) => write(m, at).sql).join(', ')}))`)
  return plain(`(${members.map((m) => compare('=', a, write(m, at), at)).join(' or ')})`)
}

function arithmetic(op: string, a: Written, b: Written): Written {
  if (op === '*') return { sql: `(${a.sql} * ${b.sql})`, scale: a.scale + b.scale, text: false }
  const scale = Math.max(a.scale, b.scale)
  return { sql: `(${widened(a, scale)} ${op} ${widened(b, scale)})`, scale, text: false }
}

/** The number with more decimals. */
export const widened = (a: Written, scale: number): string => (scale === a.scale ? a.sql : `(${a.sql} * ${10n ** BigInt(scale - a.scale)})`)

function compare(op: string, a: Written, b: Written, { y }: Where): string {
  if (a.text) return y.kind === 'postgres' && op !== '=' && op !== '<>' ? `(${a.sql} collate "C" ${op} ${b.sql})` : `(${a.sql} ${op} ${b.sql})`
  const scale = Math.max(a.scale, b.scale)
  return `(${widened(a, scale)} ${op} ${widened(b, scale)})`
}

function called(node: Extract<Node, { k: 'call' }>, at: Where): Written {
  const [first, from, to] = node.args
  if (!first) return plain('null')
  if (node.fn === 'blank') return plain(`(${write(first, at).sql} is null)`)
  if (node.fn === 'substr' && from?.k === 'num' && to?.k === 'num') {
    const text = write(first, at).sql
    return words(`(case when length(${text}) >= ${to.text} then substr(${text}, ${from.text}, ${Number(to.text) - Number(from.text) + 1}) end)`)
  }
  const table = tableNamed(at.y.index, first.k === 'name' ? first.name : '', node.at)
  const body = rowsOfUnit(table, node.where, at.y)
  return plain(node.fn === 'any' ? `(exists (select 1 ${body}))` : `(select count(*) ${body})`)
}

/** The rows of one table of the unit `u.id` for which a condition is true. */
function rowsOfUnit(table: TableEntry, where: Node | null, y: Yearly): string {
  const needed = where === null ? [] : columnsOf(where, { index: y.index, over: table.table.key }).filter((e) => e.table !== null)
  const spine = spineOf(where, table, y)
  const condition = where === null ? '' : ` where ${conditionSql(where, y, table.table.key)}`
  const joined = needed.filter((e) => e !== spine)
  const inner = `select ${['k.row_no', ...(spine ? [`${heldAs('k', spine, y.sources(spine, y.offset))} as ${columnOf(spine)}`] : []), ...joined.map((e) => `${heldAs(`j${e.order}`, e, y.sources(e, y.offset))} as ${columnOf(e)}`)].join(', ')} from ${
    spine ? `value k${byKey(y)}` : `(select distinct row_no from value k0 where ${itemIs('k0', tableIds(table, y))} and k0.submission = u.id) k`
  }${joined.map((e) => ` left join value j${e.order} on ${itemIs(`j${e.order}`, y.sources(e, y.offset))} and j${e.order}.submission = u.id and j${e.order}.row_no = k.row_no`).join('')}${
    spine ? ` where ${itemIs('k', y.sources(spine, y.offset))} and k.submission = u.id` : ''}`
  return `from (${inner}) r${condition}`
}

/** A column that must have a value for the condition to be true: rows can be found by it alone. */
export function spineOf(where: Node | null, table: TableEntry, y: Yearly): Entry | null {
  const ground: Ground = { index: y.index, over: table.table.key }
  for (const c of conjuncts(where)) {
    const operand = c.k === 'between' ? c.x : c.k === 'binary' && c.op !== 'or' ? c.a : null
    const inside = operand?.k === 'call' && operand.fn === 'substr' ? operand.args[0] : operand
    const name = inside?.k === 'name' ? inside.name : inside?.k === 'column' ? inside.column : null
    if (name === null || name === 'period_end') continue
    const entry = entryOf(ground, name, c.at)
    if (entry.table !== null) return entry
  }
  return null
}

/** Every item and column that a node names, those inside any() left out unless they are the unit's. */
export function columnsOf(node: Node, ground: Ground): readonly Entry[] {
  const found = new Set<Entry>()
  const visit = (n: Node, g: Ground): void => {
    switch (n.k) {
      case 'name': if (n.name !== 'period_end') found.add(entryOf(g, n.name, n.at)); break
      case 'column': found.add(entryOf(g, n.column, n.at)); break
      case 'neg': case 'not': visit(n.a, g); break
      case 'between': visit(n.x, g); visit(n.low, g); visit(n.high, g); break
      case 'binary': visit(n.a, g); visit(n.b, g); break
      case 'call': {
        const [first] = n.args
        if ((n.fn === 'any' || n.fn === 'rows') && first?.k === 'name') {
          if (n.where) for (const e of columnsOf(n.where, { ...g, over: first.name })) if (e.table === null) found.add(e)
        } else for (const a of n.args) visit(a, g)
        break
      }
      default:
    }
  }
  visit(node, ground)
  return [...found]
}
