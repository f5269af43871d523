import type { Answer, Request } from '../../core/contract.ts'
import type { printRequests } from '../../core/contract/printing.ts'
import type { Result } from '../../core/result.ts'
import type { Desk } from './desk.ts'
import { noteSet } from './notes.ts'
import { printMake, printPreview } from './print.ts'

/** The handlers that put a filing on paper, and notes on its cells. */
export const paperHandlers: { readonly [C in keyof typeof printRequests]: (desk: Desk, args: Request<C>) => Result<Answer<C>> | Promise<Result<Answer<C>>> } = {
  'print.preview': printPreview,
  'print.make': printMake,
  'note.set': noteSet,
}
