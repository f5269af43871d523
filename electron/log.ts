import { appendFileSync, renameSync, statSync } from 'node:fs'
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { makeFolder } from './files.ts'

const LIMIT = 1024 * 1024
const ALPHABET = '2346789ABCDEFGHJKLMNPQRTUWXY'

/** Where faults are written down; never a survey value. */
export interface Log {
  /** Writes a line and gives the reference number under which it stands. */
  readonly write: (what: string, error?: unknown) => string
}

/** A plain text log in the data folder that starts a new file at 1 MB and keeps one old one. */
export function openLog(dataDir: string, now: () => Date): Log {
  const path = join(dataDir, 'jianbao.log')
  return {
    write: (what, error) => {
      const ref = Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      try {
        makeFolder(dataDir)
        rotate(path)
        appendFileSync(path, `${now().toISOString()} ${ref} ${what}${detail(error)}\n`)
      } catch { /* a log that cannot be written must not break the work */ }
      return ref
    },
  }
}

/** Only the kind of error and where it arose: a message may quote what was typed, and may look like a place. */
function detail(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const stack = error.stack ?? ''
  const said = stack.indexOf(error.message)
  const places = said < 0 ? '' : stack.slice(said + error.message.length)
  const at = places.split('\n').filter(line => /^\s+at /.test(line)).slice(0, 12).join('\n')
  const word = (text: unknown): string => (/^\w{1,40}$/.test(String(text)) ? String(text) : '')
  const code = 'code' in error ? ` ${word(error.code)}` : ''
  return `: ${word(error.name)}${code}\n${at}`
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > LIMIT) renameSync(path, `${path}.1`)
}
