import { FormulaError } from '../ast.ts'
import { aggregateFunctions } from './aggregate.ts'
import { abs } from './arithmetic.ts'
import { cellFunctions } from './cell.ts'
import { blank, pick } from './choice.ts'
import { dateFunctions } from './date.ts'
import { formFunctions } from './form.ts'
import { identityFunctions } from './identity.ts'
import { priorFunctions } from './prior.ts'
import type { FunctionSpec } from './signature.ts'
import { textFunctions } from './text.ts'

/** unexplained(n): 核实性 findings without an explanation of n characters. */
const unexplained: FunctionSpec = {
  name: 'unexplained', least: 1, most: 1, takesWhere: false,
  compile: (call, env) => {
    const node = call.args[0]
    if (node?.k !== 'num' || node.text.includes('.')) throw new FormulaError(node?.at ?? call.at, '“unexplained”的参数应为整数')
    env.reads.explanations = true
    const n = Number(node.text)
    return { type: 'num', scale: 0, run: (s) => s.unexplained(n) }
  },
}

/** Every function of the rule language by name. */
export const functions: ReadonlyMap<string, FunctionSpec> = new Map(
  [abs, pick, blank, unexplained, ...textFunctions, ...dateFunctions, ...aggregateFunctions, ...formFunctions, ...priorFunctions, ...identityFunctions, ...cellFunctions].map((f) => [f.name, f]),
)
