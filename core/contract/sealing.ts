import { z } from 'zod'
/** One line of the checklist before sealing. */
export interface CheckLine {
  readonly id: 'required' | 'errors' | 'warnings' | 'computed' | 'prior' | 'optional' | 'backup' | 'signoff' | 'queries'
  readonly ok: boolean
  readonly done: number
  readonly all: number
  /** Forms, items or receipt code the sentence names. */
  readonly params: Readonly<Record<string, string | number>>
}
/** The checklist before sealing: whether it may be done, and under which number, name and folder. */
export interface SealCheck { readonly ready: boolean; readonly submitNo: number; readonly lines: readonly CheckLine[]; readonly missing: readonly string[]; readonly fileName: string; readonly folder: string }

const id = z.int().positive()
const text = z.string().max(4000)
const path = z.string().min(1).max(4096)

/** Calls that seal a filing and read what was sealed, with the keys for it. */
export const sealingRequests = {
  'seal.check': z.strictObject({ filing: id }),
  'seal.run': z.strictObject({ filing: id, folder: path }),
  'seal.export': z.strictObject({ filing: id, submitNo: id, folder: path }),
  /** Writes a sealed workbook locked for the regulator of the task file (age format). */
  'seal.lock': z.strictObject({ filing: id, submitNo: id, folder: path }),
  'seal.reopen': z.strictObject({ filing: id, reason: text }),
  'verify.files': z.strictObject({ paths: z.array(path).min(1).max(10000) }),
  'template.write': z.strictObject({ pack: z.string(), path }),
  'key.export': z.strictObject({ unit: id, path, passphrase: z.string().max(200) }),
  'key.import': z.strictObject({ unit: id, path, passphrase: z.string().max(200) }),
} as const
