import type { Result } from '../core/result.ts'

/** What the main process sends to the engine. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly channel: string; readonly args: unknown }
  /** Comes with the port of a reader that was asked for. */
  | { readonly kind: 'reader'; readonly id: number }
  | { readonly kind: 'reader-memory'; readonly id: number; readonly bytes: number }
  | { readonly kind: 'reader-gone'; readonly id: number }
  | { readonly kind: 'pdf-done'; readonly id: number; readonly ok: boolean; readonly bytes?: Uint8Array }

/** What the engine sends back. */
export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'pdf'; readonly id: number; readonly html: string }
  /** Asks for a process that reads files, and ends one. */
  | { readonly kind: 'reader'; readonly id: number; readonly heapMb: number }
  | { readonly kind: 'reader-kill'; readonly id: number }
  | { readonly kind: 'ready' }
