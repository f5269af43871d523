import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

/** A start to measure: the command, the folder its data is in, and the environment it gets. */
export interface Start { readonly command: readonly string[]; readonly data: string; readonly env: NodeJS.ProcessEnv }

/** How long a window stands before it is closed: longer than the program's work after a start, shorter than a bench may take. */
const STANDS = 2500
const soon = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

/** Milliseconds from the start of a process to its “ready”; then the window stands a little and is closed as a person closes it, so that the next start finds what a start finds. */
export async function startOnce({ command: [program = '', ...args], data, env }: Start): Promise<number> {
  const from = performance.now()
  const child = spawn(program, [...args, `--user-data-dir=${data}`], { env: { ...env, JIANBAO_SAY_READY: '1' }, stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  const took = await new Promise<number>((done, failed) => {
    const timer = setTimeout(() => { endAll(data, 'KILL'); failed(new Error(`${program}: no window within 60 s`)) }, 60_000)
    child.stdout.on('data', (bytes: Buffer) => { if (bytes.toString().includes('ready')) { clearTimeout(timer); done(performance.now() - from) } })
  })
  await soon(STANDS)
  const ended = new Promise((resolve) => { child.once('exit', resolve) })
  for (const pid of pidsOf(data)) if (!isHelper(pid)) spawnSync('kill', ['-TERM', pid])
  await Promise.race([ended, soon(10_000)])
  endAll(data, 'KILL')
  await soon(300)
  return took
}

/** The processes of Electron that work on a data folder; helpers have sessions of their own but the same word on their command lines. */
const pidsOf = (data: string): readonly string[] => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && /^\S*\/(electron|jianbao) /.test(lineOf(pid)) && `${lineOf(pid)} `.includes(`--user-data-dir=${data} `))
const isHelper = (pid: string): boolean => lineOf(pid).includes('--type=')

function endAll(data: string, signal: string): void {
  for (const pid of pidsOf(data)) spawnSync('kill', [`-${signal}`, pid])
}

function lineOf(pid: string): string {
  try { return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') } catch { return '' }
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
