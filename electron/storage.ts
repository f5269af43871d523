import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** What kind of place a folder is on: only the local disk is safe for write-ahead logging. */
export type Storage = 'local' | 'network' | 'removable'

const NETWORK = /^(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|davfs|fuse(?!blk)(\..*)?)$/
const REMOVABLE = /^(vfat|exfat|msdos|fuseblk)$/

/** The kind of place a path is on; where it cannot be told, the local disk. */
export function storageOf(path: string): Storage {
  try {
    if (process.platform === 'win32') return windowsStorage(trulyAt(resolve(path)), process.env.SystemDrive ?? 'C:', askDrive)
    return process.platform === 'linux' ? storageIn(readFileSync('/proc/mounts', 'utf8'), realpathSync(existing(resolve(path)))) : 'local'
  } catch {
    return 'local'
  }
}

/** By a table of mounts as Linux writes it: the last of the longest mount points that hold the path. */
export function storageIn(mounts: string, path: string): Storage {
  let best = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [, raw = '', type = ''] = line.split(' ')
    const point = raw.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
    const holds = point !== '' && (point === '/' || path === point || path.startsWith(`${point}/`))
    if (holds && point.length >= best.point.length) best = { point, type }
  }
  if (NETWORK.test(best.type)) return 'network'
  return REMOVABLE.test(best.type) ? 'removable' : 'local'
}

/** On Windows: a share by its name, another drive than the system's by what Windows says of it. */
export function windowsStorage(path: string, system: string, ask: (drive: string) => string): Storage {
  if (/^\\\\(?![?.]\\)|^\\\\\?\\UNC\\/i.test(path)) return 'network'
  const drive = /^(?:\\\\\?\\)?([a-z]:)/i.exec(path)?.[1]?.toUpperCase()
  if (!drive || drive === system.toUpperCase()) return 'local'
  const said = ask(drive)
  if (/remote|network|远程|网络/i.test(said)) return 'network'
  return /removable|可移动/i.test(said) ? 'removable' : 'local'
}

/** Where a path leads on Windows: a share behind a drive letter or a link has its own name again. Nobody needs rights for that. */
function trulyAt(path: string): string {
  try { return realpathSync.native(existing(path)) } catch { return path }
}

const askDrive = (drive: string): string =>
  new TextDecoder('gb18030').decode(execFileSync('fsutil', ['fsinfo', 'drivetype', drive], { timeout: 1500, windowsHide: true, stdio: ['ignore', 'pipe', 'ignore'] }))

const existing = (path: string): string => (existsSync(path) || dirname(path) === path ? path : existing(dirname(path)))
