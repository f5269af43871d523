import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { headlessSwitches, refusedSwitch, forgetDevelopment } from '../../electron/installed.ts'
import { readFileSync } from 'node:fs'
import { runDist, testKey } from '../support/dist.ts'
import { root } from '../support/sources.ts'
import { stubElectron } from '../support/stubElectron.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-refusal-'))
const electron = stubElectron(join(folder, 'electron'), 'x64')
const release = ['--target', 'linux', '--arch', 'x64', '--release', '--out', join(folder, 'out')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a release from a development Electron, another version, or without a key is refused in a sentence', async () => {
  const development = await runDist(release, { JIANBAO_DIST_ELECTRON: electron })
  expect([development.status, development.said]).toEqual([1, expect.stringContaining('正式包要用官方的 Electron')])
  writeFileSync(join(electron, 'version'), '44.0.0')
  const other = await runDist(release, { JIANBAO_DIST_ELECTRON: electron, JIANBAO_DIST_OFFICIAL: '1' })
  expect([other.status, other.said]).toEqual([1, expect.stringContaining('给的是 44.0.0')])
  writeFileSync(join(electron, 'version'), '45.4.1')
  const unsigned = await runDist(release, { JIANBAO_DIST_ELECTRON: electron, JIANBAO_DIST_OFFICIAL: '1' })
  expect([unsigned.status, unsigned.said]).toEqual([1, expect.stringMatching(/没有发布密钥|没提交的改动/)])
})

test('an Electron that is not there, a key that is none and a wrong command are refused in a sentence', async () => {
  const absent = await runDist(['--target', 'win', '--arch', 'arm64'])
  expect([absent.status, absent.said]).toEqual([1, expect.stringContaining('没有 win-arm64 的 Electron')])
  const other = await runDist(['--target', 'linux', '--arch', 'arm64'], { JIANBAO_DIST_ELECTRON: electron })
  expect([other.status, other.said]).toEqual([1, expect.stringContaining('Electron 不是给 arm64 的')])
  const bad = join(folder, 'bad.pem')
  writeFileSync(bad, 'no key')
  const noKey = await runDist(['--target', 'linux', '--arch', 'x64'], { JIANBAO_DIST_ELECTRON: electron, JIANBAO_SIGN_KEY: bad })
  expect([noKey.status, noKey.said]).toEqual([1, expect.stringContaining('读不了密钥文件')])
  expect((await runDist(['--target', 'linux'])).said).toContain('要写清打给什么系统')
  expect((await runDist([...release, '--debuggable'], { JIANBAO_SIGN_KEY: testKey(folder).file })).said).toContain('正式包不能')
})

test('an installed program refuses switches that take a guard off; only a test package may be driven from outside', () => {
  const record = { version: '1.0.0', commit: '', time: '', target: 'linux', arch: 'x64', electron: '', chromium: '', sqlite: '', development: true, debuggable: false, signed: false, keys: [] }
  for (const word of ['--no-sandbox', '--remote-debugging-port=9222', '--remote-debugging-pipe', '--disable-web-security', '--load-extension=/tmp/x']) {
    expect(refusedSwitch(['jianbao', word], record)).toContain('不能带开关')
    expect(refusedSwitch(['jianbao', word], null)).toContain('不能带开关')
    expect(refusedSwitch(['jianbao', word], { ...record, debuggable: true })).toBeNull()
  }
  expect(refusedSwitch(['jianbao', '--cli', 'verify', '--json', '报送.xlsx'], record)).toBeNull()
})

test('an installed program is deaf to the environment of the development', () => {
  const env = { JIANBAO_HOME: '/x', JIANBAO_SEEDS_DIR: '/x', JIANBAO_SQLITE_BINDING: '/x/evil.node', JIANBAO_VERSION: '9', PATH: '/bin' }
  forgetDevelopment(env)
  expect(env).toEqual({ PATH: '/bin' })
})

test('the launcher’s switches for a machine without a screen are the program’s', () => {
  const launcher = readFileSync(join(root, 'build/dist/launcher.mjs'), 'utf8')
  for (const word of headlessSwitches) expect(launcher).toContain(`'${word}'`)
})
