import type { Host } from '../../electron/handlers/host.ts'

/** A host for benches: a folder of its own, a fixed moment, nothing printed. */
export function benchHost(folder: string, seedsDir: string): Host {
  return { now: () => new Date('2027-03-20T02:00:00Z'), osUser: 'bench', appVersion: '0', seedsDir, dataDir: folder, exportDir: folder, pdf: null }
}
