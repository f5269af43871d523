import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const ROOT = process.getuid?.() === 0
/** Where the server of this test run stands; made before the first test, empty until one asks for it. */
const runFolder = (): string => (process.env['JIANBAO_TEST_PG'] ??= mkdtempSync(join(tmpdir(), 'jianbao-pg-')))

/** The folder of the server's programs, which Debian keeps off the PATH; null where there is no server. */
export function serverPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)).map(version => join(debian, version, 'bin')) : []
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  return [...versions, ...onPath].find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
}

/** The server may not run as root: then it runs as Debian's own user for it. */
function run(program: string, args: readonly string[]): void {
  const path = join(serverPrograms() ?? '', program)
  const [command, all] = ROOT ? ['runuser', ['-u', 'postgres', '--', path, ...args]] as const : [path, args] as const
  const done = spawnSync(command, [...all], { encoding: 'utf8', cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] })
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`)
}

/** Puts a cluster of its own into a folder and starts it on a socket there; nothing listens on a port. */
export function startCluster(folder: string, options = ''): void {
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const socket = join(folder, 's')
  for (const made of [data, socket]) {
    mkdirSync(made, { recursive: true })
    if (ROOT) execFileSync('chown', ['postgres:postgres', made])
  }
  run('initdb', ['-D', data, '-U', 'jianbao', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  run('pg_ctl', ['-D', data, '-w', '-l', join(data, 'log'), '-o', `-c listen_addresses='' -c unix_socket_directories='${socket}' -c fsync=off -c max_connections=200 ${options}`, 'start'])
}

/** Stops a cluster and takes its folder away. */
export function stopCluster(folder: string): void {
  const data = join(folder, 'data')
  if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
  rmSync(folder, { recursive: true, force: true })
}

/** The socket folder of the run's one server, which the first to ask starts. */
export async function sharedServer(): Promise<string> {
  const folder = runFolder()
  const [begun, ready] = [join(folder, 'begun'), join(folder, 'ready')]
  try {
    mkdirSync(begun)
    startCluster(folder)
    mkdirSync(ready)
  } catch (error) {
    if (!existsSync(begun) || !(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    for (let n = 0; !existsSync(ready); n++) {
      if (n > 600) throw new Error('the test server did not start', { cause: error })
      await wait(100)
    }
  }
  return join(folder, 's')
}

/** Runs statements as the owner, beside the application. */
export function psql(socket: string, statements: string, port = 5432): string {
  return execFileSync('psql', ['-h', socket, '-p', String(port), '-U', 'jianbao', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-qAt', '-c', statements], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}
