import { FormulaError } from '../formula/ast.ts'
import { closing } from '../formula/braces.ts'
import type { Formula } from './formula.ts'
import { readFormula, type Reading } from './read.ts'

/** A piece of a line below a table: words, or a figure with its decimals. */
export type NotePart = string | { readonly formula: Formula; readonly decimals: number }

/** Cuts a text with `{expr}` and `{expr:decimals}` into its pieces; braces of a set within count. */
export function parseNote(text: string, reading: Reading): readonly NotePart[] {
  const parts: NotePart[] = []
  let from = 0
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
    const close = closing(text, open)
    parts.push(text.slice(from, open), figure(text.slice(open + 1, close), open + 1, reading))
    from = close + 1
  }
  return [...parts, text.slice(from)].filter((p) => p !== '')
}

function figure(source: string, offset: number, reading: Reading): NotePart {
  const wanted = /:([0-6])$/.exec(source)
  try {
    return { formula: readFormula(wanted ? source.slice(0, wanted.index) : source, reading), decimals: Number(wanted?.[1] ?? 0) }
  } catch (error) {
    if (error instanceof FormulaError) throw new FormulaError(error.at + offset, error.message)
    throw error
  }
}
