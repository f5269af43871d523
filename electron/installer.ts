import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { UpdateKind, UpdateTarget } from '../core/install/update.ts'
import { windowsKinds } from './installedBy.ts'

/** Starts the installation of a file; false where nothing could be started. */
export type StartInstaller = (path: string, kind: UpdateKind) => Promise<boolean>

/** Kinds that are unpacked by hand. */
export const isManual = (kind: UpdateKind): boolean => kind === 'tar.gz' || kind === 'zip'

/** What this machine installs: its system, its processor, and the kinds of packages it takes. */
export function thisMachine(has: (path: string) => boolean = existsSync): UpdateTarget {
  if (process.platform === 'win32') return { target: 'win', arch: process.arch, kinds: windowsKinds(dirname(process.execPath)) }
  const own = has('/usr/bin/dpkg') ? ['deb'] as const : has('/usr/bin/rpm') ? ['rpm'] as const : []
  return { target: process.platform === 'linux' ? 'linux' : process.platform, arch: process.arch, kinds: [...own, 'tar.gz'] }
}

/** Hands the file to the system, which asks for an administrator where one is needed; archives are shown in their folder. */
export const startInstaller: StartInstaller = (path, kind) => {
  const what = isManual(kind) ? dirname(path) : path
  return started(process.platform === 'win32' ? 'explorer.exe' : 'xdg-open', what)
}

function started(program: string, path: string): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(program, [path], { detached: true, stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('spawn', () => { child.unref(); resolve(true) })
  })
}
