import { intakeRequests } from '../../../core/contract/regulator/intake.ts'
import { unbuilt } from './unbuilt.ts'

/** Calls of this area; each is replaced by its handler. */
export const intakeHandlers = unbuilt(intakeRequests)
