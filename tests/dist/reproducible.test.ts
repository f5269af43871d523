import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestAuthority } from '../support/codesign.ts'
import { runDist, testKey } from '../support/dist.ts'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import { makeStubElectron, stubElectron } from '../support/stubElectron.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-twice-'))
const key = testKey(folder)
/** `npm run long`: with the real Electron and xz, the packages as they are given out, and the installers for Windows. */
const whole = process.env.JIANBAO_DIST_WHOLE === '1'
const epoch = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim()

/** A copy of the files of a checkout in another place, as old as `time`; packages by hard links. */
function checkout(from: string, files: readonly string[], place: { readonly name: string; readonly time: number }): string {
  const to = join(folder, place.name, '检报 源')
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(from, file), join(to, file))
    utimesSync(join(to, file), place.time, place.time)
  }
  execFileSync('cp', ['-al', join(root, 'node_modules'), join(to, 'node_modules')])
  return to
}

/** What belongs to the checkout as it is now. */
function ownFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\0')
  return [...new Set(listed)].filter((file) => file !== '' && !file.startsWith('tests/') && existsSync(join(root, file)))
}

/** The same files at two places, with a history that stands still however the checkout moves on meanwhile. */
const twoCheckouts = (() => {
  let made: readonly [string, string] | null = null
  return (): readonly [string, string] => {
    if (made !== null) return made
    execFileSync('git', ['clone', '--quiet', '--no-checkout', '--shared', root, join(folder, 'history')])
    const files = ownFiles()
    const here = checkout(root, files, { name: '甲', time: 1_000_000_000 })
    made = [here, checkout(here, files, { name: 'b/deeper', time: 1_700_000_000 })]
    return made
  }
})()

/** Builds at both places, each under a umask, a zone and an Electron of its own; the folders of packages. */
async function buildTwice(words: readonly string[], env: (place: string) => Readonly<Record<string, string>>): Promise<readonly [string, string]> {
  const [here, there] = twoCheckouts()
  return [await build(here, { umask: 0o022, zone: 'Asia/Shanghai', words, env }), await build(there, { umask: 0o077, zone: 'America/New_York', words, env })]
}

interface Circumstances { readonly umask: number; readonly zone: string; readonly words: readonly string[]; readonly env: (place: string) => Readonly<Record<string, string>> }

async function build(at: string, { umask, zone, words, env }: Circumstances): Promise<string> {
  const place = dirname(at)
  const out = join(place, 'out')
  const own = { JIANBAO_SIGN_KEY: key.file, TZ: zone, TMPDIR: place, GIT_DIR: join(folder, 'history', '.git'), GIT_WORK_TREE: at, SOURCE_DATE_EPOCH: epoch, JIANBAO_CHROMIUM_VERSION: '1.2.3.4' }
  const before = process.umask(umask)
  try {
    const built = await runDist([...words, '--arch', 'x64', '--out', out], { ...own, ...env(place) }, at)
    expect([built.status, built.said]).toEqual([0, expect.not.stringContaining('✗')])
  } finally {
    process.umask(before)
  }
  return out
}

const filesIn = (where: string): readonly string[] =>
  readdirSync(where, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(where, join(entry.parentPath, entry.name))).toSorted()
const same = (name: string, [first, second]: readonly [string, string]): boolean => readFileSync(join(first, name)).equals(readFileSync(join(second, name)))
const patience = whole ? 3_600_000 : 400_000
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describeNeeding(['dpkg', 'rpm'], 'the same commit twice, for Linux', () => {
  const stem = 'jianbao-dev-0.1.0-linux-x64'
  let outs: readonly [string, string]
  beforeAll(async () => {
    outs = await buildTwice(['--target', 'linux', ...(whole ? [] : ['--gzip']), '--only', 'tree,tar,deb,rpm'], (place) => (whole ? {} : { JIANBAO_DIST_ELECTRON: stubElectron(join(place, 'electron'), 'x64') }))
  }, patience)

  test('app.asar is the same, byte for byte', () => {
    const [one = '', two = ''] = outs.map((out) => join(out, stem, 'resources', 'app.asar'))
    const names = [one, two].map((file) => listPackage(file, { isPack: false }))
    expect(names[0]).toEqual(names[1])
    const differ = (name: string): boolean => /\.\w+$/.test(name) && !name.endsWith('.node') && !extractFile(one, name.slice(1)).equals(extractFile(two, name.slice(1)))
    expect(names[0]?.filter(differ)).toEqual([])
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
  })

  for (const name of [`${stem}.tar.gz`, `${stem}.deb`, `${stem}.rpm`, `${stem}.cdx.json`, 'SHA256SUMS', 'SHA256SUMS.sig', `${stem}/manifest.json`, `${stem}/manifest.json.sig`]) {
    test(`${name} is the same, byte for byte`, () => { expect(same(name, outs)).toBe(true) })
  }
})

describeNeeding(['mingw', 'osslsigncode', ...(whole ? ['nsis', 'msi'] as const : [])], 'the same commit twice, for Windows, signed', () => {
  const stem = 'jianbao-dev-0.1.0-win-x64'
  let outs: readonly [string, string]
  beforeAll(async () => {
    const authority = makeTestAuthority(folder)
    outs = await buildTwice(['--target', 'win', '--only', whole ? 'tree,zip,setup,msi' : 'tree,zip'], (place) => ({ JIANBAO_DIST_ELECTRON: makeStubElectron(join(place, 'electron-win'), 'x64'), ...authority.env }))
  }, patience)

  test('every file of the folder is the same, byte for byte', () => {
    const [one = [], two = []] = outs.map((out) => filesIn(join(out, stem)))
    expect(one).toEqual(two)
    expect(one.filter((name) => !same(join(stem, name), outs))).toEqual([])
  })

  for (const name of [`${stem}.zip`, ...(whole ? [`${stem}-setup.exe`, `${stem}-setup-user.exe`, `${stem}.msi`] : []), `${stem}.cdx.json`, 'SHA256SUMS', 'SHA256SUMS.sig']) {
    test(`${name} is the same, byte for byte`, () => { expect(same(name, outs)).toBe(true) })
  }
})
