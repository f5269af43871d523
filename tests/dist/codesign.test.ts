import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { holdsInYears, makeTestAuthority, makeToken, signatureHolds, startTimestamps, type TestAuthority } from '../support/codesign.ts'
import { runDist } from '../support/dist.ts'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import { makeStubElectron } from '../support/stubElectron.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-codesign-'))
const file = join(folder, 'jianbao.dll')
let authority: TestAuthority
let original = Buffer.alloc(0)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Signs the file as makensis has its uninstaller signed. */
function sign(env: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'build/dist/signFile.mjs'), file], { env: { PATH: process.env['PATH'] ?? '', SOURCE_DATE_EPOCH: '1790000000', ...env } }, (error, out, err) => done({ status: error ? Number(error.code) : 0, said: out + err }))
  })
}

describeNeeding(['osslsigncode', 'mingw'], 'the hook that signs for Windows', () => {
  beforeAll(() => {
    authority = makeTestAuthority(folder)
    original = readFileSync(join(makeStubElectron(join(folder, 'electron'), 'x64'), 'ffmpeg.dll'))
  })
  beforeEach(() => { writeFileSync(file, original) })

  test('signs with a key in a file, the same bytes every time; a changed byte is noticed', async () => {
    expect(await sign(authority.env)).toEqual({ status: 0, said: '' })
    const first = readFileSync(file)
    expect(signatureHolds(file, authority)).toBe(true)
    writeFileSync(file, original)
    await sign(authority.env)
    expect(readFileSync(file).equals(first)).toBe(true)
    await sign(authority.env)
    expect(readFileSync(file).length, 'a second signature stands for the first').toBe(first.length)
    first[0x200] = (first[0x200] ?? 0) ^ 1
    writeFileSync(file, first)
    expect(signatureHolds(file, authority)).toBe(false)
    expect(holdsInYears(file, authority)).toBe(false)
  })

  test('a time stamp keeps the signature alive when the certificate has run out', async () => {
    await sign(authority.env)
    expect(holdsInYears(file, authority)).toBe(false)
    const stamps = await startTimestamps(folder)
    expect(await sign({ ...authority.env, JIANBAO_CODESIGN_TIMESTAMP: stamps.url })).toEqual({ status: 0, said: '' })
    stamps.close()
    expect([signatureHolds(file, authority), holdsInYears(file, authority)]).toEqual([true, true])
  })

  test('without a certificate nothing is done to the file', async () => {
    expect(await sign({})).toEqual({ status: 0, said: '' })
    expect(readFileSync(file).equals(original)).toBe(true)
  })

  test('whatever is missing or wrong stops the build in a sentence and leaves the file as it was', async () => {
    const other = join(folder, 'other')
    cpSync(join(folder, 'authority.key'), other)
    const plan: readonly [Readonly<Record<string, string>>, string][] = [
      [{ JIANBAO_CODESIGN_KEY: authority.env.JIANBAO_CODESIGN_KEY }, '没给证书'],
      [{ JIANBAO_CODESIGN_CERTS: authority.env.JIANBAO_CODESIGN_CERTS }, '没给密钥'],
      [{ ...authority.env, JIANBAO_CODESIGN_KEY: join(folder, 'gone.key') }, '文件不在'],
      [{ ...authority.env, JIANBAO_CODESIGN_KEY: other }, '没有签上 jianbao.dll，没有接着打包。osslsigncode 说'],
      [{ ...authority.env, JIANBAO_CODESIGN_TIMESTAMP: 'http://127.0.0.1:9/' }, '没有签上 jianbao.dll'],
      [{ ...authority.env, PATH: folder }, '这里没有 osslsigncode'],
    ]
    for (const [env, sentence] of plan) expect(await sign(env)).toEqual({ status: 1, said: expect.stringContaining(sentence) as string })
    writeFileSync(file, 'no program')
    expect((await sign(authority.env)).said).toContain('没有签上')
    expect([readFileSync(file, 'utf8'), readdirSync(folder).filter((name) => name.endsWith('.signed'))]).toEqual(['no program', []])
  })

  test('a release for Windows without a certificate or a time stamp service is refused', async () => {
    const env = { JIANBAO_DIST_ELECTRON: join(folder, 'electron'), JIANBAO_DIST_OFFICIAL: '1' }
    const release = ['--target', 'win', '--arch', 'x64', '--release', '--out', join(folder, 'out')]
    expect(await runDist(release, env)).toEqual({ status: 1, said: expect.stringContaining('没有代码签名的证书') as string })
    expect(await runDist(release, { ...env, ...authority.env })).toEqual({ status: 1, said: expect.stringContaining('没有时间戳服务') as string })
    expect(await runDist(['--target', 'win', '--arch', 'arm64'], env)).toEqual({ status: 1, said: expect.stringContaining('Electron 不是给 arm64 的') as string })
    expect(readdirSync(folder)).not.toContain('out')
  })
})

describeNeeding(['osslsigncode', 'mingw', 'softhsm'], 'a key that does not leave its token', () => {
  test('signs the same bytes as the key in a file; a wrong PIN stops the build', async () => {
    const place = mkdtempSync(join(folder, 'token-'))
    const own = makeTestAuthority(place)
    const token = makeToken(place, own)
    writeFileSync(file, original)
    await sign(own.env)
    const byFile = readFileSync(file)
    writeFileSync(file, original)
    expect((await sign(token)).status).toBe(0)
    expect([signatureHolds(file, own), readFileSync(file).equals(byFile)]).toEqual([true, true])
    writeFileSync(join(place, 'pin'), '9999')
    expect((await sign(token)).said).toContain('没有签上')
  })
})
