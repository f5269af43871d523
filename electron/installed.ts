import { spawnSync } from 'node:child_process'
import type { BuildRecord } from './buildRecord.ts'

/** What a checkout may be told by its environment and an installed program may not: code, seeds and places of its own. */
const DEVELOPMENT = ['JIANBAO_HOME', 'JIANBAO_SEEDS_DIR', 'JIANBAO_SQLITE_BINDING', 'JIANBAO_VERSION', 'JIANBAO_POLICY']

/** Switches that would take the guard off an installed program. */
const UNGUARDED = ['--no-sandbox', '--disable-web-security', '--remote-debugging-port', '--remote-debugging-pipe', '--disable-site-isolation-trials', '--load-extension']

/** Without a screen Chromium must be told so on its command line; build/dist/launcher.mjs has the same switches. */
export const headlessSwitches = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'] as const

/** The words of the command line behind `--cli` or of `--self-check`, or null when a window is asked for. */
export function wordsAfterCli(argv: readonly string[]): readonly string[] | null {
  const check = argv.indexOf('--self-check')
  if (check > 0) return ['self-check', ...argv.slice(check + 1)]
  const at = argv.indexOf('--cli')
  return at > 0 ? argv.slice(at + 1) : null
}

/** Makes an installed program deaf to the development's environment. */
export function forgetDevelopment(env: NodeJS.ProcessEnv): void {
  for (const name of DEVELOPMENT) delete env[name]
}

/** The sentence that refuses a start with a guard taken off, or null; test packages may be driven from outside. */
export function refusedSwitch(argv: readonly string[], build: BuildRecord | null): string | null {
  if (build?.debuggable) return null
  const found = argv.slice(1).find((word) => UNGUARDED.some((name) => word === name || word.startsWith(`${name}=`)))
  return found === undefined ? null : `检报没有打开：不能带开关 ${found.split('=')[0] ?? ''}。`
}

/** Whether this process draws on no screen at all; Chromium prints no pages then. */
export const drawsNowhere = (): boolean => process.argv.includes(headlessSwitches[0])

/** A command that prints pages wants a screen where there is one. */
const printsPages = (words: readonly string[]): boolean => words.some((word, at) => (word === '--format' ? words[at + 1] : word.startsWith('--format=') ? word : '')?.includes('pdf'))

/** Starts the program again with the switches of a machine without a screen and gives its exit status; null where this one has them or needs none. */
export function runHeadless(words: readonly string[]): number | null {
  const set = process.argv.some((word) => word.startsWith('--ozone-platform='))
  if (process.platform !== 'linux' || set || (printsPages(words) && process.env['DISPLAY'])) return null
  const done = spawnSync(process.execPath, [...headlessSwitches, ...process.argv.slice(1)], { stdio: 'inherit' })
  return done.status ?? 70
}
