import { z } from 'zod'
import { jsonFault } from './jsonFault.ts'
import { policyFields, policySchema, safeDefaults, type Policy, type PolicyField } from './schema.ts'

/** What is wrong with a policy; `line` from 1 where it is known. */
export type PolicyProblem =
  | { readonly kind: 'json' | 'large'; readonly line?: number }
  | { readonly kind: 'shape' }
  | { readonly kind: 'twice' | 'unknown'; readonly field: string; readonly line?: number }
  | { readonly kind: 'value'; readonly field: PolicyField; readonly line?: number }
  | { readonly kind: 'owner' | 'mode' | 'unreadable'; readonly path: string }

/** A policy with what could not be taken of it; a broken setting has its safe default, the others hold. */
export interface PolicyReading { readonly policy: Policy; readonly problems: readonly PolicyProblem[] }

/** What holds where nothing of a policy could be taken. */
export const nothingTaken = (problem: PolicyProblem): PolicyReading => ({ policy: safeDefaults, problems: [problem] })

/** Reads the text of a policy file, setting by setting. */
export function readPolicyText(text: string): PolicyReading {
  if (text.length > 256 * 1024) return nothingTaken({ kind: 'large' })
  const plain = text.replace(/^\uFEFF/, '')
  const parsed = parse(plain)
  if ('problem' in parsed) return nothingTaken(parsed.problem)
  return readPolicyValues(parsed.value, field => lineOf(plain, field))
}

/** Takes what can be taken of a policy's values; `$schema` and names that begin with `_` are remarks. */
export function readPolicyValues(value: unknown, line: (field: string) => number | undefined = () => undefined): PolicyReading {
  const object = z.record(z.string(), z.unknown()).safeParse(value)
  if (!object.success || Array.isArray(value)) return nothingTaken({ kind: 'shape' })
  const taken: Record<string, unknown> = {}
  const problems: PolicyProblem[] = []
  for (const [field, given] of Object.entries(object.data)) {
    if (field === '$schema' || field.startsWith('_')) continue
    const at = line(field)
    const where = at === undefined ? {} : { line: at }
    if (!isField(field)) { problems.push({ kind: 'unknown', field, ...where }); continue }
    const read = policySchema.shape[field].safeParse(given)
    if (read.success) { taken[field] = read.data; continue }
    problems.push({ kind: 'value', field, ...where })
    if (safeDefaults[field] !== undefined) taken[field] = safeDefaults[field]
  }
  return { policy: policySchema.parse(taken), problems }
}

const isField = (name: string): name is PolicyField => policyFields.some(field => field === name)

function parse(text: string): { readonly value: unknown } | { readonly problem: PolicyProblem } {
  try {
    const value: unknown = JSON.parse(text)
    const twice = repeated(text)
    return twice === null ? { value } : { problem: { kind: 'twice', ...twice } }
  } catch {
    return { problem: { kind: 'json', line: jsonFault(text) ?? 1 } }
  }
}

/** A setting that is written twice: nobody can say which one was meant. */
function repeated(text: string): { readonly field: string; readonly line: number } | null {
  for (const field of policyFields) {
    const [, second] = [...text.matchAll(naming(field))]
    if (second) return { field, line: lineAt(text, second.index) }
  }
  return null
}

const naming = (field: string): RegExp => new RegExp(`"${field.replace(/[^\w-]/g, '.')}"\\s*:`, 'g')
const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

function lineOf(text: string, field: string): number | undefined {
  const found = naming(field).exec(text)
  return found ? lineAt(text, found.index) : undefined
}
