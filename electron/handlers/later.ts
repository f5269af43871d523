import type { Channel } from '../../core/contract.ts'
import type { Handler } from './handler.ts'

/** The handlers of one area of the contract. */
export type Area<C extends Channel> = { readonly [K in C]: Handler<K> }

/** Handlers whose code is fetched with the first call to one of them: a start does not wait for what it does not show. */
export function later<C extends Channel>(requests: { readonly [K in C]: unknown }, fetch: () => Promise<Area<C>>): Area<C> {
  const handlerOf = (name: C): Handler<C> => async (desk, args) => (await fetch())[name](desk, args)
  return Object.fromEntries((Object.keys(requests) as C[]).map(name => [name, handlerOf(name)])) as Area<C>
}
