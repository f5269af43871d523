import { FormulaError } from './ast.ts'

/** Where the brace opened at `open` closes; −1 where it does not. Braces of sets count, those inside quotes do not. */
export function braceEnd(text: string, open: number): number {
  let depth = 0
  let quoted = false
  for (let i = open; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === '"') quoted = !quoted
    else if (!quoted && c === '{') depth++
    else if (!quoted && c === '}' && --depth === 0) return i
  }
  return -1
}

/** The same in words that must close; throws a FormulaError with the position. */
export function closing(text: string, open: number): number {
  const end = braceEnd(text, open)
  if (end < 0) throw new FormulaError(open + 1, '花括号没有配对')
  return end
}
