import { bulletinOpen, bulletinSave, bulletinWrite } from './watch/bulletin.ts'
import { monitorEvidence } from './watch/evidence.ts'
import { monitorLook } from './watch/monitor.ts'
import { sampleDraw, sampleList, sampleWrite } from './watch/sample.ts'
import { upwardLook } from './watch/upwardLook.ts'
import { upwardPack } from './watch/upwardPack.ts'
import { upwardTake } from './watch/upwardTake.ts'

/** Calls of monitoring, bulletin, sampling and upward files. */
export const watchHandlers = {
  'monitor.look': monitorLook,
  'monitor.evidence': monitorEvidence,
  'bulletin.open': bulletinOpen,
  'bulletin.save': bulletinSave,
  'bulletin.write': bulletinWrite,
  'sample.draw': sampleDraw,
  'sample.list': sampleList,
  'sample.write': sampleWrite,
  'upward.pack': upwardPack,
  'upward.look': upwardLook,
  'upward.take': upwardTake,
}
