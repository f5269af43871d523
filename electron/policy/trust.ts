import { execFileSync } from 'node:child_process'
import { lstatSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PolicyProblem } from '../../core/policy/read.ts'
import { sddlFault } from './sddl.ts'

/** Says why a file is not an administrator's, or null where it is. */
export type TrustCheck = (path: string) => PolicyProblem | null

interface Facts { readonly uid: number; readonly mode: number; readonly link: boolean }

/** Linux: the file and every folder above it are root's, and nobody else may write them. `look` is replaced in tests. */
export const rootOnly = (look: (path: string) => Facts = factsOf): TrustCheck => path => {
  for (let at = path; ; at = dirname(at)) {
    const { uid, mode, link } = look(at)
    if (uid !== 0 || link) return { kind: 'owner', path: at }
    if ((mode & 0o022) !== 0) return { kind: 'mode', path: at }
    if (dirname(at) === at) return null
  }
}

/** A checkout: the file is root's or one's own, and nobody else may write it. The folders do not count; on Windows, where modes say nothing, nothing does. */
export const ownOnly: TrustCheck = path => {
  if (process.platform === 'win32') return null
  const { uid, mode } = factsOf(path)
  if (uid !== 0 && uid !== process.getuid?.()) return { kind: 'owner', path }
  return (mode & 0o022) === 0 ? null : { kind: 'mode', path }
}

/** Windows: file and folder are an administrator's by their security descriptors, and no link or junction leads elsewhere. `ask` gives the SDDL of a path; both are replaced in tests. */
export const administratorsOnly = (ask: (path: string) => string = askWindows, isLink: (path: string) => boolean = linkAt): TrustCheck => path => {
  for (const [at, part] of [[path, 'file'], [dirname(path), 'folder']] as const) {
    if (isLink(at)) return { kind: 'owner', path: at }
    const fault = sddlFault(ask(at), part)
    if (fault !== null) return { kind: fault, path: at }
  }
  return null
}

/** Anybody may make a junction where anybody may make a folder, and Windows gives the descriptor of what it leads to. */
const linkAt = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true

function factsOf(path: string): Facts {
  const stat = lstatSync(path)
  return { uid: stat.uid, mode: stat.mode, link: stat.isSymbolicLink() }
}

/** The descriptor in Microsoft's own notation, which does not depend on the system's language. */
function askWindows(path: string): string {
  const root = process.env.SystemRoot ?? 'C:\\Windows'
  const shell = `${root}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`
  const words = ['-NoProfile', '-NonInteractive', '-Command', '(Get-Acl -LiteralPath $env:JIANBAO_ACL_OF).Sddl']
  return execFileSync(shell, words, { env: { ...process.env, JIANBAO_ACL_OF: path }, encoding: 'latin1', timeout: 8000, windowsHide: true, stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
