import { FormulaError, type Comparison, type Node } from './ast.ts'
import { asRatio, expect, unify, widened } from './check.ts'
import { ratioCompare, type Num } from './number.ts'
import type { Code, Env, Run, Scope } from './scope.ts'
import { compareText, typeNames, type Scalar, type Type } from './value.ts'

type Binary = Extract<Node, { k: 'binary' }>
type Test = (order: number) => boolean
const tests: Readonly<Record<Comparison, Test>> = {
  '=': (o) => o === 0, '!=': (o) => o !== 0, '<': (o) => o < 0, '<=': (o) => o <= 0, '>': (o) => o > 0, '>=': (o) => o >= 0,
}

/** Compiles one comparison; both sides have one type, blank gives blank. */
export function compileComparison(node: Binary, env: Env): Code {
  const [a, b] = unify(env.compile(node.a, env), env.compile(node.b, env), node.at)
  inTable(a, node.b)
  inTable(b, node.a)
  return bool(compareCodes(node.op as Comparison, a, b, node.at))
}

/** Compiles `x between low and high`, both ends included. */
export function compileBetween(node: Extract<Node, { k: 'between' }>, env: Env): Code {
  const x = env.compile(node.x, env)
  const [x1, low] = unify(x, env.compile(node.low, env), node.at)
  const [x2, high] = unify(x, env.compile(node.high, env), node.at)
  const above = compareCodes('>=', x1, low, node.at)
  const below = compareCodes('<=', x2, high, node.at)
  return bool((s) => {
    const p = above(s)
    if (p === null) return null
    const q = below(s)
    return q === null ? null : p && q
  })
}

/** Refuses a text beside an item of codes that its table does not have: such a rule could never hold. */
function inTable({ codes }: Code, beside: Node): void {
  if (!codes) return
  for (const node of beside.k === 'set' ? beside.of : [beside]) {
    if (node.k === 'text' && node.text !== '' && !codes.has(node.text)) throw new FormulaError(node.at, `代码表里没有“${node.text}”`)
  }
}

const bool = (run: Run): Code => ({ type: 'bool', scale: 0, run })

function compareCodes(op: Comparison, a: Code, b: Code, at: number): Run {
  if (a.type.startsWith('set:') || a.type === 'cell') throw new FormulaError(at, `${typeNames[a.type]}不能用“${op}”比较`)
  if (a.type === 'bool' && op !== '=' && op !== '!=') throw new FormulaError(at, '真假只能比较是否相等')
  if (a.type !== 'num') return ordered(tests[op], a.run, b.run)
  if (a.scale < 0 || b.scale < 0) return quotients(tests[op], a, b)
  const scale = Math.max(a.scale, b.scale)
  return numbers(op, widened(a, scale).run as NumRun, widened(b, scale).run as NumRun)
}

type NumRun = (s: Scope) => Num | null

function quotients(test: Test, a: Code, b: Code): Run {
  const left = asRatio(a)
  const right = asRatio(b)
  return (s) => {
    const x = left(s)
    if (x === null) return null
    const y = right(s)
    return y === null ? null : test(ratioCompare(x, y))
  }
}

function ordered(test: Test, a: Run, b: Run): Run {
  return (s) => {
    const x = a(s)
    if (x === null) return null
    const y = b(s)
    if (y === null) return null
    return test(x === y ? 0 : typeof x === 'string' ? compareText(x, y as string) : 1)
  }
}

function numbers(op: Comparison, a: NumRun, b: NumRun): Run {
  const both = (test: (x: Num, y: Num) => boolean): Run => (s) => {
    const x = a(s)
    if (x === null) return null
    const y = b(s)
    return y === null ? null : test(x, y)
  }
  switch (op) {
    case '=': return both((x, y) => x === y)
    case '!=': return both((x, y) => x !== y)
    case '<': return both((x, y) => x < y)
    case '<=': return both((x, y) => x <= y)
    case '>': return both((x, y) => x > y)
    case '>=': return both((x, y) => x >= y)
  }
}

const kinds: readonly Type[] = ['num', 'text', 'month', 'date']

/** Compiles `x in s`: whether the set holds the value. */
export function compileIn(node: Binary, env: Env): Code {
  const set = env.compile(node.b, env)
  if (!set.type.startsWith('set:')) throw new FormulaError(node.b.at, `“in”右边应为集合，却是${typeNames[set.type]}`)
  const kind = kinds.find((k) => `set:${k}` === set.type) as Type
  const x = expect(node.a, env, [kind], '“in”左边')
  inTable(x, node.b)
  inTable(set, node.a)
  if (kind === 'num') return numberIn(x, set, node.at)
  const run = x.run
  const members = set.run as (s: Scope) => readonly Scalar[] | null
  if (node.b.k === 'set') {
    const fixed = new Set(node.b.of.map((n) => (n.k === 'text' ? n.text : '')))
    return bool((s) => {
      const value = run(s)
      return value === null ? null : fixed.has(value as string)
    })
  }
  return bool((s) => {
    const value = run(s)
    if (value === null) return null
    const all = members(s)
    return all === null ? null : all.includes(value as Scalar)
  })
}

function numberIn(x: Code, set: Code, at: number): Code {
  if (x.scale < 0) throw new FormulaError(at, '商不能用“in”')
  const scale = Math.max(x.scale, set.scale)
  const run = widened(x, scale).run as NumRun
  const members = set.run as (s: Scope) => readonly Num[] | null
  const factor = 10n ** BigInt(scale - set.scale)
  return bool((s) => {
    const value = run(s)
    if (value === null) return null
    const all = members(s)
    return all === null ? null : all.some((m) => BigInt(m) * factor === BigInt(value))
  })
}

/** Compiles `s subset t`. */
export function compileSubset(node: Binary, env: Env): Code {
  const [a, b] = [env.compile(node.a, env), env.compile(node.b, env)]
  if (!a.type.startsWith('set:') || a.type !== b.type || a.scale !== b.scale)
    throw new FormulaError(node.at, `“subset”两边应为同类的集合，却是${typeNames[a.type]}与${typeNames[b.type]}`)
  const left = a.run as (s: Scope) => readonly Scalar[] | null
  const right = b.run as (s: Scope) => readonly Scalar[] | null
  return bool((s) => {
    const x = left(s)
    const y = right(s)
    return x === null || y === null ? null : x.every((m) => y.includes(m))
  })
}
