import { mkdtempSync, readFileSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBuild } from '../buildRecord.ts'
import type { PolicyInForce } from '../../core/policy/shown.ts'
import { ownFolder, policyInForce, policyPlace } from '../policy/inForce.ts'
import { openDesk, type Desk } from '../handlers/desk.ts'
import type { Host } from '../handlers/host.ts'
import { unitKey, type UnitKey } from '../keys.ts'
import type { Result } from '../../core/result.ts'
import { removeFolder } from '../briefFolder.ts'

/** Where the application stands; the same place relative to this file in a checkout and in a build. */
export const home = process.env.JIANBAO_HOME ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** Whether this is a program that was built, not a checkout. */
export const isBuilt = readBuild(home) !== null
/** The seeds in force. */
export const seedsDir = process.env.JIANBAO_SEEDS_DIR ?? join(home, 'seeds')

let hosted: Partial<Host> = {}
/** Says what the process that runs the command line brings: Electron starts readers in its own way. */
export function hostedBy(more: Partial<Host>): void {
  hosted = more
}

/** Works on a desk in a temporary folder, which is gone afterwards; the clock stands at noon of `today` if one is given. */
export async function atWorkbench<T>(today: string | null, work: (desk: Desk, folder: string) => Promise<T>, more: Partial<Host> = {}): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-'))
  const desk = openDesk({
    now: () => (today === null ? new Date() : new Date(`${today}T04:00:00Z`)),
    osUser: userInfo().username, appVersion: version(), dataDir: folder, seedsDir, packsDir: join(dataFolder(), 'packs'), exportDir: folder, pdf: null,
    home, policy: policy(), ...hosted, ...more,
  })
  try {
    return await work(desk, folder)
  } finally {
    desk.close()
    removeFolder(folder)
  }
}

let governing: PolicyInForce | null = null
/** What an administrator fixed; the command line keeps to it as the window does. */
export const policy = (): PolicyInForce => (governing ??= policyInForce(policyPlace(process.env, isBuilt)))

/** The user's data folder: the one a policy names, or the usual one. */
export function dataFolder(): string {
  const fixed = policy().policy.dataFolder
  if (fixed !== undefined) return ownFolder(fixed)
  if (process.env.JIANBAO_DATA_DIR) return process.env.JIANBAO_DATA_DIR
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), '检报')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', '检报')
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), '检报')
}

/** The lasting key of a unit that is filled by the command line, so that its submissions have one signer. */
export const lastingKey = (unitId: string): Result<UnitKey> => unitKey(join(dataFolder(), 'keys'), `cli-${unitId.replace(/[^0-9A-Za-z-]/g, '_')}`)

/** The version of the application. */
export function version(): string {
  const file = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  return file.version
}
