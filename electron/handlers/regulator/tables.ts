import { tableRequests } from '../../../core/contract/regulator/tables.ts'
import { unbuilt } from './unbuilt.ts'

/** Calls of this area; each is replaced by its handler. */
export const tablesHandlers = unbuilt(tableRequests)
