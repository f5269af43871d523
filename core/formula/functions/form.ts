import { FormulaError } from '../ast.ts'
import type { Env } from '../scope.ts'
import { isEmpty, type Sheet } from '../sheet.ts'
import { literalArgument, type CallNode, type FunctionSpec } from './signature.ts'

function formOf(call: CallNode, env: Env): number {
  const no = literalArgument(call, 0)
  const at = env.index.formAt(no)
  if (at < 0) throw new FormulaError(call.args[0]?.at ?? call.at, `没有“${no}”这张表`)
  return at
}

/** Whether some entered cell of the form is not empty, whether or not the form applies. */
export function isPresent(sheet: Sheet, form: number): boolean {
  const { scalars, tables } = sheet.index
  if (scalars.some((e, i) => e.formAt === form && !e.computed && !isEmpty(sheet.typed[i]))) return true
  return tables.some((t) => t.formAt === form && (sheet.rows[t.at] ?? []).some((row) => row.typed.some((text) => !isEmpty(text))))
}

/** exists("201-1"): the form applies. */
const exists: FunctionSpec = {
  name: 'exists', least: 1, most: 1, takesWhere: false,
  compile: (call, env) => {
    const at = formOf(call, env)
    env.reads.exists.add(at)
    return { type: 'bool', scale: 0, run: (s) => s.sheet.applies[at] === true }
  },
}

/** present("201-1"): something is entered in the form. */
const present: FunctionSpec = {
  name: 'present', least: 1, most: 1, takesWhere: false,
  compile: (call, env) => {
    const at = formOf(call, env)
    env.reads.present.add(at)
    return { type: 'bool', scale: 0, run: (s) => isPresent(s.sheet, at) }
  },
}

/** exists, present. */
export const formFunctions: readonly FunctionSpec[] = [exists, present]
