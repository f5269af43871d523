import type { FromEngine } from './engineMessages.ts'

/** A reader's process as the main process holds it. */
export interface ReaderChild { readonly kill: () => void; /** Bytes it holds now; null when that is not known. */ readonly memory: () => number | null }
/** How the main process starts a reader and tells the engine of it. */
export interface ReaderHostOptions {
  /** Starts the process and gives engine and reader the two ends of a channel. */
  readonly introduce: (id: number, heapMb: number, ended: () => void) => ReaderChild
  readonly tell: (message: { readonly kind: 'reader-gone'; readonly id: number } | { readonly kind: 'reader-memory'; readonly id: number; readonly bytes: number }) => void
}
/** The readers of an engine. */
export interface ReaderHost {
  /** Starts or ends one where the engine says so. */
  readonly hear: (message: FromEngine) => void
  /** Ends all; the next engine hears nothing of them. */
  readonly killAll: () => void
}

/** Keeps the readers that the engine asked for; how much memory each holds is told three times a second. */
export function startReaders({ introduce, tell }: ReaderHostOptions): ReaderHost {
  let children = new Map<number, ReaderChild>()
  let timer: ReturnType<typeof setInterval> | null = null
  const rest = (): void => { if (children.size === 0 && timer) { clearInterval(timer); timer = null } }
  const look = (): void => children.forEach((child, id) => { const bytes = child.memory(); if (bytes !== null) tell({ kind: 'reader-memory', id, bytes }) })
  const start = (id: number, heapMb: number): void => {
    const own = children
    own.set(id, introduce(id, heapMb, () => {
      own.delete(id)
      rest()
      if (own === children) tell({ kind: 'reader-gone', id })
    }))
    timer ??= setInterval(look, 333)
  }
  return {
    hear: (message) => {
      if (message.kind === 'reader') start(message.id, message.heapMb)
      else if (message.kind === 'reader-kill') children.get(message.id)?.kill()
    },
    killAll: () => {
      const own = children
      children = new Map()
      own.forEach((child) => child.kill())
      rest()
    },
  }
}
