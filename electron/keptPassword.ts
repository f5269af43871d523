import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import type { Keeping } from '../core/contract/keeping.ts'
import type { Result } from '../core/result.ts'
import { writeOver } from './files.ts'

/** The system's own key store, which opens what it locked for this account alone. */
export interface Vault {
  /** Whether the system has one that deserves the name. */
  readonly there: () => boolean
  readonly lock: (text: string) => Uint8Array
  readonly unlock: (bytes: Uint8Array) => string
}
/** Passwords of ledgers' servers, each kept by the system's key store where somebody asked for it. They can always be typed: nothing depends on what is kept. */
export interface KeptPasswords {
  readonly state: (where: string) => Keeping
  readonly keep: (where: string, password: string) => Keeping
  readonly forget: (where: string) => Keeping
  /** The password of a server; null where none is kept or none can be opened any more. */
  readonly of: (where: string) => string | null
}

const shape = z.record(z.string(), z.string())

/** Passwords in one file of the account's own, which holds only what the vault locked. A policy against it takes the file away. */
export function keptPasswords(file: string, vault: Vault, allowed: () => boolean): KeptPasswords {
  const read = (): Readonly<Record<string, string>> => {
    try { return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : {} } catch { return {} }
  }
  const write = (kept: Readonly<Record<string, string>>): void => {
    if (Object.keys(kept).length === 0) return rmSync(file, { force: true })
    if (writeOver(file, Buffer.from(`${JSON.stringify(kept)}\n`), 0o600).ok) chmodSync(file, 0o600)
  }
  const state = (where: string): Keeping => {
    if (!allowed()) { rmSync(file, { force: true }); return 'forbidden' }
    return !vault.there() ? 'none' : Object.hasOwn(read(), where) ? 'kept' : 'may'
  }
  const without = (where: string): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(read()).filter(([name]) => name !== where))
  return {
    state,
    keep: (where, password) => {
      if (['forbidden', 'none'].includes(state(where))) return state(where)
      write({ ...read(), [where]: Buffer.from(vault.lock(password)).toString('base64') })
      return state(where)
    },
    forget: where => { write(without(where)); return state(where) },
    of: where => {
      const locked = state(where) === 'kept' ? read()[where] : undefined
      try { return locked === undefined ? null : vault.unlock(Buffer.from(locked, 'base64')) } catch { return null }
    },
  }
}

type Ask = (channel: string, args: unknown) => Promise<Result<unknown>>

/** The engine's calls, with the kept password given where the server asks for one; one that the server no longer takes is forgotten, and the person is asked. */
export function withKept(call: Ask, kept: KeptPasswords): Ask {
  return async (channel, args) => {
    const answer = await call(channel, args)
    if (answer.ok || answer.problem.code !== 'ledger-password' || (channel !== 'ledger.state' && !isOpening(channel, args))) return answer
    const where = String(answer.problem.params['where'] ?? '')
    const password = kept.of(where)
    if (password === null) return answer
    const opened = await call('ledger.open', { place: { postgres: where, password } })
    if (!opened.ok && opened.problem.code === 'ledger-password') kept.forget(where)
    return opened
  }
}

const opening = z.object({ place: z.object({ postgres: z.string(), password: z.undefined().optional() }) })
const isOpening = (channel: string, args: unknown): boolean => channel === 'ledger.open' && opening.safeParse(args).success

const asked = z.strictObject({ where: z.string().min(1).max(1000), password: z.string().min(1).max(200).optional() })

/** Answers what a window asks about kept passwords; it is never given one. */
export function answerKept(kept: KeptPasswords, name: string, args: unknown): readonly string[] {
  const read = asked.safeParse(args)
  if (!read.success) return []
  const { where, password } = read.data
  if (name === 'password.state') return [kept.state(where)]
  if (name === 'password.forget') return [kept.forget(where)]
  return name === 'password.keep' && password !== undefined ? [kept.keep(where, password)] : []
}
