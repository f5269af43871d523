import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Values of one registry key, by name; the unnamed one is `@`. Numbers are numbers. */
export type RegistryKey = Readonly<Record<string, string | number>>

/** A Windows of one suite's own: an empty wine prefix in a folder of the suite. */
export interface Windows {
  /** The folder that is drive C. */
  readonly c: string
  /** Runs a program and waits until it has ended; what it starts may go on. */
  readonly run: (program: string, ...words: readonly string[]) => number
  /** The same, with what it writes; `input` is what it can read. */
  readonly talk: (words: readonly string[], input?: string) => { readonly status: number; readonly out: string; readonly err: string }
  /** The same in a console window, with what that shows, line ends and movements of the cursor taken out. */
  readonly inConsole: (line: string) => { readonly status: number; readonly shown: string }
  /** The same by a command line in a batch file, quoted as it is written there: wine itself quotes every word with a blank. Chinese only by %NAME%. */
  readonly batch: (line: string, named?: Readonly<Record<string, string>>) => number
  /** Starts a program that stays open. */
  readonly start: (program: string, ...words: readonly string[]) => ChildProcess
  /** A key with all its values in the 64-bit registry, `HKLM\Software\…`, or null. */
  readonly registry: (key: string) => RegistryKey | null
  readonly setRegistry: (key: string, name: string, value: string) => void
  /** Says what version it is: win10, win81. */
  readonly version: (name: string) => void
  /** Ends every program of this Windows. */
  readonly close: () => void
}

const QUIET = { WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' }
/** What a terminal is told beside the text: movements, colours, line ends. */
const MOVEMENT = new RegExp(`${String.fromCharCode(27)}\\[[\\d;?]*[A-Za-z]|[\\r\\n]`, 'g')

/** Sets a Windows 10 up in this folder. Its server runs until it is closed, which spares seconds for every program. */
export function makeWindows(folder: string, display = ''): Windows {
  const [prefix, home] = [join(folder, 'wine'), join(folder, 'home')]
  for (const place of [prefix, home]) mkdirSync(place, { recursive: true })
  // Wine makes the folders of a user links into a home: this one, not that of whoever runs the tests.
  const env = { ...process.env, ...QUIET, WINEPREFIX: prefix, HOME: home, XDG_CONFIG_HOME: '', XDG_DATA_HOME: '', DISPLAY: display, TMPDIR: folder }
  const runWith = (more: Readonly<Record<string, string>>, words: readonly string[]): number =>
    spawnSync('wine', words, { env: { ...env, ...more }, stdio: 'ignore', timeout: 120_000 }).status ?? -1
  const run: Windows['run'] = (...words) => runWith({}, words)
  execFileSync('wineserver', ['-p'], { env, stdio: 'ignore' })
  run('wineboot', '-i')
  run('winecfg', '-v', 'win10')
  const c = join(prefix, 'drive_c')
  return {
    c, run,
    talk: (words, input = '') => {
      const done = spawnSync('wine', words, { env, input, encoding: 'utf8', timeout: 120_000 })
      return { status: done.status ?? -1, out: done.stdout, err: done.stderr }
    },
    inConsole: line => {
      const done = spawnSync('script', ['-qec', `wine ${line}`, '/dev/null'], { env: { ...env, TERM: 'xterm' }, encoding: 'utf8', timeout: 120_000 })
      return { status: done.status ?? -1, shown: done.stdout.replaceAll(MOVEMENT, '') }
    },
    batch: (line, named = {}) => {
      writeFileSync(join(c, 'run.bat'), `@echo off\r\n${line}\r\nexit /b %errorlevel%\r\n`)
      return runWith(named, ['cmd', '/c', 'C:\\run.bat'])
    },
    start: (program, ...words) => spawn('wine', [program, ...words], { env, stdio: 'ignore' }),
    registry: key => readKey(c, key, run),
    setRegistry: (key, name, value) => { run('reg', 'add', key, '/v', name, '/d', value, '/f') },
    version: name => { run('winecfg', '-v', name) },
    close: () => { spawnSync('wineserver', ['-k'], { env, stdio: 'ignore' }); spawnSync('wineserver', ['-w'], { env, stdio: 'ignore' }) },
  }
}

/** Read by an export, which is the only way to get Chinese values out whole. */
function readKey(c: string, key: string, run: Windows['run']): RegistryKey | null {
  const file = join(c, 'key.reg')
  rmSync(file, { force: true })
  run('reg', 'export', key, 'C:\\key.reg', '/y')
  if (!existsSync(file)) return null
  const [, own = ''] = readFileSync(file, 'utf16le').split(/^\[[^\]]*\]\r?\n/m)
  const lines = own.split(/\r?\n/).flatMap(line => {
    const [, name = '', value = ''] = /^(@|"(?:[^"\\]|\\.)*")=(.*)$/.exec(line) ?? []
    return name === '' ? [] : [[name === '@' ? name : unquoted(name), read(value)] as const]
  })
  return Object.fromEntries(lines)
}

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(.)/g, '$1')
const read = (value: string): string | number => (value.startsWith('dword:') ? parseInt(value.slice(6), 16) : unquoted(value))
