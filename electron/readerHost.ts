/** A reader's process as the main process holds it. */
export interface ReaderChild { readonly kill: () => void; /** Bytes it holds now; null when that is not known. */ readonly memory: () => number | null }
/** How the main process starts a reader and tells the engine of it. */
export interface ReaderHostOptions {
  /** Starts the process and gives engine and reader the two ends of a channel. */
  readonly introduce: (id: number, heapMb: number, ended: () => void) => ReaderChild
  readonly tell: (message: { readonly kind: 'reader-gone'; readonly id: number } | { readonly kind: 'reader-memory'; readonly id: number; readonly bytes: number }) => void
}
/** The readers of an engine. */
export interface ReaderHost { readonly start: (id: number, heapMb: number) => void; readonly kill: (id: number) => void; readonly killAll: () => void }

/** Keeps the readers that the engine asked for; how much memory each holds is told three times a second. */
export function startReaders({ introduce, tell }: ReaderHostOptions): ReaderHost {
  const children = new Map<number, ReaderChild>()
  let timer: ReturnType<typeof setInterval> | null = null
  const rest = (): void => { if (children.size === 0 && timer) { clearInterval(timer); timer = null } }
  const look = (): void => children.forEach((child, id) => { const bytes = child.memory(); if (bytes !== null) tell({ kind: 'reader-memory', id, bytes }) })
  return {
    start: (id, heapMb) => {
      children.set(id, introduce(id, heapMb, () => { children.delete(id); rest(); tell({ kind: 'reader-gone', id }) }))
      timer ??= setInterval(look, 333)
    },
    kill: (id) => children.get(id)?.kill(),
    killAll: () => children.forEach((child) => child.kill()),
  }
}
