import type { Node } from '../formula/ast.ts'
import type { Ratio } from '../formula/number.ts'
import type { InputKind } from './schema.ts'

/** One count or sum over the ledger that figures are made of. */
export interface Aggregate {
  /** The same for aggregates that mean the same. */
  readonly key: string
  readonly kind: 'count' | 'sum' | 'rows' | 'distinct'
  /** `U` over units, `R` over the register, or a repeating table over its rows. */
  readonly over: string
  /** What is added up or told apart. */
  readonly value: Node | null
  /** Decimals of the sum. */
  readonly scale: number
  /** Everything that must be true of the unit or row: the aggregate's own condition with those of row, column and switch. */
  readonly where: Node | null
  /** Years from the scope's year: 0, −1 … */
  readonly offset: number
  /** Only units that count in the year with this offset and in the one before it. */
  readonly same: number | null
}
/** A figure from outside, with the year written out. */
export interface InputRef { readonly kind: InputKind; readonly key: string; readonly year: number }
export type FigureFunction = 'abs' | 'round' | 'root' | 'median' | 'pick' | 'first' | 'plus'
export type Comparing = '=' | '!=' | '<' | '<=' | '>' | '>='
/** A cell's expression, checked; every aggregate carries all its conditions. */
export type Formula =
  | { readonly k: 'num'; readonly value: Ratio }
  | { readonly k: 'bool'; readonly value: boolean }
  | { readonly k: 'aggregate'; readonly of: Aggregate }
  | { readonly k: 'cell'; readonly row: string; readonly column: string; readonly at: number }
  | { readonly k: 'input'; readonly of: InputRef }
  | { readonly k: 'neg' | 'not'; readonly a: Formula }
  | { readonly k: 'op'; readonly op: '+' | '-' | '*' | '/'; readonly a: Formula; readonly b: Formula }
  | { readonly k: 'compare'; readonly op: Comparing; readonly a: Formula; readonly b: Formula }
  | { readonly k: 'logic'; readonly op: 'and' | 'or'; readonly a: Formula; readonly b: Formula }
  | { readonly k: 'call'; readonly fn: FigureFunction; readonly args: readonly Formula[]; readonly n: number }

/** Calls `visit` for a formula and everything in it. */
export function walkFormula(f: Formula, visit: (f: Formula) => void): void {
  visit(f)
  switch (f.k) {
    case 'neg': case 'not': walkFormula(f.a, visit); break
    case 'op': case 'compare': case 'logic': walkFormula(f.a, visit); walkFormula(f.b, visit); break
    case 'call': for (const a of f.args) walkFormula(a, visit); break
    default:
  }
}

/** The conditions that must all be true. */
export function conjuncts(node: Node | null): readonly Node[] {
  if (node === null) return []
  return node.k === 'binary' && node.op === 'and' ? [...conjuncts(node.a), ...conjuncts(node.b)] : [node]
}

/** All of the conditions as one; null for none. */
export function allOf(nodes: readonly Node[]): Node | null {
  return nodes.reduce<Node | null>((a, b) => (a === null ? b : { k: 'binary', op: 'and', a, b, at: b.at }), null)
}

const keys = new WeakMap<Node, string>()

/** The same text for nodes that mean the same, wherever they stood. */
export function nodeKey(node: Node | null): string {
  if (node === null) return ''
  const known = keys.get(node)
  if (known !== undefined) return known
  const key = write(node)
  keys.set(node, key)
  return key
}

function write(node: Node): string {
  switch (node.k) {
    case 'num': return node.text
    case 'text': return `"${node.text}"`
    case 'name': return node.name
    case 'column': return `${node.table}.${node.column}`
    case 'set': return `{${node.of.map(nodeKey).join(',')}}`
    case 'call': return `${node.fn}(${node.args.map(nodeKey).join(',')}:${nodeKey(node.where)})`
    case 'binary': return `(${nodeKey(node.a)} ${node.op} ${nodeKey(node.b)})`
    case 'between': return `(${nodeKey(node.x)} between ${nodeKey(node.low)} and ${nodeKey(node.high)})`
    case 'neg': case 'not': return `(${node.k} ${nodeKey(node.a)})`
  }
}
