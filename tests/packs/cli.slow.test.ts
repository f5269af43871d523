import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fingerprint, exportKey, unitKey } from '../../electron/keys.ts'
import { good } from '../support/desk.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'jianbao-packcli-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

function run(...words: string[]): { readonly status: number | null; readonly lines: readonly Record<string, unknown>[]; readonly said: string } {
  const done = spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), '--json', ...words], { encoding: 'utf8', env: { ...process.env, JIANBAO_DATA_DIR: join(folder, 'data'), JIANBAO_KEY_PASSPHRASE: '春江花月夜' } })
  return { status: done.status, lines: done.stdout.trim().split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Record<string, unknown>), said: done.stderr }
}

it('checks, signs, verifies and compares a pack', () => {
  const seeds = join(folder, 'annual-2025')
  cpSync(join(root, 'seeds', 'packs', 'annual-2025'), seeds, { recursive: true })
  const page = join(seeds, 'pack.json')
  writeFileSync(page, readFileSync(page, 'utf8').replace('"version": "1.0"', '"version": "1.1"').replace('2026-03-20', '2026-03-27'))
  const keys = join(folder, 'keys')
  const signer = fingerprint(good(unitKey(keys, 'regulator')).publicKey)
  const key = join(folder, '监管部门.jbkey')
  good(exportKey(keys, 'regulator', { path: key, passphrase: '春江花月夜' }))
  const file = join(folder, '2025.jbpack')

  expect(run('pack', 'check', seeds)).toMatchObject({ status: 0, lines: [{ pack: 'annual-2025@1.1', problem: null }] })
  expect(run('pack', 'sign', seeds, '--key', key, '--by', '示例市市场监督管理局', '--out', file)).toMatchObject({ status: 0, lines: [{ pack: 'annual-2025@1.1', signer }] })
  expect(run('pack', 'verify', file)).toMatchObject({ status: 0, lines: [{ pack: 'annual-2025@1.1', issuer: '示例市市场监督管理局', signer }] })
  const diff = run('pack', 'diff', 'annual-2025', file)
  expect(diff).toMatchObject({ status: 0, lines: [{ part: 'date', key: 'deadline', was: '2026-03-20', now: '2026-03-27' }] })
  expect(diff.said).toContain('1 处不同')

  const bytes = readFileSync(file)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(file, bytes)
  expect(run('pack', 'verify', file)).toMatchObject({ status: 2, lines: [], said: expect.stringContaining('没有装入') })
  expect(run('pack', 'sign', seeds, '--out', file)).toMatchObject({ status: 64 })
  expect(run('pack', 'sign', seeds, '--key', key, '--out', join(folder, 'x.jbpack'))).toMatchObject({ status: 2, said: expect.stringContaining('--by') })
  expect(existsSync(join(folder, 'x.jbpack'))).toBe(false)
}, 90_000)

it('says whether an update would be taken', () => {
  const stick = mkdtempSync(join(folder, 'stick-'))
  for (const kind of ['deb', 'rpm', 'tar.gz']) writeFileSync(join(stick, `jianbao-9.0.0-linux-${process.arch}.${kind}`), kind)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeFileSync(join(folder, 'k.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }))
  writeFileSync(join(folder, 'p.pem'), publicKey.export({ format: 'pem', type: 'spki' }))
  execFileSync(process.execPath, [join(root, 'build/dist/updateManifest.mjs'), stick, '--version', '9.0.0', '--expires', '2999-01-01'], { env: { ...process.env, JIANBAO_SIGN_KEY: join(folder, 'k.pem') }, stdio: 'ignore' })
  expect(run('update', 'check', stick, '--key', join(folder, 'p.pem'))).toMatchObject({ status: 0, lines: [{ version: '9.0.0' }] })
  expect(run('update', 'check', stick)).toMatchObject({ status: 2, said: expect.stringContaining('没有带更新用的公钥') })
}, 60_000)
