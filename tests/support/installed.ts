import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { chromium } from 'playwright-core'
import { Clerk } from '../e2e/support/clerk.ts'

const USER = 'jianbao-test'

/** Runs apt-get; packages are named by file. */
export function apt(...words: readonly string[]): { readonly status: number; readonly said: string } {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync('apt-get', ['-q', '--no-install-recommends', ...words], { env, encoding: 'utf8', maxBuffer: 1 << 26 })
  return { status: done.status ?? 1, said: done.stdout + done.stderr }
}

/** The manifest of the program that is installed. */
export function installedManifest(): { readonly version: string; readonly files: Readonly<Record<string, { readonly sha256: string; readonly size: number }>> } {
  return JSON.parse(readFileSync('/opt/jianbao/manifest.json', 'utf8')) as ReturnType<typeof installedManifest>
}

/** Makes the ordinary user of these tests a home of its own below `folder`. */
export function makeUser(folder: string, home: string): void {
  if (spawnSync('id', [USER]).status !== 0) execFileSync('useradd', ['--create-home', USER])
  chmodSync(folder, 0o755)
  mkdirSync(home, { recursive: true })
  execFileSync('chown', [USER, home])
}

const environment = (home: string): NodeJS.ProcessEnv => ({ PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai', DISPLAY: process.env.DISPLAY })

/** Runs a command as that user and waits for its end. */
export function asUser(home: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): { readonly status: number; readonly out: string; readonly err: string } {
  const done = spawnSync('runuser', ['-u', USER, '--', 'env', `HOME=${home}`, ...words], { cwd: home, env: { ...environment(home), ...env }, encoding: 'utf8', timeout: 120_000 })
  return { status: done.status ?? 1, out: done.stdout, err: done.stderr }
}

/** The installed program with its window open. */
export interface Opened {
  readonly clerk: Clerk
  /** Its processes, with what the kernel says of them. */
  readonly processes: () => readonly { readonly pid: number; readonly line: string; readonly status: string }[]
  /** Closes the window as a user does and waits until the program has ended. */
  readonly close: () => Promise<void>
  readonly kill: () => void
}

/** Opens the installed test package as that user, with more in its environment, and waits until the window is usable. */
export async function openInstalled(home: string, env: NodeJS.ProcessEnv = {}): Promise<Opened> {
  const port = await freePort()
  const child = spawn('runuser', ['-u', USER, '--', 'env', `HOME=${home}`, 'jianbao', `--remote-debugging-port=${port}`], { cwd: home, env: { ...environment(home), ...env }, stdio: 'ignore', detached: true })
  const browser = await untilAnswered(port)
  const page = await until(async () => browser.contexts()[0]?.pages()[0] ?? null)
  await page.waitForSelector('[data-ready="true"]', { timeout: 60_000 })
  const ended = new Promise<void>((done) => { child.once('exit', () => done()) })
  const processes = (): ReturnType<Opened['processes']> => runningUnder('/opt/jianbao/')
  return {
    clerk: new Clerk(page), processes,
    close: async () => { await page.close(); await browser.close().catch(() => undefined); await ended; await until(async () => (processes().length === 0 ? true : null)) },
    kill: () => { for (const { pid } of processes()) spawnSync('kill', ['-9', String(pid)]) },
  }
}

const untilAnswered = (port: number): Promise<Awaited<ReturnType<typeof chromium.connectOverCDP>>> =>
  until(() => chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null))

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let i = 0; i < 300; i += 1) {
    const found = await look()
    if (found !== null) return found
    await new Promise((resolve) => { setTimeout(resolve, 200) })
  }
  throw new Error('the installed program did not open, or close, within a minute')
}

function runningUnder(folder: string): readonly { readonly pid: number; readonly line: string; readonly status: string }[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return line.startsWith(folder) ? [{ pid: Number(pid), line, status: readFileSync(`/proc/${pid}/status`, 'utf8') }] : []
    } catch {
      return []
    }
  })
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
