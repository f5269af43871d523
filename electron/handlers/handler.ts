import type { Answer, Channel, Request } from '../../core/contract.ts'
import type { Result } from '../../core/result.ts'
import type { Desk } from './desk.ts'

/** Answers one channel of the contract; refusals are data, only a bug throws. */
export type Handler<C extends Channel> = (desk: Desk, args: Request<C>) => Result<Answer<C>> | Promise<Result<Answer<C>>>
