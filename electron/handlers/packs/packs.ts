import type { packRequests } from '../../../core/contract/packs.ts'
import type { Handler } from '../handler.ts'
import { packLook } from './look.ts'
import { packTake } from './take.ts'

/** The handlers that take packs in from files. */
export const packHandlers: { readonly [C in keyof typeof packRequests]: Handler<C> } = { 'pack.look': packLook, 'pack.take': packTake }
