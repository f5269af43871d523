import { FormulaError } from './ast.ts'

/** A token of the rule language; `at` counts from 1. */
export interface Token { readonly kind: 'num' | 'text' | 'name' | 'sign' | 'end'; readonly text: string; readonly at: number }

const pattern = /\s+|([0-9]+(?:\.[0-9]+)?)|"([^"]*)"|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|!=|[-+*/=<>(){},:.])/y
const longest = 2000

/** Cuts a formula into tokens; refuses characters the language does not know. */
export function tokenize(source: string): readonly Token[] {
  if (source.length > longest) throw new FormulaError(1, `公式过长（超过 ${longest} 个字符）`)
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex
    const found = pattern.exec(source)
    if (!found) throw new FormulaError(at + 1, unknown(source, at))
    const token = tokenOf(found, at + 1)
    if (token) tokens.push(token)
  }
  tokens.push({ kind: 'end', text: '', at: source.length + 1 })
  return tokens
}

function tokenOf(found: RegExpExecArray, at: number): Token | null {
  if (found[1] !== undefined) return { kind: 'num', text: found[1], at }
  if (found[2] !== undefined) return { kind: 'text', text: found[2], at }
  if (found[3] !== undefined) return { kind: 'name', text: found[3], at }
  if (found[4] !== undefined) return { kind: 'sign', text: found[4], at }
  return null
}

function unknown(source: string, at: number): string {
  const char = source.charAt(at)
  return char === '"' ? '引号没有配对' : `不认识的字符“${char}”`
}
