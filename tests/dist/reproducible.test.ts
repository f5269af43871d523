import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDist, testKey } from '../support/dist.ts'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import { stubElectron } from '../support/stubElectron.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-twice-'))
const key = testKey(folder)
const stem = 'jianbao-dev-0.1.0-linux-x64'
/** `npm run long`: with the real Electron and xz, the packages as they are given out. */
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

/** Builds in that checkout under a umask, a zone and an Electron of its own. */
async function build(at: string, { umask, zone }: { readonly umask: number; readonly zone: string }): Promise<string> {
  const out = join(dirname(at), 'out')
  const env = {
    ...(whole ? {} : { JIANBAO_DIST_ELECTRON: stubElectron(join(dirname(at), 'electron'), 'x64') }), JIANBAO_SIGN_KEY: key.file, TZ: zone, TMPDIR: dirname(at),
    GIT_DIR: join(folder, 'history', '.git'), GIT_WORK_TREE: at, SOURCE_DATE_EPOCH: epoch, JIANBAO_CHROMIUM_VERSION: '1.2.3.4',
  }
  const before = process.umask(umask)
  try {
    const built = await runDist(['--target', 'linux', '--arch', 'x64', ...(whole ? [] : ['--gzip']), '--only', 'tree,tar,deb,rpm', '--out', out], env, at)
    expect([built.status, built.said]).toEqual([0, expect.not.stringContaining('✗')])
  } finally {
    process.umask(before)
  }
  return out
}

describeNeeding(['dpkg', 'rpm'], 'the same commit twice', () => {
  let [first, second] = ['', '']
  beforeAll(async () => {
    // A history that stands still, however the checkout moves on meanwhile.
    execFileSync('git', ['clone', '--quiet', '--no-checkout', '--shared', root, join(folder, 'history')])
    const files = ownFiles()
    const here = checkout(root, files, { name: '甲', time: 1_000_000_000 })
    const there = checkout(here, files, { name: 'b/deeper', time: 1_700_000_000 })
    first = await build(here, { umask: 0o022, zone: 'Asia/Shanghai' })
    second = await build(there, { umask: 0o077, zone: 'America/New_York' })
  }, whole ? 3_600_000 : 400_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('app.asar is the same, byte for byte', () => {
    const [one = '', two = ''] = [first, second].map((out) => join(out, stem, 'resources', 'app.asar'))
    const names = [one, two].map((file) => listPackage(file, { isPack: false }))
    expect(names[0]).toEqual(names[1])
    const differ = (name: string): boolean => /\.\w+$/.test(name) && !name.endsWith('.node') && !extractFile(one, name.slice(1)).equals(extractFile(two, name.slice(1)))
    expect(names[0]?.filter(differ)).toEqual([])
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
  })

  for (const name of [`${stem}.tar.gz`, `${stem}.deb`, `${stem}.rpm`, `${stem}.cdx.json`, 'SHA256SUMS', 'SHA256SUMS.sig', `${stem}/manifest.json`, `${stem}/manifest.json.sig`]) {
    test(`${name} is the same, byte for byte`, () => {
      expect(readFileSync(join(first, name)).equals(readFileSync(join(second, name)))).toBe(true)
    })
  }
})
