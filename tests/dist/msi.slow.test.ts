import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestAuthority, signatureHolds } from '../support/codesign.ts'
import { runDist } from '../support/dist.ts'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import { makeStubElectron } from '../support/stubElectron.ts'
import { makeWindows, type Windows } from '../support/wine.ts'

interface Facts { readonly version: string; readonly arch: string; readonly epoch: number; readonly commit: string; readonly development: boolean; readonly signed: boolean; readonly stem: string; readonly codesign: null }
const { writeMsi } = (await import(join(root, 'build/dist/msi/msi.mjs'))) as { writeMsi: (facts: Facts, tree: string, options: { out: string }) => string }

const folder = mkdtempSync(join(tmpdir(), 'jianbao-msi-'))
const out = join(folder, '发布')
const first = join(out, 'jianbao-dev-0.1.0-win-x64-unsigned')
const second = join(folder, 'second')
const uninstall = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'
const app = 'HKLM\\Software\\Jianbao'
const openWith = 'HKLM\\Software\\Classes\\Applications\\jianbao.exe'
const build = 'HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion'
const inFolder = ['软件', '检报 填报'] as const
const started: { windows?: Windows } = {}
const wine = (): Windows => { if (!started.windows) throw new Error('Windows is not set up'); return started.windows }
const onC = (...parts: readonly string[]): string => join(wine().c, ...parts)
const where = (): string => onC(...inFolder)
const inMenu = (): readonly string[] => [onC('ProgramData'), onC('users', 'root', 'AppData', 'Roaming')].map((home) => join(home, 'Microsoft', 'Windows', 'Start Menu', 'Programs', '检报.lnk')).filter((file) => existsSync(file))
const z = (file: string): string => `Z:${file.replaceAll('/', '\\')}`
const old = (): string => z(`${first}.msi`)
let newer = ''

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const filesIn = (place: string): Readonly<Record<string, string>> =>
  existsSync(place) ? Object.fromEntries(readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted().map((file) => [relative(place, file), digest(file)])) : {}
const facts = (version: string, arch = 'x64'): Facts => ({ version, arch, epoch: 1_790_000_000, commit: '0'.repeat(40), development: true, signed: false, stem: `jianbao-dev-${version}-win-${arch}-unsigned`, codesign: null })
const msiexec = (...words: readonly string[]): number => wine().run('msiexec', ...words, '/qn')
/** What programs-and-features lists of us. */
function entries(): readonly Readonly<Record<string, string>>[] {
  wine().run('reg', 'export', uninstall, 'C:\\all.reg', '/y')
  const keys = readFileSync(onC('all.reg'), 'utf16le').split(/^\[/m).filter((key) => /^"Publisher"="检报"\r?$/m.test(key))
  return keys.map((key) => Object.fromEntries([...key.matchAll(/^"(\w+)"="(.*)"\r?$/gm)].map(([, name = '', value = '']) => [name, value.replaceAll('\\\\', '\\')])))
}
const table = (file: string, name: string): string => spawnSync('msiinfo', ['export', file, name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } }).stdout

/** What no installation and no removal may touch: work, keys, backups, the policy. */
function placeData(): Readonly<Record<string, string>> {
  const mine = onC('users', 'root', 'AppData', 'Roaming', '检报')
  for (const [place, name] of [[mine, '检报数据.jianbao'], [join(mine, 'keys'), '一把钥匙.pem'], [join(mine, '备份'), '检报数据-1.jianbao'], [onC('ProgramData', 'Jianbao'), 'policy.json']] as const) {
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, name), `${name} 的内容`)
  }
  return data()
}
const data = (): Readonly<Record<string, string>> => ({ ...filesIn(onC('users', 'root', 'AppData', 'Roaming', '检报')), ...filesIn(onC('ProgramData', 'Jianbao')) })

afterAll(() => {
  started.windows?.close()
  rmSync(folder, { recursive: true, force: true })
})

describeNeeding(['msi', 'mingw', 'wine', 'osslsigncode'], 'the MSI', () => {
  const authority = makeTestAuthority(folder)
  let kept: Readonly<Record<string, string>> = {}

  beforeAll(async () => {
    const electron = makeStubElectron(join(folder, 'electron'), 'x64')
    const built = await runDist(['--target', 'win', '--arch', 'x64', '--only', 'tree,msi', '--version', '0.1.0', '--out', out], { JIANBAO_DIST_ELECTRON: electron, ...authority.env })
    expect([built.status, built.said]).toEqual([0, expect.not.stringContaining('✗')])
    cpSync(first, second, { recursive: true })
    rmSync(join(second, 'locales'), { recursive: true })
    writeFileSync(join(second, 'doc', 'new-page.md'), '新的一页\n')
    writeFileSync(join(second, 'VERSION'), 'version=0.2.0\n')
    newer = z(writeMsi(facts('0.2.0'), second, { out: folder }))
    started.windows = makeWindows(folder)
    kept = placeData()
  }, 300_000)

  test('it is signed, and so is the check that it carries', () => {
    expect(signatureHolds(`${first}.msi`, authority)).toBe(true)
    const guard = join(folder, 'guard.dll')
    writeFileSync(guard, spawnSync('msiinfo', ['extract', `${first}.msi`, 'Binary.guard'], { maxBuffer: 1 << 24 }).stdout)
    expect(signatureHolds(guard, authority)).toBe(true)
  })

  test('a silent installation into a chosen folder: every file, the registry, the Start menu, one entry', () => {
    msiexec('/i', old(), `INSTALLDIR=C:\\${inFolder.join('\\')}`, '/l*v', 'C:\\first.log')
    expect(readFileSync(onC('first.log'), 'latin1')).toMatch(/OnlyAdministrators\. Return value 1/)
    expect(filesIn(where())).toEqual(filesIn(first))
    expect(wine().registry(app)).toEqual({ InstallDir: 'C:\\软件\\检报 填报\\', InstalledBy: 'msi', Version: '0.1.0' })
    expect(entries()).toHaveLength(1)
    expect(entries()[0]).toMatchObject({ DisplayName: '检报（开发包，未签名）', DisplayVersion: '0.1.0', Publisher: '检报', InstallLocation: 'C:\\软件\\检报 填报\\' })
    expect(inMenu()).toHaveLength(1)
    expect(wine().registry(openWith)).toEqual({ FriendlyAppName: '检报' })
    expect(wine().registry(`${openWith}\\shell\\open\\command`)).toEqual({ '@': '"C:\\软件\\检报 填报\\jianbao.exe" "%1"' })
  }, 120_000)

  test('while the program runs nothing is touched, and the log says who refused', async () => {
    const before = filesIn(where())
    const program = wine().start(onC(...inFolder, 'jianbao.exe'), '--version-file', 'C:\\open.txt', '--hold', '120')
    while (!existsSync(onC('open.txt'))) spawnSync('sleep', ['0.2'])
    for (const words of [['/i', newer], ['/x', old()]]) {
      expect(msiexec(...words, '/l*v', 'C:\\running.log')).not.toBe(0)
      expect(readFileSync(onC('running.log'), 'latin1')).toMatch(/Running\. Return value 0/)
      expect(filesIn(where())).toEqual(before)
    }
    expect(program.exitCode).toBe(null)
    const ended = new Promise((done) => { program.once('exit', done) })
    program.kill('SIGKILL')
    await ended
    expect([wine().registry(app)?.['Version'], entries().length]).toEqual(['0.1.0', 1])
  }, 120_000)

  test('repair brings back what was changed or lost', () => {
    rmSync(join(where(), 'LICENSES.chromium.html'))
    writeFileSync(join(where(), 'resources', 'app.asar'), 'changed')
    msiexec('/i', old(), 'REINSTALL=ALL', 'REINSTALLMODE=amus')
    expect(filesIn(where())).toEqual(filesIn(first))
  }, 120_000)

  test('an upgrade stays in the folder: old files go, new ones come, one entry is left', () => {
    msiexec('/i', newer)
    expect(filesIn(where())).toEqual(filesIn(second))
    expect([existsSync(join(where(), 'locales')), wine().registry(app)?.['Version'], entries().length]).toEqual([false, '0.2.0', 1])
    expect(entries()[0]?.['DisplayVersion']).toBe('0.2.0')
  }, 120_000)

  test('an older version is refused and changes nothing', () => {
    expect(msiexec('/i', old())).not.toBe(0)
    expect([filesIn(where()), wine().registry(app)?.['Version'], entries().length]).toEqual([filesIn(second), '0.2.0', 1])
    expect(table(`${first}.msi`, 'LaunchCondition')).toMatch(/^Installed OR NOT NEWER\t这台电脑上的检报比这个安装包新，没有改动。/m)
  }, 120_000)

  test('removal takes what was installed; a stranger’s file, the data and the policy stay', () => {
    writeFileSync(join(where(), '别人的.txt'), '留着')
    msiexec('/x', newer)
    expect(Object.keys(filesIn(where()))).toEqual(['别人的.txt'])
    expect([entries(), wine().registry(app), inMenu(), wine().registry(openWith)]).toEqual([[], null, [], null])
    expect(data()).toEqual(kept)
  }, 120_000)

  test('where setup.exe has installed it, or Windows is too old, nothing is installed', () => {
    wine().run('reg', 'add', app, '/v', 'InstalledBy', '/d', 'setup', '/f', '/reg:64')
    expect(msiexec('/i', newer)).not.toBe(0)
    expect(filesIn(onC('Program Files', 'Jianbao'))).toEqual({})
    wine().run('reg', 'delete', app, '/f', '/reg:64')
    wine().run('reg', 'add', build, '/v', 'CurrentBuildNumber', '/d', '9600', '/f', '/reg:64')
    expect(msiexec('/i', newer)).not.toBe(0)
    expect(filesIn(onC('Program Files', 'Jianbao'))).toEqual({})
    wine().run('reg', 'add', build, '/v', 'CurrentBuildNumber', '/d', '17763', '/f', '/reg:64')
    msiexec('/i', newer, '/l*v', 'C:\\usual.log')
    expect(filesIn(onC('Program Files', 'Jianbao'))).toEqual(filesIn(second))
    expect(readFileSync(onC('usual.log'), 'latin1')).not.toMatch(/OnlyAdministrators/)
  }, 120_000)
})

describeNeeding(['msi', 'mingw'], 'the bytes of the MSI', () => {
  const small = join(folder, 'small')
  beforeAll(() => {
    for (const name of ['jianbao.exe', 'resources/app.asar', 'doc/a-long-name-of-a-page.md']) {
      mkdirSync(join(small, name, '..'), { recursive: true })
      writeFileSync(join(small, name), name)
    }
  })
  const summary = (file: string): string => spawnSync('msiinfo', ['suminfo', file], { encoding: 'utf8' }).stdout

  test('two folders, two time zones and two moments make the same file', () => {
    const [there, zone] = [join(folder, '另一处', 'b'), process.env['TZ']]
    cpSync(small, join(there, 'tree'), { recursive: true })
    const one = digest(writeMsi(facts('0.3.0'), small, { out: folder }))
    process.env['TZ'] = 'America/New_York'
    spawnSync('sleep', ['2.1'])
    const two = digest(writeMsi(facts('0.3.0'), join(there, 'tree'), { out: there }))
    process.env['TZ'] = zone
    expect(two).toBe(one)
    writeFileSync(join(there, 'tree', 'jianbao.exe'), 'another')
    const other = join(there, `${facts('0.3.0').stem}.msi`)
    writeMsi(facts('0.3.0'), join(there, 'tree'), { out: there })
    const code = (file: string): string => /Revision number \(UUID\): (\S+)/.exec(summary(file))?.[1] ?? ''
    expect([code(other) === code(join(folder, `${facts('0.3.0').stem}.msi`)), code(other)]).toEqual([false, expect.stringMatching(/^\{[0-9A-F-]{36}\}$/)])
  })

  test('it says its processor and its language, and names each file by a short and a long name', () => {
    const arm = writeMsi(facts('0.3.0', 'arm64'), small, { out: folder })
    expect(summary(arm)).toMatch(/^Template: Arm64;2052$/m)
    expect(summary(writeMsi(facts('0.3.0'), small, { out: folder }))).toMatch(/^Template: x64;2052$/m)
    expect(table(arm, 'File')).toMatch(/\t_[0-9A-F]{7}\.MD\|a-long-name-of-a-page\.md\t/)
    expect(table(arm, 'CustomAction')).toContain('"[INSTALLDIR]." /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX')
    expect([table(arm, 'CustomAction').includes('RefuseWhileRunning'), table(arm, 'Property')]).toEqual([false, expect.stringContaining('UpgradeCode\t{F4B76566-4269-47F6-95A6-F02D570D0BF5}')])
  })
})
