/** One node of a parsed formula; `at` is the position of its first character, counted from 1. */
export type Node =
  | { readonly k: 'num'; readonly text: string; readonly at: number }
  | { readonly k: 'text'; readonly text: string; readonly at: number }
  | { readonly k: 'name'; readonly name: string; readonly at: number }
  | { readonly k: 'column'; readonly table: string; readonly column: string; readonly at: number }
  | { readonly k: 'set'; readonly of: readonly Node[]; readonly at: number }
  | { readonly k: 'call'; readonly fn: string; readonly args: readonly Node[]; readonly where: Node | null; readonly at: number }
  | { readonly k: 'binary'; readonly op: BinaryOp; readonly a: Node; readonly b: Node; readonly at: number }
  | { readonly k: 'between'; readonly x: Node; readonly low: Node; readonly high: Node; readonly at: number }
  | { readonly k: 'neg' | 'not'; readonly a: Node; readonly at: number }

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type BinaryOp = Comparison | '+' | '-' | '*' | '/' | 'in' | 'subset' | 'and' | 'or'

/** A whole rule: `then if when`; `when` is null without an `if`. */
export interface RuleNode { readonly then: Node; readonly when: Node | null }

/** A formula that is refused: where and why, in Chinese. */
export class FormulaError extends Error {
  readonly at: number
  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}
