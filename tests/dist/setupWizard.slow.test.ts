import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeNeeding } from '../support/needs.ts'
import { comparedWith, digestsIn, makeRelease, ownFiles, type SetupRelease } from '../support/setup.ts'
import { root } from '../support/sources.ts'
import { makeWindows, type Windows } from '../support/wine.ts'

interface Screen { readonly name: string; readonly stop: () => void }
const { startDisplay } = (await import(pathToFileURL(join(root, 'build/setup/display.mjs')).href)) as { startDisplay: () => Promise<Screen | null> }
const folder = mkdtempSync(join(tmpdir(), 'jianbao-wizard-'))
/** Where the pictures are left for a person to look at; nothing of them is kept otherwise. */
const pictures = process.env['JIANBAO_PICTURES'] ?? folder

describeNeeding(['nsis', 'wine', 'mingw', 'xdotool'], 'setup.exe in its windows', () => {
  let windows: Windows
  let screen: Screen | null = null
  let [first, second]: SetupRelease[] = []
  const c = (...parts: readonly string[]): string => join(windows.c, ...parts)
  const programs = (...parts: readonly string[]): string => c('Program Files', 'Jianbao', ...parts)
  const display = (): NodeJS.ProcessEnv => ({ ...process.env, DISPLAY: screen?.name ?? '' })
  const press = (...keys: readonly string[]): void => { spawnSync('xdotool', ['key', ...keys], { env: display() }) }
  const titles = (): string => {
    const found = spawnSync('xdotool', ['search', '--onlyvisible', '--name', '.'], { env: display(), encoding: 'utf8' }).stdout.trim().split('\n')
    return found.map((id) => spawnSync('xdotool', ['getwindowname', id], { env: display(), encoding: 'utf8' }).stdout.trim()).join('|')
  }

  /** Opens a setup program and gives, once its window is there, what its end will be. */
  async function opens(release: SetupRelease | undefined): Promise<{ readonly ended: Promise<number | null> }> {
    rmSync(c('log.txt'), { force: true })
    const child = windows.start(release?.machine ?? '', '/LANG=2052', '/LOG=C:\\log.txt')
    const ended = new Promise<number | null>((done) => { child.once('exit', done) })
    await until(() => /检报（开发包，未签名） 安装/.test(titles()), 'the window')
    await sleep(500)
    return { ended }
  }

  /** Presses keys until something is so. */
  async function until(so: () => boolean, what: string, ...keys: readonly string[]): Promise<void> {
    for (let i = 0; i < 60; i += 1) {
      if (so()) return
      if (keys.length > 0) press(...keys)
      await sleep(500)
    }
    throw new Error(`did not come within half a minute: ${what}; windows: ${titles()}; ${readFileSync(c('log.txt'), 'utf16le')}`)
  }

  /** How many colours a picture of the screen has: a window with text has many. */
  function picture(name: string): number {
    execFileSync('import', ['-window', 'root', join(pictures, `${name}.png`)], { env: display() })
    return Number(execFileSync('identify', ['-format', '%k', join(pictures, `${name}.png`)], { encoding: 'utf8' }))
  }
  const said = (): string => readFileSync(c('log.txt'), 'utf16le').trim().replace(/^.*\d\d:\d\d:\d\d /, '')

  beforeAll(async () => {
    screen = await startDisplay()
    first = await makeRelease(folder, { version: '0.1.0', extra: [] })
    second = await makeRelease(folder, { version: '0.2.0', extra: [] })
    windows = makeWindows(folder, screen?.name)
    execFileSync('x86_64-w64-mingw32-gcc', ['-mwindows', '-o', join(folder, 'opened.exe'), join(root, 'tests/support/stub/opened.c')])
    for (const font of ['Microsoft YaHei UI', 'MS Shell Dlg', 'Tahoma']) windows.setRegistry('HKCU\\Software\\Wine\\Fonts\\Replacements', font, 'Noto Sans CJK SC')
  }, 200_000)
  afterAll(() => {
    windows?.close()
    screen?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('cancelled on its first page it has installed nothing and says so by its exit code', async () => {
    const { ended } = await opens(first)
    expect(picture('1-folder')).toBeGreaterThan(50)
    press('Escape')
    await sleep(1000)
    expect(picture('2-quit')).toBeGreaterThan(50)
    press('Left', 'Return')
    expect([await ended, said(), existsSync(programs())]).toEqual([2, '2 取消了，什么都没装。', false])
  }, 60_000)

  test('one key installs, one more opens the program', async () => {
    const { ended } = await opens(first)
    press('Return')
    await until(() => existsSync(programs('uninstall.lst')) && !existsSync(programs('~new')), 'the files')
    expect(first && comparedWith(first, programs())).toEqual({ differing: [], more: ownFiles })
    await sleep(1500)
    expect(picture('3-done')).toBeGreaterThan(50)
    copyFileSync(join(folder, 'opened.exe'), programs('jianbao.exe'))
    await until(() => existsSync(c('opened.txt')), 'the program', 'Return')
    expect([await ended, said()]).toEqual([0, '0 装好了：检报 0.1.0，在 C:\\Program Files\\Jianbao。'])
    expect(existsSync(c('users/Public/Desktop/检报.lnk'))).toBe(false)
  }, 60_000)

  test('an upgrade asks to close the program, and does nothing while it stays open', async () => {
    windows.run(first?.machine ?? '', '/S')
    const there = digestsIn(programs())
    const open = windows.start('C:\\Program Files\\Jianbao\\jianbao.exe', '--args-file', 'C:\\open.txt', '--hold', '60')
    const closed = new Promise((done) => { open.once('exit', done) })
    await until(() => existsSync(c('open.txt')), 'the program')
    const { ended } = await opens(second)
    expect(picture('4-upgrade')).toBeGreaterThan(50)
    press('Return')
    await sleep(2000)
    expect(picture('5-running')).toBeGreaterThan(50)
    press('Escape')
    expect([await ended, said()]).toEqual([4, expect.stringMatching(/^4 检报正开着/)])
    expect(digestsIn(programs())).toEqual(there)
    windows.run('taskkill', '/f', '/im', 'jianbao.exe')
    await closed
  }, 60_000)

  test('the uninstaller says what stays', async () => {
    windows.start('C:\\Program Files\\Jianbao\\uninstall.exe', '/LANG=2052')
    await until(() => /检报（开发包，未签名） 卸载/.test(titles()), 'the window')
    await sleep(500)
    expect(picture('6-uninstall')).toBeGreaterThan(50)
    press('Return')
    await until(() => !existsSync(programs()), 'the removal')
    await sleep(500)
    expect(picture('7-removed')).toBeGreaterThan(50)
    press('Return')
  }, 60_000)
})
