import { FormulaError } from '../../core/formula/ast.ts'
import { compile, environment } from '../../core/formula/compile.ts'
import { parseExpression } from '../../core/formula/parse.ts'
import { programOf } from '../../core/formula/program.ts'
import { printValue } from '../../core/formula/template.ts'
import { evaluate } from '../../core/filing/evaluation.ts'
import type { FilingData, Prior, Row } from '../../core/filing/filing.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { packOf } from './samples.ts'

type Cells = Readonly<Record<string, string>>
/** A filing in short: scalars, and tables as lists of cells. */
export interface Short { readonly values?: Cells; readonly tables?: Readonly<Record<string, readonly Cells[]>>; readonly prior?: Short; readonly today?: string; readonly pack?: Pack }

/** A short filing in full; row ids from 1. */
export function filing({ values = {}, tables = {} }: Short): FilingData {
  const rows = (list: readonly Cells[]): readonly Row[] => list.map((cells, i) => ({ id: i + 1, cells }))
  return { values, tables: Object.fromEntries(Object.entries(tables).map(([key, list]) => [key, rows(list)])) }
}

/** The value of a formula in a filing: 空 for blank, 是/否, numbers as printed for people. */
export function value(formula: string, short: Short = {}): string {
  const pack = short.pack ?? packOf(2026)
  const program = programOf(pack)
  const prior: Prior | null = short.prior ? { origin: 'typed', year: pack.year - 1, data: filing(short.prior) } : null
  const slots = { next: program.memoSlots }
  const code = compile(parseExpression(formula), environment(program.index, {}, slots))
  return printValue(code.run(evaluate(program, filing(short), prior, short.today ?? '2027-03-10')), code)
}

/** Why a formula is refused, as `position sentence`; empty when it is accepted. */
export function refusal(formula: string, allow: { row?: boolean; cell?: boolean } = {}): string {
  try {
    compile(parseExpression(formula), environment(programOf(packOf(2026)).index, allow, { next: 0 }))
    return ''
  } catch (error) {
    if (error instanceof FormulaError) return `${error.at} ${error.message}`
    throw error
  }
}
