import { watchRequests } from '../../../core/contract/regulator/watch.ts'
import { unbuilt } from './unbuilt.ts'

/** Calls of this area; each is replaced by its handler. */
export const watchHandlers = unbuilt(watchRequests)
