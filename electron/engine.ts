import { userInfo } from 'node:os'
import { problem } from '../core/problem.ts'
import { no } from '../core/result.ts'
import { answerFor } from './answer.ts'
import type { FromEngine, ToEngine } from './engineMessages.ts'
import { openDesk } from './handlers/desk.ts'
import { fetchLater } from './handlers/handlers.ts'
import { ownFolder, policyInForce, policyPlace } from './policy/inForce.ts'
import { readBuild } from './buildRecord.ts'
import { portReaders, type EnginePort } from './reader/portFork.ts'

/** The port of an Electron utility process, as far as the engine uses it. */
interface Port {
  readonly on: (event: 'message', listener: (message: { data: ToEngine; ports: readonly EnginePort[] }) => void) => void
  readonly postMessage: (message: FromEngine) => void
}

const port = (process as unknown as { readonly parentPort: Port }).parentPort
const printing = new Map<number, (bytes: Uint8Array | null) => void>()
let prints = 0

/** A print that does not come back in a minute is given up, so that the next call is not kept waiting. */
function print(html: string): Promise<Uint8Array | null> {
  const id = ++prints
  return new Promise(resolve => {
    const timer = setTimeout(() => { printing.delete(id); resolve(null) }, 60_000)
    printing.set(id, bytes => { clearTimeout(timer); resolve(bytes) })
    port.postMessage({ kind: 'pdf', id, html })
  })
}

const readers = portReaders(message => port.postMessage(message))
const home = process.env.JIANBAO_HOME ?? ''
const policy = policyInForce(policyPlace(process.env, readBuild(home) !== null))
const formerDataDir = process.env.JIANBAO_DATA_DIR ?? '.'
const desk = openDesk({
  now: () => new Date(),
  osUser: userInfo().username,
  appVersion: process.env.JIANBAO_VERSION ?? '0.0.0',
  home, policy, formerDataDir,
  dataDir: policy.policy.dataFolder === undefined ? formerDataDir : ownFolder(policy.policy.dataFolder),
  seedsDir: process.env.JIANBAO_SEEDS_DIR ?? 'seeds',
  exportDir: process.env.JIANBAO_EXPORT_DIR ?? '',
  pdf: print,
  readers: readers.fork,
})
const answer = answerFor(desk)

port.on('message', ({ data, ports }) => {
  if (data.kind === 'pdf-done') {
    printing.get(data.id)?.(data.ok && data.bytes ? data.bytes : null)
    printing.delete(data.id)
    return
  }
  if (data.kind !== 'call') { readers.hear(data, ports); return }
  const { id, channel, args } = data
  answer(channel, args).then(
    result => port.postMessage({ kind: 'answer', id, result }),
    (error: unknown) => port.postMessage({ kind: 'answer', id, result: no({ ...problem('fault'), ref: desk.log.write(channel, error) }) }),
  )
})
port.postMessage({ kind: 'ready' })

/** The work file is opened and proved while the window is still being made; what is wrong with it the first call says. */
setImmediate(() => { try { desk.store() } catch { /* the first call tries again */ } })

/** The newest pack, and what the first screen did without, are made ready while it is being looked at. */
setTimeout(() => {
  const newest = desk.packs.summaries().toSorted((a, b) => b.year - a.year)[0]
  if (newest) desk.packs.get(newest.id)
  void fetchLater()
}, 1500)

/** Whether the installed files are the signed ones is looked at once the first screen stands; a backup that a policy asks for is looked for every minute. */
setTimeout(() => void desk.program.begin(), 4000)
if (policy.policy.backupMinutes !== undefined) setInterval(() => void answer('backup.due', {}), 60_000)
