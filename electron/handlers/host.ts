import type { PolicyInForce } from '../../core/policy/shown.ts'
import type { Result } from '../../core/result.ts'
import type { UpdateTarget } from '../../core/install/update.ts'
import type { StartInstaller } from '../installer.ts'
import type { UnitKey } from '../keys.ts'
import type { ForkReader } from '../reader/messages.ts'
import type { PoolSettings } from '../reader/pool.ts'
import type { Storage } from '../storage.ts'

/** What the engine is given by whoever starts it: the window's engine process, the command line or a test. */
export interface Host {
  readonly now: () => Date
  readonly osUser: string
  readonly appVersion: string
  readonly seedsDir: string
  /** Work files, keys, backups and the log stand here. */
  readonly dataDir: string
  /** Where packs that were taken in from files stand, if not in the data folder. */
  readonly packsDir?: string
  /** Where exports go until the user chooses a folder. */
  readonly exportDir: string
  /** Prints HTML to a PDF; null where nothing can. */
  readonly pdf: ((html: string) => Promise<Uint8Array | null>) | null
  /** What an administrator fixed; nothing where nothing is said. */
  readonly policy?: PolicyInForce
  /** Where the program itself stands: app.asar, or a checkout. */
  readonly home?: string
  /** The data folder before a policy named another one. */
  readonly formerDataDir?: string
  /** Told of every backup that was made. */
  readonly backedUp?: (path: string) => void
  /** What kind of place the data folder is on, where that is known better than the system says. */
  readonly storage?: Storage
  /** Keys from elsewhere than the data folder, by unit code. */
  readonly keyFor?: (unitId: string) => Result<UnitKey>
  /** How an update's copy is installed, where it is not by the system's own way; for what machine; under which keys in a checkout. */
  readonly startInstaller?: StartInstaller
  readonly machine?: UpdateTarget
  readonly updateKeys?: readonly string[]
  /** Where the regulator's key stands, if not with the others in the data folder. */
  readonly regulatorKeys?: string
  /** Starts a process that reads files; child processes of Node where nothing is said. */
  readonly readers?: ForkReader
  /** Other bounds for those processes than the usual ones. */
  readonly reading?: Partial<PoolSettings>
}
