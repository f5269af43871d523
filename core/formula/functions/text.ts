import { RE2JS } from 're2js'
import { FormulaError } from '../ast.ts'
import { expect } from '../check.ts'
import { lengthOf } from '../value.ts'
import { literalArgument, plain, type FunctionSpec } from './signature.ts'

const patterns = new Map<string, (text: string) => boolean>()
const mostPatterns = 1000

/** Whether a text is found by a pattern, in linear time; patterns are compiled once. */
function matcher(pattern: string): (text: string) => boolean {
  const known = patterns.get(pattern)
  if (known) return known
  const compiled = RE2JS.compile(pattern)
  const test = (text: string): boolean => compiled.matcher(text).find()
  if (patterns.size >= mostPatterns) patterns.clear()
  patterns.set(pattern, test)
  return test
}

const match: FunctionSpec = {
  name: 'match', least: 2, most: 2, takesWhere: false,
  compile: (call, env) => {
    const text = expect(call.args[0] ?? call, env, ['text'], '“match”的第一个参数').run
    const pattern = literalArgument(call, 1)
    const test = compiled(pattern, call.args[1]?.at ?? call.at)
    return { type: 'bool', scale: 0, run: (s) => { const v = text(s); return v === null ? null : test(v as string) } }
  },
}

function compiled(pattern: string, at: number): (text: string) => boolean {
  try {
    return matcher(pattern)
  } catch {
    throw new FormulaError(at, `“${pattern}”不是可用的格式`)
  }
}

/** Characters i to j, counted from 1; null when the text is too short. */
function cut(text: string, i: number, j: number): string | null {
  if (i < 1 || j < i) return null
  if (lengthOf(text) === text.length) return text.length < j ? null : text.slice(i - 1, j)
  const characters = [...text]
  return characters.length < j ? null : characters.slice(i - 1, j).join('')
}

/** len, substr, match. */
export const textFunctions: readonly FunctionSpec[] = [
  match,
  plain({ name: 'len', args: [['text']], gives: 'num', run: () => ([s]) => lengthOf(s as string) }),
  plain({ name: 'substr', args: [['text'], ['num'], ['num']], gives: 'text', run: () => ([s, i, j]) => cut(s as string, Number(i), Number(j)) }),
]
