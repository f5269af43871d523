import { registerRequests } from '../../../core/contract/regulator/register.ts'
import { unbuilt } from './unbuilt.ts'

/** Calls of this area; each is replaced by its handler. */
export const registerHandlers = unbuilt(registerRequests)
