import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UpdateKind } from '../core/install/update.ts'

/** How Windows is asked: a file's text, and what installed the program for all users; null where there is none. */
export interface AskWindows { readonly text: (file: string) => string | null; readonly installedBy: () => string | null }

/** The packages that replace the installation in this folder; another kind would be put beside it. What was unpacked by hand is unpacked by hand again. */
export function windowsKinds(folder: string, ask: AskWindows = askThisWindows): readonly UpdateKind[] {
  const note = ask.text(join(folder, 'uninstall.ini'))
  if (note !== null) return [/^scope=user\s*$/m.test(note) ? 'setup-user' : 'setup', 'zip']
  return ask.installedBy() === 'msi' ? ['msi', 'zip'] : ['zip']
}

const askThisWindows: AskWindows = { text: readNote, installedBy: readRegistry }

function readNote(file: string): string | null {
  try {
    return readFileSync(file, 'latin1').replaceAll('\0', '')
  } catch {
    return null
  }
}

function readRegistry(): string | null {
  const reg = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe')
  const done = spawnSync(reg, ['query', 'HKLM\\Software\\Jianbao', '/v', 'InstalledBy', '/reg:64'], { encoding: 'latin1', windowsHide: true, timeout: 5000 })
  return /InstalledBy\s+REG_SZ\s+(\w+)/.exec(done.stdout ?? '')?.[1] ?? null
}
