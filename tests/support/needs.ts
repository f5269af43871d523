import { accessSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe } from 'vitest'
import { serverPrograms } from './postgres.ts'

/** What a suite may need beyond Node and the installed packages. */
export type Need = 'root' | 'apt' | 'wine' | 'tmpfs' | 'postgresql' | 'libreoffice' | 'poppler' | 'fcitx5' | 'display' | 'electron' | 'cc' | 'rpm' | 'dpkg' | 'gpg' | 'nsis' | 'msi' | 'osslsigncode' | 'mingw' | 'softhsm' | 'xdotool'

const present: Record<Need, () => boolean> = {
  root: () => process.getuid?.() === 0,
  apt: () => onPath('apt-get'),
  wine: () => onPath('wine'),
  tmpfs: () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('mount'),
  postgresql: () => onPath('psql') && serverPrograms() !== null,
  libreoffice: () => onPath('soffice'),
  poppler: () => onPath('pdftotext') && onPath('pdftoppm'),
  fcitx5: () => ['fcitx5', 'fcitx5-remote', 'dbus-run-session', 'xdotool', 'openbox'].every(onPath) && ['inputmethod/pinyin.conf', 'inputmethod/wbx.conf', 'addon/fullwidth.conf'].every((file) => exists(join('/usr/share/fcitx5', file))),
  display: () => process.platform !== 'linux' || Boolean(process.env['DISPLAY']),
  cc: () => process.platform === 'linux' && onPath('cc'),
  rpm: () => onPath('rpmbuild') && onPath('rpmsign') && onPath('rpm2cpio'),
  dpkg: () => onPath('dpkg-deb') && onPath('apt-ftparchive'),
  nsis: () => onPath('makensis'),
  msi: () => onPath('wixl') && onPath('msiinfo'),
  osslsigncode: () => onPath('osslsigncode'),
  mingw: () => onPath('x86_64-w64-mingw32-gcc') && onPath('x86_64-w64-mingw32-windres'),
  softhsm: () => onPath('softhsm2-util') && ['x86_64-linux-gnu', 'aarch64-linux-gnu'].some((machine) => exists(`/usr/lib/${machine}/engines-3/pkcs11.so`)),
  xdotool: () => onPath('xdotool') && onPath('Xvfb') && onPath('import'),
  gpg: () => onPath('gpg'),
  electron: () => Boolean(process.env['JIANBAO_ELECTRON']),
}

/** The needs of the list that this machine does not meet. */
export function unmet(needs: readonly Need[]): readonly Need[] {
  return needs.filter((need) => !present[need]())
}

/** `describe` for a suite with needs: where one is unmet its tests are listed as not run, which CI counts as failed. */
export function describeNeeding(needs: readonly Need[], name: string, body: () => void): void {
  const missing = unmet(needs)
  if (missing.length === 0) describe(name, body)
  else describe.skip(`${name} (needs ${missing.join(', ')})`, body)
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => exists(join(folder, program)))
}

function exists(file: string): boolean {
  try {
    accessSync(file)
    return true
  } catch {
    return false
  }
}
