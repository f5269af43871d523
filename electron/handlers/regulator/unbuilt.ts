import type { Channel } from '../../../core/contract.ts'
import { problem } from '../../../core/problem.ts'
import { no } from '../../../core/result.ts'
import type { Handler } from '../handlers.ts'

/** Refusals for channels that have no handler yet. */
export const unbuilt = <R extends object>(requests: R): { readonly [C in keyof R & Channel]: Handler<C> } =>
  Object.fromEntries(Object.keys(requests).map(name => [name, () => no(problem('usage', { what: name }))])) as unknown as { readonly [C in keyof R & Channel]: Handler<C> }
