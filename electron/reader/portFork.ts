import type { FromEngine, ToEngine } from '../engineMessages.ts'
import type { ForkReader, FromReader, ToReader } from './messages.ts'

/** One end of a channel of Electron, as far as it is used. */
export interface EnginePort {
  readonly on: (event: 'message', heard: (message: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
  readonly start: () => void
}

/** What is known of a reader that the main process was asked for. */
interface Asked { readonly heard: (message: FromReader) => void; readonly ended: () => void; readonly waiting: ToReader[]; port: EnginePort | null; bytes: number | null }

/** Readers as processes of Electron: the main process starts them and introduces them, then engine and reader speak alone. */
export function portReaders(post: (message: FromEngine) => void): { readonly fork: ForkReader; readonly hear: (message: ToEngine, ports: readonly EnginePort[]) => void } {
  const asked = new Map<number, Asked>()
  let ids = 0
  return {
    fork: ({ heard, ended }, heapMb) => {
      const id = ++ids
      const own: Asked = { heard, ended, waiting: [], port: null, bytes: null }
      asked.set(id, own)
      post({ kind: 'reader', id, heapMb })
      return {
        send: (message) => { if (own.port) own.port.postMessage(message); else own.waiting.push(message) },
        kill: () => post({ kind: 'reader-kill', id }),
        memory: () => own.bytes,
      }
    },
    hear: (message, [port]) => {
      const own = 'id' in message ? asked.get(message.id) : undefined
      if (!own) return
      if (message.kind === 'reader' && port) introduce(own, port)
      else if (message.kind === 'reader-memory') own.bytes = message.bytes
      else if (message.kind === 'reader-gone') { asked.delete(message.id); own.ended() }
    },
  }
}

function introduce(own: Asked, port: EnginePort): void {
  own.port = port
  port.on('message', ({ data }) => own.heard(data as FromReader))
  port.start()
  for (const message of own.waiting.splice(0)) port.postMessage(message)
}
