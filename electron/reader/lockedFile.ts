import { readFileSync, statSync } from 'node:fs'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { limits } from '../excel/guard.ts'
import { fileProblem } from '../files.ts'
import { isLockedName, unlockWith } from '../locked.ts'
import type { FileAsk } from './messages.ts'

/** A locked file: its own bytes, which name it, and what is inside. */
export interface OpenedLock { readonly bytes: Result<Uint8Array>; readonly plain: Result<Uint8Array> }

/** Whether a file to read is a locked one. Members of archives are not opened: an archive is locked as a whole. */
export const isLockedAsk = ({ path, member }: FileAsk): boolean => member === null && isLockedName(path)

/** Opens a locked file with the regulator's keys, within the limits of any other file. */
export async function openLocked(path: string, identities: readonly string[]): Promise<OpenedLock> {
  const bytes = bytesOf(path)
  return { bytes, plain: bytes.ok ? await unlockWith(bytes.value, identities, path) : bytes }
}

function bytesOf(path: string): Result<Uint8Array> {
  try {
    const { size } = statSync(path)
    if (size > limits.file) return no(problem('xlsx-too-big', { size: `${Math.round(size / (1 << 20))} MB`, limit: `${limits.file >> 20} MB` }))
    return ok(new Uint8Array(readFileSync(path)))
  } catch (error) { return no(fileProblem(error, path)) }
}
