import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { selfCheck } from '../../electron/install/selfCheck.ts'
import { windowsKinds } from '../../electron/installedBy.ts'
import { makeTestAuthority, signatureHolds, type TestAuthority } from '../support/codesign.ts'
import { describeNeeding, unmet } from '../support/needs.ts'
import { comparedWith, digestsIn, makeRelease, ownFiles, type SetupRelease } from '../support/setup.ts'
import { root } from '../support/sources.ts'
import { makeWindows, type Windows } from '../support/wine.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-setup-'))
const APP = 'HKLM\\Software\\Jianbao'
const ENTRY = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Jianbao'
let windows: Windows
let [first, second]: SetupRelease[] = []
let authority: TestAuthority

const c = (...parts: readonly string[]): string => join(windows.c, ...parts)
const zDrive = (file = ''): string => `Z:${file.replaceAll('/', '\\')}`
const programs = (...parts: readonly string[]): string => c('Program Files', 'Jianbao', ...parts)
const startMenu = (): string => c('ProgramData/Microsoft/Windows/Start Menu/Programs/检报.lnk')

/** Runs a setup program silently in Chinese; its exit code and what it said. */
function setup(file: string | undefined, ...words: readonly string[]): readonly [number, string] {
  forget()
  const status = windows.run(file ?? '', '/S', '/LANG=2052', '/LOG=C:\\log.txt', ...words)
  return [status, said()]
}
/** Waited for, with a true exit code: the way for scripts. */
const uninstall = (): number => forget() ?? windows.batch('"C:\\Program Files\\Jianbao\\uninstall.exe" /S /LANG=2052 /LOG=C:\\log.txt _?=C:\\Program Files\\Jianbao')
const forget = (): undefined => rmSync(c('log.txt'), { force: true }) as undefined
const said = (): string => (existsSync(c('log.txt')) ? readFileSync(c('log.txt'), 'utf16le').trim().replace(/^.*\d\d:\d\d:\d\d \d+ /, '') : '')

/** What an installation, an upgrade and a removal have to leave as it is. */
function placeData(): void {
  const mine = ['users/root/AppData/Roaming/检报/检报数据.jianbao', 'users/root/AppData/Roaming/检报/keys/单位.jbkey', 'users/root/AppData/Roaming/检报/备份/一.jianbao', 'users/root/Documents/台账.ledger', 'ProgramData/Jianbao/policy.json']
  for (const name of mine) {
    mkdirSync(dirname(c(name)), { recursive: true })
    writeFileSync(c(name), name)
  }
}
const data = (): unknown => ['users/root/AppData/Roaming/检报', 'users/root/Documents', 'ProgramData/Jianbao'].map((name) => digestsIn(c(name)))

describeNeeding(['nsis', 'wine', 'mingw', 'osslsigncode'], 'setup.exe for all users', () => {
  let before: unknown
  beforeAll(async () => {
    authority = makeTestAuthority(folder)
    first = await makeRelease(folder, { version: '0.1.0', extra: ['doc/admin/old/gone.md', 'doc/admin/stays.md'], codesign: authority.env })
    second = await makeRelease(folder, { version: '0.2.0', extra: ['doc/admin/stays.md', 'doc/manual/new.md'], codesign: authority.env })
    windows = makeWindows(folder)
    for (const name of ['asUser', 'holdFile']) execFileSync('x86_64-w64-mingw32-gcc', ['-municode', '-mwindows', '-o', c(`${name}.exe`), join(root, 'tests/support/stub', `${name}.c`)])
    placeData()
    before = data()
  }, 200_000)
  afterAll(() => {
    windows?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('it is signed, and so is what it installs; a byte changed is seen', () => {
    for (const file of [first?.machine, first?.user].map(String)) expect([file, signatureHolds(file, authority)]).toEqual([file, true])
    const bent = readFileSync(String(first?.machine))
    bent[bent.length >> 1] = (bent[bent.length >> 1] ?? 0) ^ 1
    writeFileSync(join(folder, 'bent.exe'), bent)
    expect(signatureHolds(join(folder, 'bent.exe'), authority)).toBe(false)
    // By itself a changed setup.exe installs nothing either.
    expect([windows.run(join(folder, 'bent.exe'), '/S'), existsSync(programs())]).toEqual([2, false])
  })

  test('it installs every file as packed, and Windows knows of it', async () => {
    expect(setup(first?.machine)).toEqual([0, '装好了：检报 0.1.0，在 C:\\Program Files\\Jianbao。'])
    expect(first && comparedWith(first, programs())).toEqual({ differing: [], more: ownFiles })
    expect(await selfCheck({ folder: programs(), keys: [], signed: false }, () => new Date())).toMatchObject({ state: 'unsigned', differing: [] })
    expect(windowsKinds(programs())).toEqual(['setup', 'zip'])
    for (const name of ['jianbao.exe', 'uninstall.exe']) expect([name, signatureHolds(programs(name), authority)]).toEqual([name, true])
    expect(windows.registry(APP)).toEqual({ InstallDir: 'C:\\Program Files\\Jianbao', Version: '0.1.0', InstalledBy: 'setup' })
    expect(windows.registry(ENTRY)).toMatchObject({
      DisplayName: '检报（开发包）', DisplayVersion: '0.1.0', Publisher: '检报', InstallLocation: 'C:\\Program Files\\Jianbao', NoModify: 1, NoRepair: 1,
      UninstallString: '"C:\\Program Files\\Jianbao\\uninstall.exe"', QuietUninstallString: '"C:\\Program Files\\Jianbao\\uninstall.exe" /S', EstimatedSize: expect.any(Number) as number,
    })
    expect([existsSync(startMenu()), existsSync(c('users/Public/Desktop/检报.lnk'))]).toEqual([true, false])
    expect(windows.run('C:\\Program Files\\Jianbao\\jianbao.exe', '--exit', '7')).toBe(7)
  })

  test('workbooks go on opening in what opened them; 检报 is offered', () => {
    expect([windows.registry('HKLM\\Software\\Classes\\.xlsx'), windows.registry('HKCU\\Software\\Classes\\.xlsx')]).toEqual([null, null])
    expect(windows.registry('HKLM\\Software\\Classes\\Applications\\jianbao.exe\\SupportedTypes')).toEqual({ '.xlsx': '', '.jbpack': '' })
    expect(windows.registry('HKLM\\Software\\Classes\\Applications\\jianbao.exe\\shell\\open\\command')).toEqual({ '@': '"C:\\Program Files\\Jianbao\\jianbao.exe" "%1"' })
  })

  test('while it is open nothing is touched', async () => {
    const open = windows.start('C:\\Program Files\\Jianbao\\jianbao.exe', '--args-file', 'C:\\open.txt', '--hold', '60')
    for (let i = 0; i < 100 && !existsSync(c('open.txt')); i += 1) await sleep(100)
    const there = digestsIn(programs())
    expect(setup(second?.machine)).toEqual([4, expect.stringMatching(/^检报正开着，或有程序占着它的文件：jianbao\.exe/)])
    expect(uninstall()).toBe(4)
    expect([digestsIn(programs()), windows.registry(APP)?.['Version']]).toEqual([there, '0.1.0'])
    const ended = new Promise((done) => { open.once('exit', done) })
    windows.run('taskkill', '/f', '/im', 'jianbao.exe')
    await ended
  })

  test('over itself it repairs: lost and changed files are back, a stranger’s file stays', () => {
    rmSync(programs('ffmpeg.dll'))
    writeFileSync(programs('resources/app.asar'), 'changed')
    writeFileSync(programs('我的笔记.txt'), 'mine')
    expect(setup(first?.machine)[0]).toBe(0)
    expect(first && comparedWith(first, programs())).toEqual({ differing: [], more: [...ownFiles, '我的笔记.txt'] })
    rmSync(programs('uninstall.lst'))
    expect(setup(first?.machine)[0]).toBe(0)
    expect(first && comparedWith(first, programs())).toEqual({ differing: [], more: [...ownFiles, '我的笔记.txt'] })
  })

  test('an upgrade that cannot be finished leaves the old version whole', () => {
    const there = digestsIn(programs())
    mkdirSync(programs('doc/manual'))
    writeFileSync(programs('doc/manual/new.md'), 'a stranger’s')
    expect(setup(second?.machine)).toEqual([7, expect.stringContaining('已有一个别的文件叫 doc\\manual\\new.md')])
    expect([readFileSync(programs('doc/manual/new.md'), 'utf8'), windows.registry(APP)?.['Version']]).toEqual(['a stranger’s', '0.1.0'])
    rmSync(programs('doc/manual'), { recursive: true })
    expect(digestsIn(programs())).toEqual(there)
  })

  test('an upgrade cut off by the power is undone by the next installation, even by one that fails', () => {
    const there = digestsIn(programs())
    const put = (name: string, text: string): void => {
      mkdirSync(dirname(programs(name)), { recursive: true })
      writeFileSync(programs(name), text)
    }
    for (const name of Object.keys(there ?? {}).filter((file) => file !== '我的笔记.txt')) {
      mkdirSync(dirname(programs('~old', name)), { recursive: true })
      if (name === 'uninstall.lst') copyFileSync(programs(name), programs('~old', name))
      else renameSync(programs(name), programs('~old', name))
    }
    const coming = readFileSync(programs('~old/uninstall.lst'), 'latin1').replaceAll('\\', '/').trim().split('\r\n')
    put('~new/uninstall.lst', readFileSync(programs('~old/uninstall.lst'), 'latin1'))
    for (const [at, name] of coming.entries()) put(at < 3 ? name : `~new/${name}`, 'of the new version')
    put('doc/manual/new.md', 'a stranger’s')
    expect(setup(second?.machine)).toEqual([7, expect.stringContaining('doc\\manual\\new.md')])
    rmSync(programs('doc/manual'), { recursive: true })
    expect(digestsIn(programs())).toEqual(there)
  })

  test('a file that cannot be moved away leaves the old version whole, and the uninstaller uninstalls nothing', async () => {
    const there = digestsIn(programs())
    const holding = windows.start('C:\\holdFile.exe', 'C:\\Program Files\\Jianbao\\locales\\en-US.pak', 'C:\\stop.txt')
    for (let i = 0; i < 100 && !existsSync(c('held.txt')); i += 1) await sleep(100)
    expect(setup(second?.machine)).toEqual([5, '旧版的这个文件移不走：locales\\en-US.pak。旧版已放回原样。重启电脑后再试。'])
    expect([uninstall(), said()]).toEqual([5, expect.stringMatching(/^这个文件删不掉：locales\\en-US\.pak。没有卸载/)])
    expect([digestsIn(programs()), windows.registry(APP)?.['Version'], existsSync(startMenu())]).toEqual([there, '0.1.0', true])
    const ended = new Promise((done) => { holding.once('exit', done) })
    writeFileSync(c('stop.txt'), '')
    await ended
  })

  test('another folder, an older Windows and a copy by MSI are refused in words', () => {
    const there = digestsIn(programs())
    expect(setup(second?.machine, '/D=C:\\Elsewhere')).toEqual([10, expect.stringContaining('已经装在 C:\\Program Files\\Jianbao。要换文件夹，请先卸载')])
    windows.version('win81')
    expect(setup(second?.machine)).toEqual([6, expect.stringContaining('检报要 64 位的 Windows 10')])
    windows.version('win10')
    windows.setRegistry(APP, 'InstalledBy', 'msi')
    expect(setup(second?.machine)).toEqual([9, expect.stringContaining('检报 0.1.0 是用 MSI 装的')])
    windows.setRegistry(APP, 'InstalledBy', 'setup')
    expect([digestsIn(programs()), existsSync(c('Elsewhere'))]).toEqual([there, false])
  })

  test('an upgrade takes out what the old version had and brings what the new one has', () => {
    expect(setup(second?.machine, '/DESKTOP')).toEqual([0, expect.stringContaining('检报 0.2.0')])
    expect(second && comparedWith(second, programs())).toEqual({ differing: [], more: [...ownFiles, '我的笔记.txt'] })
    expect([existsSync(programs('doc/admin/old')), existsSync(programs('~old')), existsSync(programs('~new'))]).toEqual([false, false, false])
    expect([windows.registry(APP)?.['Version'], windows.registry(ENTRY)?.['DisplayVersion']]).toEqual(['0.2.0', '0.2.0'])
    expect(existsSync(c('users/Public/Desktop/检报.lnk'))).toBe(true)
  })

  test('an older version is refused and changes nothing', () => {
    const there = digestsIn(programs())
    expect(setup(first?.machine)).toEqual([8, expect.stringContaining('已经装着更新的检报 0.2.0，这个是 0.1.0')])
    expect(digestsIn(programs())).toEqual(there)
  })

  test('uninstalling takes what was installed and nothing else', () => {
    expect([uninstall(), said()]).toEqual([0, '程序已经卸载。填报数据、密钥和备份都还在。'])
    expect(Object.keys(digestsIn(programs()) ?? {})).toEqual(['uninstall.exe', '我的笔记.txt'])
    expect([windows.registry(APP), windows.registry(ENTRY), windows.registry('HKLM\\Software\\Classes\\Applications\\jianbao.exe')]).toEqual([null, null, null])
    expect([existsSync(startMenu()), existsSync(c('users/Public/Desktop/检报.lnk'))]).toEqual([false, false])
    expect(data()).toEqual(before)
  })

  test('a folder with other things in it is refused; without _?= the uninstaller goes with its folder', async () => {
    expect(setup(first?.machine)).toEqual([10, expect.stringContaining('里已有别的东西。请选一个空文件夹')])
    expect(Object.keys(digestsIn(programs()) ?? {})).toEqual(['uninstall.exe', '我的笔记.txt'])
    rmSync(programs('我的笔记.txt'))
    expect(setup(first?.machine)[0]).toBe(0)
    windows.run('C:\\Program Files\\Jianbao\\uninstall.exe', '/S')
    for (let i = 0; i < 100 && existsSync(programs()); i += 1) await sleep(100)
    expect([existsSync(programs()), windows.registry(APP), data()]).toEqual([false, null, before])
  })

  test('a chosen folder: Chinese, with blanks, through a batch file', () => {
    const place = { PLACE: 'C:\\应用\\填报 客户端\\检报' }
    forget()
    const status = windows.batch(`"${zDrive(first?.machine)}" /S /LANG=2052 /LOG=C:\\log.txt /D=%PLACE%`, place)
    expect([status, said()]).toEqual([0, '装好了：检报 0.1.0，在 C:\\应用\\填报 客户端\\检报。'])
    expect(first && comparedWith(first, c('应用/填报 客户端/检报'))).toEqual({ differing: [], more: ownFiles })
    expect(windows.registry(ENTRY)?.['UninstallString']).toBe('"C:\\应用\\填报 客户端\\检报\\uninstall.exe"')
    expect(setup(second?.machine)).toEqual([0, '装好了：检报 0.2.0，在 C:\\应用\\填报 客户端\\检报。'])
    expect(second && comparedWith(second, c('应用/填报 客户端/检报'))).toEqual({ differing: [], more: ownFiles })
    expect(setup(first?.user)).toEqual([9, expect.stringContaining('这台电脑已经为所有用户装了检报 0.2.0')])
    expect(windows.batch('"%PLACE%\\uninstall.exe" /S _?=%PLACE%', place)).toBe(0)
    expect([Object.keys(digestsIn(c('应用/填报 客户端/检报')) ?? {}), windows.registry(APP)]).toEqual([['uninstall.exe'], null])
  })

  test('setup-user.exe installs for one person: nothing of it is the computer’s', () => {
    const own = c('users/root/AppData/Local/Programs/Jianbao')
    forget()
    const asUser = (file = ''): number => windows.run('C:\\asUser.exe', `${zDrive(file)} /S /LANG=2052 /LOG=C:\\log.txt`)
    expect([asUser(first?.machine), said()]).toEqual([3, expect.stringContaining('要有管理员权限。请以管理员身份运行；只为自己装，用 setup-user.exe')])
    forget()
    expect([asUser(first?.user), said()]).toEqual([0, expect.stringContaining('AppData\\Local\\Programs\\Jianbao。')])
    expect(first && comparedWith(first, own)).toEqual({ differing: [], more: ownFiles })
    expect(windowsKinds(own)).toEqual(['setup-user', 'zip'])
    expect([windows.registry(APP), windows.registry(ENTRY), existsSync(programs())]).toEqual([null, null, false])
    expect(windows.registry(ENTRY.replace('HKLM', 'HKCU'))).toMatchObject({ DisplayVersion: '0.1.0' })
    expect(existsSync(c('users/root/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/检报.lnk'))).toBe(true)
    // For all users beside it: an administrator's wish counts, and the person's own copy stays as it is.
    expect(setup(second?.user, '/ALLUSERS')[0]).toBe(0)
    expect([second && comparedWith(second, programs()), first && comparedWith(first, own)]).toEqual([{ differing: [], more: ownFiles }, { differing: [], more: ownFiles }])
    expect(uninstall()).toBe(0)
    expect(setup(second?.user)[0]).toBe(0)
    expect(second && comparedWith(second, own)).toEqual({ differing: [], more: ownFiles })
    expect(windows.run('C:\\users\\root\\AppData\\Local\\Programs\\Jianbao\\uninstall.exe', '/S', '_?=C:\\users\\root\\AppData\\Local\\Programs\\Jianbao')).toBe(0)
    expect([Object.keys(digestsIn(own) ?? {}), windows.registry(APP.replace('HKLM', 'HKCU')), data()]).toEqual([['uninstall.exe'], null, before])
  })

  test.skipIf(unmet(['tmpfs']).length > 0)('a disk that is full, or that cannot be written, is left as it was', () => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', disk])
    try {
      symlinkSync(disk, c('..', 'dosdevices', 'd:'))
      expect(setup(first?.machine, '/D=D:\\Jianbao')[0]).toBe(0)
      writeFileSync(join(disk, 'much'), Buffer.alloc(30 << 20))
      const there = digestsIn(join(disk, 'Jianbao'))
      expect(setup(second?.machine)).toEqual([7, expect.stringMatching(/^硬盘空间不够：D: 还有 \d+ MB，要 \d+ MB。什么都没动。/)])
      rmSync(join(disk, 'much'))
      execFileSync('mount', ['-o', 'remount,ro', disk])
      expect(setup(second?.machine)).toEqual([7, expect.stringContaining('文件写不进 D:\\Jianbao。原来的样子没有变')])
      execFileSync('mount', ['-o', 'remount,rw', disk])
      // Unpacking needs room for temporary files too; where it ends in the middle, what stood there stays.
      for (const size of ['64k', '200k', '220k']) {
        execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', c('users/root/Temp')])
        const [status] = setup(second?.machine)
        execFileSync('umount', ['-l', c('users/root/Temp')])
        expect([2, 7]).toContain(status)
        expect([digestsIn(join(disk, 'Jianbao')), windows.registry(APP)?.['Version']]).toEqual([there, '0.1.0'])
      }
      expect(setup(second?.machine)[0]).toBe(0)
    } finally {
      windows.close()
      execFileSync('umount', ['-l', disk])
    }
  })
})
