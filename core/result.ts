import type { Problem } from './problem.ts'

/** What a function that may be refused gives back: a value, or a problem that can be shown. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** Wraps a problem as a refusal. */
export const no = (problem: Problem): Result<never> => ({ ok: false, problem })
