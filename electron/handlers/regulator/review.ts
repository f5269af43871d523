import { reviewRequests } from '../../../core/contract/regulator/review.ts'
import { unbuilt } from './unbuilt.ts'

/** Calls of this area; each is replaced by its handler. */
export const reviewHandlers = unbuilt(reviewRequests)
