import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A message bus, a window manager and fcitx5 with Pinyin and Wubi on the test's display. */
export interface InputMethod {
  /** What the application needs in its environment. */
  readonly env: Readonly<Record<string, string>>
  keys(...names: readonly string[]): void
  /** Turns an input method on for the field that has the caret. */
  use(name: 'pinyin' | 'wbx'): Promise<void>
  /** Switches between half and full width, where digits come as １２３. */
  width(): void
  latin(): void
  stop(): void
}

const profile = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[Groups/0/Items/2]
Name=wbx
Layout=

[GroupOrder]
0=Default
`

/** Asks whether fcitx5 answers; asking fcitx5 itself would make the bus start another one, with the user's own profile. */
const OWNED = ['--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', 'string:org.fcitx.Fcitx5']
const fullWidth = '[Hotkey]\n0=F9\n'
const behaviour = '[Behavior]\nActiveByDefault=True\nShareInputState=All\n'

/** Starts the input method; `stop` ends everything it started. */
export async function startInputMethod(): Promise<InputMethod> {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-ime-'))
  mkdirSync(join(home, 'fcitx5', 'conf'), { recursive: true })
  writeFileSync(join(home, 'fcitx5', 'profile'), profile)
  writeFileSync(join(home, 'fcitx5', 'config'), behaviour)
  writeFileSync(join(home, 'fcitx5', 'conf', 'fullwidth.conf'), fullWidth)
  const [address = '', busPid = ''] = execFileSync('dbus-daemon', ['--session', '--fork', '--print-address=1', '--print-pid=1']).toString().trim().split('\n')
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_CONFIG_HOME: home, GTK_IM_MODULE: 'fcitx', QT_IM_MODULE: 'fcitx', XMODIFIERS: '@im=fcitx' }
  const all = { ...process.env, ...env }
  const children: ChildProcess[] = [spawn('openbox', [], { env: all, stdio: 'ignore' }), spawn('fcitx5', ['--disable=wayland'], { env: all, stdio: 'ignore' })]
  await waitFor(() => execFileSync('dbus-send', ['--session', '--print-reply', ...OWNED], { env: all, stdio: ['ignore', 'pipe', 'ignore'] }).includes('boolean true'))
  const remote = (...args: readonly string[]): string => execFileSync('fcitx5-remote', [...args], { env: all, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim()
  return {
    env,
    keys: (...names) => { execFileSync('xdotool', ['key', '--delay', '60', ...names], { env: all }) },
    use: (name) => waitFor(() => { remote('-o'); remote('-s', name); return remote('-n') === name && remote() === '2' }),
    width: () => { execFileSync('xdotool', ['key', '--delay', '60', 'F9'], { env: all }) },
    latin: () => { remote('-c') },
    stop: () => {
      for (const child of children) child.kill('SIGKILL')
      try { process.kill(Number(busPid), 'SIGKILL') } catch { /* already gone */ }
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function waitFor(done: () => boolean): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    try { if (done()) return } catch { /* not yet */ }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('fcitx5 did not answer within 10 s')
}
