import type { Result } from '../core/result.ts'

/** What the main process sends to the engine. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'pdf-done'; readonly id: number; readonly ok: boolean; readonly bytes?: Uint8Array }

/** What the engine sends back. */
export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'pdf'; readonly id: number; readonly html: string }
  | { readonly kind: 'ready' }
