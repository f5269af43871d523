import type { Node } from '../formula/ast.ts'
import { compareText } from '../formula/value.ts'
import type { PackIndex } from '../pack/lookup.ts'
import type { Held, HeldCells, HeldSubmission } from './ledgerData.ts'

/** What a condition of the slow computation sees: a unit, a row of it, or a unit's reporting facts. */
export interface Sight { readonly index: PackIndex; readonly year: number; readonly unit: HeldSubmission | null; readonly row: HeldCells | null; readonly facts: HeldCells | null }
/** A number is digits and how many of them stand after the point. */
interface Figure { readonly n: bigint; readonly scale: number }
type Seen = Figure | string | boolean | null

/** Whether a condition is true; unknown is not. */
export function isTrue(node: Node | null, sight: Sight): boolean {
  return node === null || see(node, sight) === true
}

/** The whole number of a fact. */
export const numberOf = (held: Held | undefined): bigint | null => (typeof held === 'bigint' ? held : null)

/** What a sum adds: blanks in it are 0. The digits for `scale` decimals. */
export function linear(node: Node, sight: Sight, scale: number): bigint {
  const f = linearFigure(node, sight)
  return f.n * 10n ** BigInt(scale - f.scale)
}

function linearFigure(node: Node, sight: Sight): Figure {
  if (node.k === 'neg') return minus({ n: 0n, scale: 0 }, linearFigure(node.a, sight))
  if (node.k === 'binary') {
    const [a, b] = [linearFigure(node.a, sight), linearFigure(node.b, sight)]
    return node.op === '+' ? minus(a, { n: -b.n, scale: b.scale }) : node.op === '-' ? minus(a, b) : { n: a.n * b.n, scale: a.scale + b.scale }
  }
  const seen = see(node, sight)
  return seen !== null && typeof seen === 'object' ? seen : { n: 0n, scale: 0 }
}

function minus(a: Figure, b: Figure): Figure {
  const scale = Math.max(a.scale, b.scale)
  return { n: digits(a, scale) - digits(b, scale), scale }
}
const digits = (f: Figure, scale: number): bigint => f.n * 10n ** BigInt(scale - f.scale)

function see(node: Node, sight: Sight): Seen {
  switch (node.k) {
    case 'num': {
      const [whole = '', part = ''] = node.text.split('.')
      return { n: BigInt(whole + part), scale: part.length }
    }
    case 'text': return node.text
    case 'name': return named(node.name, sight)
    case 'column': return named(node.column, sight)
    case 'neg': {
      const a = see(node.a, sight)
      return isFigure(a) ? { n: -a.n, scale: a.scale } : null
    }
    case 'not': {
      const a = see(node.a, sight)
      return typeof a === 'boolean' ? !a : null
    }
    case 'between': return both(compared('>=', see(node.x, sight), see(node.low, sight)), compared('<=', see(node.x, sight), see(node.high, sight)))
    case 'call': return called(node, sight)
    case 'binary': return combined(node, sight)
    case 'set': return null
  }
}

const isFigure = (seen: Seen): seen is Figure => seen !== null && typeof seen === 'object'

function named(name: string, { index, unit, row, facts, year }: Sight): Seen {
  if (facts !== null) {
    const held = facts.get(name)
    return typeof held === 'bigint' ? { n: held, scale: 0 } : (held ?? null)
  }
  if (name === 'period_end') return `${year}${index.pack.periodEnd.slice(4)}`
  const entry = index.item(index.keyOf(name) ?? name)
  if (!entry || !unit) return null
  const held = (entry.table === null ? unit.items : row)?.get(entry.item.key)
  if (held === undefined) return null
  return typeof held === 'bigint' ? { n: held, scale: entry.decimals } : held
}

function combined(node: Extract<Node, { k: 'binary' }>, sight: Sight): Seen {
  if (node.op === 'in') {
    const x = see(node.a, sight)
    return x === null || node.b.k !== 'set' ? null : node.b.of.some((m) => compared('=', x, see(m, sight)) === true)
  }
  const [a, b] = [see(node.a, sight), see(node.b, sight)]
  switch (node.op) {
    case 'and': return both(a, b)
    case 'or': return a === true || b === true ? true : a === null || b === null ? null : false
    case '+': return isFigure(a) && isFigure(b) ? minus(a, { n: -b.n, scale: b.scale }) : null
    case '-': return isFigure(a) && isFigure(b) ? minus(a, b) : null
    case '*': return isFigure(a) && isFigure(b) ? { n: a.n * b.n, scale: a.scale + b.scale } : null
    default: return compared(node.op, a, b)
  }
}

const both = (a: Seen, b: Seen): boolean | null => (a === false || b === false ? false : a === null || b === null ? null : true)

function compared(op: string, a: Seen, b: Seen): boolean | null {
  if (a === null || b === null) return null
  const order = isFigure(a) && isFigure(b) ? Number(minus(a, b).n > 0n) - Number(minus(a, b).n < 0n) : typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b)
  switch (op) {
    case '=': return order === 0
    case '!=': return order !== 0
    case '<': return order < 0
    case '<=': return order <= 0
    case '>': return order > 0
    default: return order >= 0
  }
}

function called(node: Extract<Node, { k: 'call' }>, sight: Sight): Seen {
  const [first] = node.args
  if (!first) return null
  if (node.fn === 'blank') return see(first, sight) === null
  if (node.fn === 'substr') {
    const text = see(first, sight)
    const [, from, to] = node.args
    const [i, j] = [from?.k === 'num' ? Number(from.text) : 1, to?.k === 'num' ? Number(to.text) : 0]
    const chars = typeof text === 'string' ? [...text] : []
    return chars.length < j ? null : chars.slice(i - 1, j).join('')
  }
  if (first.k !== 'name') return null
  const rows = (sight.unit?.tables.get(first.name) ?? []).filter((row) => isTrue(node.where, { ...sight, row }))
  return node.fn === 'any' ? rows.length > 0 : { n: BigInt(rows.length), scale: 0 }
}
