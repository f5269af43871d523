import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

export const root = resolve(import.meta.dirname, '..', '..', '..')

/** The application running in a real Electron, with its own data folder. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataDir: string
  readonly pid: number
  stop(): Promise<void>
  kill(): Promise<void>
}
export interface LaunchOptions { readonly dataDir?: string; readonly env?: Readonly<Record<string, string>>; readonly args?: readonly string[]; /** Files are read one after the other, so that lists stand in one order. */ readonly oneProcessor?: boolean }

/** Starts the built application and waits until the window shows data. */
export async function launch(options: LaunchOptions = {}): Promise<Running> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'jianbao-e2e-'))
  const app = await bound(options.oneProcessor === true, () => _electron.launch({
    executablePath: electronPath(),
    args: [...rootArgs(), root, `--user-data-dir=${dataDir}`, ...(options.args ?? [])],
    env: { ...ownEnv(), ...options.env },
    timeout: 60_000,
  }))
  const page = await app.firstWindow()
  await page.waitForSelector('[data-ready="true"]', { timeout: 60_000 })
  return {
    app, page, dataDir, pid: app.process().pid ?? 0,
    stop: async () => { await app.close() },
    kill: async () => { killHard(app) },
  }
}

/** Starts what `start` starts on one processor only, where the computer can do that. */
async function bound<T>(one: boolean, start: () => Promise<T>): Promise<T> {
  const binds = (processors: string): void => {
    try { execFileSync('taskset', ['-acp', processors, String(process.pid)], { stdio: 'ignore' }) } catch { /* not Linux: lists may stand in another order */ }
  }
  if (one) binds('0')
  try { return await start() } finally { if (one) binds(`0-${cpus().length - 1}`) }
}

/** The Electron the set-up found (build/run-electron.mjs hands it over). */
export function electronPath(): string {
  const found = process.env.JIANBAO_ELECTRON
  if (!found) throw new Error('JIANBAO_ELECTRON is not set: run the tests with npm test')
  return found
}

/** A root user cannot use Chromium's sandbox; tests as an ordinary user keep it on. */
export const rootArgs = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

function ownEnv(): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined && name !== 'NODE_OPTIONS') env[name] = value
  return env
}

function killHard(app: ElectronApplication): void {
  const pid = app.process().pid
  if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}

/** Removes a data folder. */
export const forget = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true })
