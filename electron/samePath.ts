import { posix, win32 } from 'node:path'

/** Whether two paths name the same place, as the system tells names apart: on Windows without regard to capitals, slashes either way. Links are not followed. */
export function isSamePath(a: string, b: string, windows = process.platform === 'win32'): boolean {
  const plain = (path: string): string => (windows ? win32.resolve(path).toUpperCase() : posix.resolve(path))
  return plain(a) === plain(b)
}
