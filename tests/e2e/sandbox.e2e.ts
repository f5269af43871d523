import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { electronPath, root } from './support/app.ts'

const USER = 'jianbao-test'
const isRoot = process.getuid?.() === 0
let stage = ''

/** A copy of what the application needs, readable by everyone. */
function makeStage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-sandbox-'))
  chmodSync(folder, 0o777)
  cpSync(dirname(electronPath()), join(folder, 'electron'), { recursive: true })
  for (const part of ['out', 'seeds', 'package.json', 'node_modules/better-sqlite3']) {
    mkdirSync(dirname(join(folder, 'app', part)), { recursive: true })
    cpSync(join(root, part), join(folder, 'app', part), { recursive: true })
  }
  const binding = process.env.JIANBAO_SQLITE_BINDING
  if (binding) cpSync(binding, join(folder, 'sqlite.node'))
  execFileSync('chmod', ['-R', 'a+rX', folder])
  return folder
}

function asUser(folder: string): { readonly command: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv } {
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: join(folder, 'home'), JIANBAO_SCREENSHOT: join(folder, 'shot.png'), JIANBAO_STAY: '1' }
  if (process.env.JIANBAO_SQLITE_BINDING) env.JIANBAO_SQLITE_BINDING = join(folder, 'sqlite.node')
  const app = [join(folder, 'electron', 'electron'), join(folder, 'app'), `--user-data-dir=${join(folder, 'data')}`]
  if (!isRoot) return { command: app[0] as string, args: app.slice(1), env }
  if (spawnSync('id', [USER]).status !== 0) execFileSync('useradd', ['--create-home', USER])
  return { command: 'runuser', args: ['-u', USER, '--', ...app], env }
}

/** Processes whose command line names `folder`, with what the kernel says of them. */
function processes(folder: string): readonly { readonly pid: string; readonly line: string; readonly status: string }[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return line.includes(folder) ? [{ pid, line, status: readFileSync(`/proc/${pid}/status`, 'utf8') }] : []
    } catch {
      return []
    }
  })
}

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !done(); i += 1) await new Promise((resolve) => setTimeout(resolve, 100))
}

describe.runIf(process.platform === 'linux')('an ordinary user, with the sandbox on', () => {
  beforeAll(() => { stage = makeStage() }, 120_000)
  afterAll(() => {
    for (const { pid } of processes(stage)) spawnSync('kill', ['-9', pid])
    rmSync(stage, { recursive: true, force: true })
  })

  it('opens a usable window whose renderers the kernel confines', async () => {
    const run = asUser(stage)
    spawn(run.command, run.args, { env: run.env, detached: true, stdio: 'ignore' })
    await until(() => existsSync(join(stage, 'shot.png')))
    expect(existsSync(join(stage, 'shot.png'))).toBe(true)
    const all = processes(stage)
    const renderers = all.filter((each) => each.line.includes('--type=renderer'))
    expect(renderers.length).toBeGreaterThan(0)
    for (const each of all) expect(each.line).not.toContain('--no-sandbox')
    for (const each of renderers) {
      expect(each.status).toMatch(/^Seccomp:\t2$/m)
      expect(each.status).toMatch(/^NoNewPrivs:\t1$/m)
    }
  }, 120_000)
})
