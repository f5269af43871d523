import type { Answer, Request } from '../../core/contract.ts'
import type { incomingRequests } from '../../core/contract/incoming.ts'
import type { Result } from '../../core/result.ts'
import type { Desk } from './desk.ts'
import { importPreview, importRun } from './import.ts'
import { importLook, importMappings, importRemove, importSave } from './importLook.ts'
import { priorForget, priorLook, priorRead, priorType, priorUse } from './prior.ts'
import { priorAccept, priorProposals } from './priorAccept.ts'

type Incoming = keyof typeof incomingRequests

/** The handlers of what brings figures in: last year's, and other programs' files. */
export const incomingHandlers: { readonly [C in Incoming]: (desk: Desk, args: Request<C>) => Result<Answer<C>> | Promise<Result<Answer<C>>> } = {
  'prior.look': (desk, args) => priorLook(desk, args.filing),
  'prior.read': priorRead,
  'prior.use': priorUse,
  'prior.type': priorType,
  'prior.forget': priorForget,
  'prior.proposals': priorProposals,
  'prior.accept': priorAccept,
  'import.look': importLook,
  'import.preview': importPreview,
  'import.run': importRun,
  'import.mappings': importMappings,
  'import.save': importSave,
  'import.remove': importRemove,
}
