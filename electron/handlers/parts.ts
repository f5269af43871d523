import type { Answer, Request } from '../../core/contract.ts'
import type { partRequests } from '../../core/contract/parting.ts'
import type { Result } from '../../core/result.ts'
import type { Desk } from './desk.ts'
import { partExport, partForget, partLook, partReturn } from './partGive.ts'
import { partMerge, partPreview } from './partMerge.ts'
import { partOpen } from './partOpen.ts'

/** The handlers that divide a filing among people. */
export const partHandlers: { readonly [C in keyof typeof partRequests]: (desk: Desk, args: Request<C>) => Result<Answer<C>> } = {
  'part.look': partLook,
  'part.export': partExport,
  'part.open': partOpen,
  'part.return': partReturn,
  'part.forget': partForget,
  'part.preview': partPreview,
  'part.merge': partMerge,
}
