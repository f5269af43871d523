import type { Payload } from '../../core/submission/payload.ts'
import { openShelf, type PackShelf } from '../packs.ts'
import { againstStored } from './examine.ts'
import { isLockedAsk, openLocked, type OpenedLock } from './lockedFile.ts'
import { readFile } from './readFile.ts'
import type { FileRead, FromReader, ToReader } from './messages.ts'

/** The way to whoever started this process: Node's own, or a port that Electron brings. */
interface Line { readonly send: (message: FromReader) => void }
interface ElectronPort { readonly on: (event: 'message', heard: (message: { readonly data: unknown; readonly ports: readonly ElectronPort[] }) => void) => void; readonly postMessage: (message: unknown) => void; readonly start: () => void }

let line: Line = { send: () => undefined }
let shelf: PackShelf | null = null
let now = new Date(0)
let identities: readonly string[] = []
/** Files whose year before was asked for; the next one is read meanwhile. */
const waiting = new Map<number, { readonly read: FileRead; readonly payload: Payload }>()

function hear(message: ToReader): void {
  if (message.kind === 'start') {
    shelf = openShelf(message.seedsDir, message.packsDir)
    now = new Date(message.now)
    identities = message.identities
    line.send({ kind: 'ready' })
  } else if (message.kind === 'read' && shelf) begin(shelf, message)
  else if (message.kind === 'prior' && shelf) finish(shelf, message)
}

function begin(packs: PackShelf, message: Extract<ToReader, { kind: 'read' }>): void {
  line.send({ kind: 'begins', id: message.id })
  if (isLockedAsk(message.ask)) void openLocked(message.ask.path, identities).then(opened => goOn(packs, message, opened))
  else goOn(packs, message)
}

function goOn(packs: PackShelf, { id, ask }: Extract<ToReader, { kind: 'read' }>, opened?: OpenedLock): void {
  const { read, payload } = readFile({ shelf: packs, now }, { ...ask, opened }, (sha256, size) => line.send({ kind: 'hashed', id, sha256, size }))
  if (payload === null) return line.send({ kind: 'done', id, read })
  waiting.set(id, { read, payload })
  line.send({ kind: 'asks', id, unitId: payload.unit_id, year: payload.survey_year - 1 })
}

function finish(packs: PackShelf, { id, payload: accepted }: Extract<ToReader, { kind: 'prior' }>): void {
  const open = waiting.get(id)
  if (!open) return
  waiting.delete(id)
  const { read, payload } = open
  if (accepted === null || read.kind !== 'read' || read.submission === null) return line.send({ kind: 'done', id, read })
  line.send({ kind: 'begins', id })
  const mismatches = [...read.submission.mismatches, ...againstStored(packs, payload, accepted)]
  line.send({ kind: 'done', id, read: { ...read, submission: { ...read.submission, mismatches } } })
}

/** A fault ends the process: whoever started it puts the file aside and starts another. */
process.on('uncaughtException', (error) => {
  process.stderr.write(`reader: ${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})

const { parentPort } = process as unknown as { readonly parentPort?: ElectronPort }
if (parentPort) {
  parentPort.on('message', ({ ports: [port] }) => {
    if (!port) return
    line = { send: (message) => port.postMessage(message) }
    port.on('message', ({ data }) => hear(data as ToReader))
    port.start()
  })
} else {
  line = { send: (message) => { process.send?.(message) } }
  process.on('message', (message) => hear(message as ToReader))
  process.on('disconnect', () => process.exit(0))
}
