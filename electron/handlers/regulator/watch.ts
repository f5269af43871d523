import { watchRequests } from '../../../core/contract/regulator/watch.ts'
import { unbuilt } from './unbuilt.ts'
import { sampleDraw, sampleList, sampleWrite } from './watch/sample.ts'
import { upwardLook } from './watch/upwardLook.ts'
import { upwardPack } from './watch/upwardPack.ts'
import { upwardTake } from './watch/upwardTake.ts'

/** Calls of monitoring, bulletin, sampling and upward files. */
export const watchHandlers = {
  ...unbuilt(watchRequests),
  'sample.draw': sampleDraw,
  'sample.list': sampleList,
  'sample.write': sampleWrite,
  'upward.pack': upwardPack,
  'upward.look': upwardLook,
  'upward.take': upwardTake,
}
