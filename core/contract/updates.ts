import { z } from 'zod'

const folder = z.string().min(1).max(4096)

/** Arguments of the calls that update the program from a folder, a share or a stick. */
export const updateRequests = {
  'update.state': z.strictObject({}),
  /** Looks at the update in a folder; nothing is copied. */
  'update.look': z.strictObject({ folder }),
  /** Copies the update that was looked at, proves the copy and starts its installation. */
  'update.take': z.strictObject({ folder, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
} as const

/** Whether updates are possible here: `off` by the policy, `no-keys` in a program that carries none. */
export interface UpdateState { readonly updates: 'off' | 'folder' | 'no-keys'; /** The only folder a policy allows. */ readonly folder: string | null; readonly version: string }
/** An update whose description is signed and fits. */
export interface UpdateLook { readonly folder: string; readonly version: string; readonly here: string; readonly name: string; readonly size: number; readonly expires: string; readonly notes: string; readonly digest: string }
/** The proved copy. `manual`: it is not installed by starting it; the folder is opened instead. */
export interface UpdateTaken { readonly path: string; readonly version: string; readonly started: boolean; readonly manual: boolean }
/** Answers of these calls. */
export interface UpdateAnswers {
  readonly 'update.state': UpdateState
  readonly 'update.look': UpdateLook
  readonly 'update.take': UpdateTaken
}
