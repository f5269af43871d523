import { FormulaError, type BinaryOp, type Node, type RuleNode } from './ast.ts'
import { tokenize, type Token } from './token.ts'

const comparisons = new Set(['=', '!=', '<', '<=', '>', '>='])
const reserved = new Set(['if', 'and', 'or', 'not', 'in', 'subset', 'between'])
const deepest = 60

/** Where the parser stands. */
interface Cursor { readonly tokens: readonly Token[]; i: number; depth: number }

/** Parses `or ["if" or]`; throws a FormulaError with the position. */
export function parseRule(source: string): RuleNode {
  const c: Cursor = { tokens: tokenize(source), i: 0, depth: 0 }
  const then = parseOr(c)
  const when = takeWord(c, 'if') ? parseOr(c) : null
  end(c)
  return { then, when }
}

/** Parses a formula without `if`: a condition or a computed item. */
export function parseExpression(source: string): Node {
  const c: Cursor = { tokens: tokenize(source), i: 0, depth: 0 }
  const node = parseOr(c)
  end(c)
  return node
}

const peek = (c: Cursor): Token => c.tokens[c.i] as Token
const isWord = (t: Token, word: string): boolean => t.kind === 'name' && t.text === word
const isSign = (t: Token, sign: string): boolean => t.kind === 'sign' && t.text === sign

function takeWord(c: Cursor, word: string): boolean {
  if (!isWord(peek(c), word)) return false
  c.i++
  return true
}
function takeSign(c: Cursor, sign: string): boolean {
  if (!isSign(peek(c), sign)) return false
  c.i++
  return true
}
function need(c: Cursor, sign: string): void {
  if (!takeSign(c, sign)) throw new FormulaError(peek(c).at, `这里应为“${sign}”，却是${said(peek(c))}`)
}
function said(t: Token): string {
  return t.kind === 'end' ? '公式结尾' : `“${t.text}”`
}
function end(c: Cursor): void {
  const t = peek(c)
  if (t.kind === 'end') return
  if (isWord(t, 'if')) throw new FormulaError(t.at, '“if”只能在最外层出现一次')
  throw new FormulaError(t.at, `公式到此应已结束，却还有${said(t)}`)
}

function parseOr(c: Cursor): Node {
  if (++c.depth > deepest) throw new FormulaError(peek(c).at, '公式括号层次过深')
  const node = chain(c, 'or', () => chain(c, 'and', () => parseNot(c)))
  c.depth--
  return node
}
function chain(c: Cursor, word: 'or' | 'and', next: () => Node): Node {
  let a = next()
  while (isWord(peek(c), word)) {
    c.i++
    a = { k: 'binary', op: word, a, b: next(), at: a.at }
  }
  return a
}
function parseNot(c: Cursor): Node {
  const at = peek(c).at
  if (!takeWord(c, 'not')) return parseComparison(c)
  if (++c.depth > deepest) throw new FormulaError(at, '公式层次过深')
  const a = parseNot(c)
  c.depth--
  return { k: 'not', a, at }
}
function parseComparison(c: Cursor): Node {
  const a = parseSum(c)
  const t = peek(c)
  const word = t.kind === 'name' ? t.text : null
  if (t.kind === 'sign' && comparisons.has(t.text)) {
    c.i++
    const node: Node = { k: 'binary', op: t.text as BinaryOp, a, b: parseSum(c), at: t.at }
    return refuseChain(c, node)
  }
  if (word === 'in' || word === 'subset') {
    c.i++
    return refuseChain(c, { k: 'binary', op: word, a, b: parseAtom(c), at: t.at })
  }
  if (word === 'between') return refuseChain(c, parseBetween(c, a))
  return a
}
function parseBetween(c: Cursor, x: Node): Node {
  const at = peek(c).at
  c.i++
  const low = parseSum(c)
  if (!takeWord(c, 'and')) throw new FormulaError(peek(c).at, `“between”之后应为“下限 and 上限”，却是${said(peek(c))}`)
  return { k: 'between', x, low, high: parseSum(c), at }
}
function refuseChain(c: Cursor, node: Node): Node {
  const t = peek(c)
  if ((t.kind === 'sign' && comparisons.has(t.text)) || isWord(t, 'in') || isWord(t, 'subset') || isWord(t, 'between'))
    throw new FormulaError(t.at, '比较不能连写，请用“and”分开或加括号')
  return node
}
function parseSum(c: Cursor): Node {
  let a = parseProduct(c)
  for (let t = peek(c); isSign(t, '+') || isSign(t, '-'); t = peek(c)) {
    c.i++
    a = { k: 'binary', op: t.text as BinaryOp, a, b: parseProduct(c), at: t.at }
  }
  return a
}
function parseProduct(c: Cursor): Node {
  let a = parseUnary(c)
  for (let t = peek(c); isSign(t, '*') || isSign(t, '/'); t = peek(c)) {
    c.i++
    a = { k: 'binary', op: t.text as BinaryOp, a, b: parseUnary(c), at: t.at }
  }
  return a
}
function parseUnary(c: Cursor): Node {
  const at = peek(c).at
  if (!takeSign(c, '-')) return parseAtom(c)
  if (++c.depth > deepest) throw new FormulaError(at, '公式层次过深')
  const a = parseUnary(c)
  c.depth--
  return { k: 'neg', a, at }
}
function parseAtom(c: Cursor): Node {
  const t = peek(c)
  if (t.kind === 'num' || t.kind === 'text') {
    c.i++
    return { k: t.kind, text: t.text, at: t.at }
  }
  if (takeSign(c, '(')) {
    const inside = parseOr(c)
    need(c, ')')
    return inside
  }
  if (takeSign(c, '{')) return parseSet(c, t.at)
  if (t.kind !== 'name' || reserved.has(t.text)) throw new FormulaError(t.at, `这里应为数、文字、名称或括号，却是${said(t)}`)
  c.i++
  if (takeSign(c, '(')) return parseCall(c, t)
  if (!takeSign(c, '.')) return { k: 'name', name: t.text, at: t.at }
  const column = peek(c)
  if (column.kind !== 'name') throw new FormulaError(column.at, `“${t.text}.”之后应为栏目名称`)
  c.i++
  return { k: 'column', table: t.text, column: column.text, at: t.at }
}
function parseSet(c: Cursor, at: number): Node {
  const of: Node[] = []
  do {
    const t = peek(c)
    if (t.kind !== 'num' && t.kind !== 'text') throw new FormulaError(t.at, `花括号内只能是数或文字，却是${said(t)}`)
    c.i++
    of.push({ k: t.kind, text: t.text, at: t.at })
  } while (takeSign(c, ','))
  need(c, '}')
  return { k: 'set', of, at }
}
function parseCall(c: Cursor, name: Token): Node {
  const args: Node[] = []
  let where: Node | null = null
  if (!isSign(peek(c), ')')) {
    do args.push(parseOr(c))
    while (takeSign(c, ','))
    if (takeSign(c, ':')) where = parseOr(c)
  }
  need(c, ')')
  return { k: 'call', fn: name.text, args, where, at: name.at }
}
