import { watchRequests } from '../../../core/contract/regulator/watch.ts'
import { unbuilt } from './unbuilt.ts'
import { sampleDraw, sampleList, sampleWrite } from './watch/sample.ts'

/** Calls of monitoring, bulletin, sampling and upward files. */
export const watchHandlers = {
  ...unbuilt(watchRequests),
  'sample.draw': sampleDraw,
  'sample.list': sampleList,
  'sample.write': sampleWrite,
}
