import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDist } from '../support/dist.ts'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import { stubElectron } from '../support/stubElectron.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-apt-'))
const out = join(folder, '软件源')
const stem = 'jianbao-dev-0.1.0-linux-x64-unsigned'
const gpg = { ...process.env, GNUPGHOME: join(folder, 'gnupg') }
let key = ''

/** `apt-get update` against that folder alone, with lists of its own. */
function update(source: string): { readonly ok: boolean; readonly said: string } {
  const state = mkdtempSync(join(folder, 'apt-'))
  mkdirSync(join(state, 'lists', 'partial'), { recursive: true })
  writeFileSync(join(state, 'list'), `deb [signed-by=${join(out, 'jianbao.gpg')} arch=amd64] file:${source} ./\n`)
  const options = { 'Dir::Etc::sourcelist': join(state, 'list'), 'Dir::Etc::sourceparts': '-', 'Dir::State::lists': join(state, 'lists'), 'Dir::Cache': state, 'APT::Sandbox::User': 'root' }
  const words = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  const updated = spawnSync('apt-get', ['update', ...words], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  const shown = spawnSync('apt-cache', ['show', 'jianbao-dev', ...words], { encoding: 'utf8' })
  return { ok: updated.status === 0 && shown.stdout.includes('Version: 0.1.0'), said: updated.stdout + updated.stderr }
}

function changed(name: string, change: (text: string) => string): string {
  const copy = mkdtempSync(join(folder, 'changed-'))
  cpSync(out, copy, { recursive: true })
  chmodSync(copy, 0o755)
  writeFileSync(join(copy, name), change(readFileSync(join(copy, name), 'utf8')))
  return copy
}

describeNeeding(['root', 'apt', 'dpkg', 'gpg', 'rpm'], 'signed by GPG', () => {
  beforeAll(async () => {
    mkdirSync(gpg.GNUPGHOME, { mode: 0o700 })
    execFileSync('gpg', ['--batch', '--passphrase', '', '--quick-generate-key', '检报试验 <test@example.invalid>', 'rsa3072', 'sign', 'never'], { env: gpg, stdio: 'ignore' })
    key = /^fpr:+([0-9A-F]{40}):/m.exec(execFileSync('gpg', ['--list-keys', '--with-colons'], { env: gpg, encoding: 'utf8' }))?.[1] ?? ''
    const built = await runDist(['--target', 'linux', '--arch', 'x64', '--gzip', '--only', 'tree,deb,rpm', '--out', out], { JIANBAO_DIST_ELECTRON: stubElectron(join(folder, 'electron'), 'x64'), GNUPGHOME: gpg.GNUPGHOME, JIANBAO_GPG_KEY: key })
    expect([built.status, built.said]).toEqual([0, expect.not.stringContaining('✗')])
    execFileSync(process.execPath, [join(root, 'build', 'repository.mjs'), out], { env: { ...gpg, JIANBAO_GPG_KEY: key }, stdio: 'ignore' })
  }, 300_000)
  afterAll(() => {
    spawnSync('gpgconf', ['--kill', 'gpg-agent'], { env: gpg })
    rmSync(folder, { recursive: true, force: true })
  })

  test('apt believes the folder as it was made', () => {
    expect(update(out)).toEqual({ ok: true, said: expect.any(String) as string })
  })

  test('apt refuses a changed index and a changed signature', () => {
    expect(update(changed('Packages', (text) => text.replace('amd64', 'AMD64'))).ok).toBe(false)
    const release = update(changed('InRelease', (text) => text.replace('检报', '检查')))
    expect([release.ok, release.said]).toEqual([false, expect.stringMatching(/BADSIG|invalid/i)])
  })

  test('without a key or without packages nothing is made', () => {
    const run = (where: string, env: NodeJS.ProcessEnv): string => spawnSync(process.execPath, [join(root, 'build', 'repository.mjs'), where], { env, encoding: 'utf8' }).stderr
    const { JIANBAO_GPG_KEY: _none, ...without } = process.env
    expect(run(out, without)).toContain('没有 GPG 密钥')
    expect(run(gpg.GNUPGHOME, { ...gpg, JIANBAO_GPG_KEY: key })).toContain('里没有 .deb')
  })

  test('the rpm is signed by the key, and a changed byte is noticed', () => {
    const database = join(folder, 'rpmdb')
    const rpm = (...words: readonly string[]): string => spawnSync('rpm', ['--dbpath', database, ...words], { encoding: 'utf8' }).stdout
    const file = join(out, `${stem}.rpm`)
    writeFileSync(join(folder, 'key.asc'), execFileSync('gpg', ['--armor', '--export', key], { env: gpg }))
    mkdirSync(database)
    spawnSync('rpm', ['--dbpath', database, '--initdb'])
    expect(rpm('-K', file)).toContain('NOT OK')
    spawnSync('rpm', ['--dbpath', database, '--import', join(folder, 'key.asc')])
    expect(rpm('-K', file)).toMatch(/digests signatures OK/)
    const bytes = readFileSync(file)
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
    writeFileSync(join(folder, 'changed.rpm'), bytes)
    expect(rpm('-K', join(folder, 'changed.rpm'))).toContain('NOT OK')
  })

  test('the rpm installs the tree, and its removal takes it away', () => {
    const place = join(folder, 'machine')
    mkdirSync(place)
    const rpm = (...words: readonly string[]): number | null => spawnSync('rpm', ['--root', place, '--nodeps', '--noscripts', ...words]).status
    expect(rpm('-i', join(out, `${stem}.rpm`))).toBe(0)
    const diff = spawnSync('diff', ['-r', join(out, stem), join(place, 'opt', 'jianbao')], { encoding: 'utf8' })
    expect([diff.status, diff.stdout]).toEqual([0, ''])
    expect(readFileSync(join(place, 'usr/share/applications/jianbao.desktop'), 'utf8')).toContain('检报')
    expect(rpm('-e', 'jianbao-dev')).toBe(0)
    expect(readdirSync(join(place, 'opt'))).toEqual([])
  })
})
