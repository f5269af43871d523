import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDist, testKey } from '../support/dist.ts'
import { carry, noteTaker } from '../support/carriedUpdate.ts'
import { apt, asUser, installedManifest, makeUser, openInstalled, type Opened } from '../support/installed.ts'
import type { Clerk } from '../e2e/support/clerk.ts'
import { describeNeeding } from '../support/needs.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-install-'))
const home = join(folder, '张三 的家')
const data = join(home, '.config', '检报')
const policy = '/etc/jianbao/policy.json'
const share = join(folder, '更新')
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const deb = (version: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith(`-${version}-linux-${process.arch}.deb`)) ?? 'none')
const packageName = (): string => execFileSync('dpkg-deb', ['-f', deb('0.1.0'), 'Package'], { encoding: 'utf8' }).trim()
const installedVersion = (): string => /^version=(.*)$/m.exec(readFileSync('/opt/jianbao/VERSION', 'utf8'))?.[1] ?? ''

/** What a removal, a repair and an upgrade have to leave as it is: path → digest. */
function kept(): Readonly<Record<string, string>> {
  const mine = [join(home, '档案'), join(home, '台账'), ...['检报数据.jianbao', 'keys', '备份'].map((name) => join(data, name)), policy].filter((path) => existsSync(path))
  const files = mine.flatMap((path) => (statSync(path).isFile() ? [path] : readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))))
  return Object.fromEntries(files.toSorted().map((file) => [relative(folder, file), sha256(file)]))
}

/** What the installed program says of its own files. */
function selfCheck(): readonly [number, string] {
  const { status, out } = asUser(home, ['jianbao', '--self-check', '--json'], { DISPLAY: '' })
  return [status, (JSON.parse(out) as { state: string }).state]
}

/** Whether every installed file is the one of the manifest. */
const asInstalled = (): readonly string[] =>
  Object.entries(installedManifest().files).filter(([name, entry]) => !existsSync(join('/opt/jianbao', name)) || sha256(join('/opt/jianbao', name)) !== entry.sha256).map(([name]) => name)

describeNeeding(['root', 'apt', 'dpkg', 'electron', 'display'], 'the installed package', () => {
  let opened: Opened | null = null
  let key = { file: '' }
  const desktop = noteTaker(folder)
  const clerk = (): Clerk => { if (!opened) throw new Error('no window is open'); return opened.clerk }
  async function fills(item: string, text: string): Promise<void> {
    await clerk().tab('entry')
    await clerk().form('signoff')
    await clerk().types(item, text)
    await clerk().settled()
  }
  beforeAll(async () => {
    if (existsSync('/opt/jianbao')) throw new Error('检报 is installed on this machine: the test would take it away')
    key = testKey(folder)
    for (const version of ['0.1.0', '0.2.0']) {
      const built = await runDist(['--target', 'linux', '--arch', process.arch, '--gzip', '--only', 'deb', '--debuggable', '--version', version, '--out', folder], { JIANBAO_SIGN_KEY: key.file })
      expect([built.status, built.said]).toEqual([0, expect.not.stringContaining('✗')])
    }
    makeUser(folder, home)
    if (!existsSync(policy)) { mkdirSync('/etc/jianbao', { recursive: true }); writeFileSync(policy, JSON.stringify({ _placedBy: 'tests/dist/install.test.ts', updates: 'folder', updateFolder: share })) }
  }, 400_000)
  afterAll(() => {
    opened?.kill()
    apt('purge', '-y', packageName())
    if (existsSync(policy) && readFileSync(policy, 'utf8').includes('install.test.ts')) rmSync('/etc/jianbao', { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  })

  test('apt installs it: every file as the manifest says, root’s, and a command, a menu entry, icons', () => {
    expect(apt('install', '-y', deb('0.1.0')).status).toBe(0)
    expect([installedVersion(), asInstalled()]).toEqual(['0.1.0', []])
    const owned = execFileSync('find', ['/opt/jianbao', '(', '!', '-user', 'root', '-o', '-perm', '/022', ')'], { encoding: 'utf8' })
    expect(owned).toBe('')
    expect(execFileSync('readlink', ['-f', '/usr/bin/jianbao'], { encoding: 'utf8' }).trim()).toBe('/opt/jianbao/jianbao.sh')
    expect(selfCheck()).toEqual([0, 'sound'])
    expect(readFileSync('/usr/share/applications/jianbao.desktop', 'utf8')).toMatch(/^Name\[zh_CN\]=检报/m)
    expect(existsSync('/usr/share/icons/hicolor/256x256/apps/jianbao.png')).toBe(true)
  }, 200_000)

  test('the command line works without a screen, as an ordinary user', () => {
    const made = asUser(home, ['jianbao', '--cli', 'demo', '--out', join(home, '档案')], { DISPLAY: '' })
    expect([made.status, made.err]).toEqual([0, expect.any(String)])
    const files = readdirSync(join(home, '档案')).filter((name) => name.endsWith('.xlsx')).map((name) => join(home, '档案', name))
    const verified = asUser(home, ['jianbao', '--cli', 'verify', '--json', ...files], { DISPLAY: '' })
    const verdicts = verified.out.trim().split('\n').map((line) => (JSON.parse(line) as { verdict: string }).verdict)
    expect([verified.status, verdicts]).toEqual([0, files.map(() => 'sealed')])
    asUser(home, ['mkdir', join(home, '台账')])
    // The files of the year before are kept apart, so the command says 2.
    const taken = asUser(home, ['jianbao', '--cli', 'intake', '--json', join(home, '档案'), '--ledger', join(home, '台账', '台账.ledger')], { DISPLAY: '' })
    expect([taken.status, taken.out.trim().split('\n').length, taken.out.match(/"verdict":"sealed"/g)?.length]).toEqual([2, files.length, files.length])
    expect(asUser(home, ['jianbao', '--cli', 'nothing-of-the-kind'], { DISPLAY: '' }).status).toBe(64)
  }, 120_000)

  test('a window opens for an ordinary user with the sandbox on, and what is typed is saved', async () => {
    opened = await openInstalled(home, { PATH: desktop.path })
    for (const { line, status } of opened.processes()) {
      expect(line).not.toContain('--no-sandbox')
      if (line.includes('--type=renderer')) expect(status).toMatch(/^Seccomp:\t2$/m)
    }
    await clerk().addsUnit('安装试验检测有限公司', '91330114MAY0A1K2XU', '00')
    await fills('filler', '张三')
    const picture = join(folder, 'window.png')
    execFileSync('import', ['-window', 'root', picture])
    expect(statSync(picture).size).toBeGreaterThan(20_000)
  }, 200_000)

  test('an update in the folder that the policy names is looked at, copied, proved and handed over; wrong ones are refused in words', async () => {
    const { page } = clerk()
    const refusal = async (code: string): Promise<string> => page.locator(`[data-update-problem="${code}"]`).innerText({ timeout: 60_000 })
    await clerk().tab('home')
    await page.locator('[data-link="about"]').first().click()
    await page.waitForSelector(`[data-update-folder="${share}"]`)
    await page.click('[data-update-choose]')
    expect(await refusal('update-none')).toContain(share)
    carry(share, { deb: deb('0.2.0'), version: '0.2.0', key: testKey(folder, 'stranger.pem').file })
    await page.click('[data-update-choose]')
    expect(await refusal('update-signature')).toMatch(/签名/)
    carry(share, { deb: deb('0.1.0'), version: '0.1.0', key: key.file })
    await page.click('[data-update-choose]')
    expect(await refusal('update-older')).toContain('0.1.0')
    const edited = carry(share, { deb: deb('0.2.0'), version: '0.2.0', key: key.file })
    const bytes = readFileSync(edited)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(edited, bytes)
    await page.click('[data-update-choose]')
    await page.waitForSelector('[data-update-found="0.2.0"]')
    await page.click('[data-update-take]')
    await refusal('update-digest')
    expect([existsSync(join(data, '更新')), desktop.handed()]).toEqual([false, ''])
    carry(share, { deb: deb('0.2.0'), version: '0.2.0', key: key.file })
    await page.click('[data-update-choose]')
    await page.waitForSelector('[data-update-found="0.2.0"]')
    await page.click('[data-update-take]')
    await expect.poll(() => desktop.handed(), { timeout: 60_000 }).toBe(join(data, '更新', basename(deb('0.2.0'))))
    expect([sha256(desktop.handed()), statSync(join(data, '更新')).mode & 0o777, statSync(desktop.handed()).mode & 0o777]).toEqual([sha256(deb('0.2.0')), 0o700, 0o500])
    expect(installedVersion()).toBe('0.1.0')
  }, 200_000)

  test('an administrator installs what was handed over while the program runs: it goes on, and the new one opens the same figures', async () => {
    expect(apt('install', '-y', desktop.handed()).status).toBe(0)
    expect([installedVersion(), asInstalled()]).toEqual(['0.2.0', []])
    await fills('filler_tel', '0579-85000000')
    expect(await clerk().shows('filler')).toBe('张三')
    await opened?.close()
    opened = await openInstalled(home)
    await clerk().tab('entry')
    await clerk().form('signoff')
    expect([await clerk().shows('filler'), await clerk().shows('filler_tel')]).toEqual(['张三', '0579-85000000'])
    await opened.close()
    expect(opened.processes()).toEqual([])
  }, 200_000)

  test('an older package is refused by apt, and by its own script where apt is told to go on; nothing changes', () => {
    const before = kept()
    expect(apt('install', '-y', deb('0.1.0')).status).not.toBe(0)
    const forced = apt('install', '-y', '--allow-downgrades', deb('0.1.0'))
    expect([forced.status === 0, forced.said]).toEqual([false, expect.stringContaining('已装的检报 0.2.0 比这个包（0.1.0）新，没有改动')])
    expect([installedVersion(), asInstalled()]).toEqual(['0.2.0', []])
    expect(kept()).toEqual(before)
  }, 120_000)

  test('a changed file is named in the window at the next start and on demand, until it is put right', async () => {
    const version = readFileSync('/opt/jianbao/VERSION', 'utf8')
    writeFileSync('/opt/jianbao/VERSION', `${version}x`)
    opened = await openInstalled(home)
    const { page } = clerk()
    await page.waitForSelector('[data-policy-band]', { timeout: 60_000 })
    expect(await page.locator('[data-policy-band]').innerText()).toContain('安装的文件与签名清单不同。请先停用，找管理员重新安装。被改过：VERSION。')
    await page.click('[data-policy-band] [data-link="about"]')
    expect(await page.locator('[data-check="differs"] ~ ul').innerText()).toMatch(/被改过\s+VERSION/)
    writeFileSync('/opt/jianbao/VERSION', version)
    await page.click('[data-check-again]')
    await page.waitForSelector('[data-check="sound"]', { timeout: 60_000 })
    expect(await page.locator('[data-policy-band]').count()).toBe(0)
    await opened.close()
  }, 200_000)

  test('installing it over itself repairs what was changed or lost', () => {
    rmSync('/opt/jianbao/locales/zh-CN.pak')
    expect(selfCheck()).toEqual([2, 'differs'])
    writeFileSync('/opt/jianbao/resources/app.asar', 'changed')
    expect(asInstalled()).toEqual(['locales/zh-CN.pak', 'resources/app.asar'])
    expect(apt('install', '-y', '--reinstall', deb('0.2.0')).status).toBe(0)
    expect([asInstalled(), selfCheck()]).toEqual([[], [0, 'sound']])
  }, 120_000)

  test('removal, even a purge, takes what was installed and nothing else', () => {
    asUser(home, ['mkdir', '-p', join(data, 'keys')])
    asUser(home, ['cp', '/opt/jianbao/VERSION', join(data, 'keys', '一把钥匙.pem')])
    const before = kept()
    expect(Object.keys(before)).toEqual(expect.arrayContaining([expect.stringContaining('检报数据.jianbao'), expect.stringContaining('台账.ledger'), expect.stringContaining('keys/'), expect.stringContaining('policy.json')]))
    writeFileSync('/opt/jianbao/别人的.txt', '留着')
    expect(apt('purge', '-y', packageName()).status).toBe(0)
    expect(readdirSync('/opt/jianbao', { recursive: true })).toEqual(['别人的.txt'])
    rmSync('/opt/jianbao', { recursive: true })
    for (const path of ['/opt/jianbao', '/usr/bin/jianbao', '/usr/share/applications/jianbao.desktop', '/usr/share/icons/hicolor/256x256/apps/jianbao.png']) expect([path, existsSync(path)]).toEqual([path, false])
    expect(kept()).toEqual(before)
  }, 120_000)
})
