import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installWords } from '../../core/text/install.ts'
import { programAt } from '../../electron/install/program.ts'
import { selfCheck, type Installed } from '../../electron/install/selfCheck.ts'

const now = (): Date => new Date('2027-03-10T02:30:00Z')
const current = generateKeyPairSync('ed25519')
const next = generateKeyPairSync('ed25519')
const rawOf = (key: KeyObject): string => Buffer.from(String(key.export({ format: 'jwk' })['x']), 'base64url').toString('base64')
const keys = [rawOf(current.publicKey), rawOf(next.publicKey)]
const contents: Readonly<Record<string, string>> = { jianbao: 'program', 'resources/app.asar': 'the application', 'doc/admin/说明.md': '# 说明', VERSION: 'version=0.1.0\n' }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-installed-'))
  for (const [name, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  list(contents, current.privateKey)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes the list of these files and its signature, as a build does. */
function list(files: Readonly<Record<string, string>>, key: KeyObject | null): void {
  const entries = Object.entries(files).map(([name, text]) => [name, { sha256: createHash('sha256').update(text).digest('hex'), size: Buffer.byteLength(text) }])
  const text = `${JSON.stringify({ format: 'jianbao-manifest-1', product: 'jianbao', version: '0.1.0', commit: 'abc', time: '', target: 'linux', arch: 'x64', development: false, files: Object.fromEntries(entries) }, null, 1)}\n`
  writeFileSync(join(folder, 'manifest.json'), text)
  if (key) writeFileSync(join(folder, 'manifest.json.sig'), `${sign(null, Buffer.from(text), key).toString('base64')}\n`)
}
const check = (more: Partial<Installed> = {}) => selfCheck({ folder, keys, signed: true, ...more }, now)

describe('installed files against the signed list', () => {
  it('are proved by the key in force and by the next one', async () => {
    expect(await check()).toMatchObject({ state: 'sound', files: 4, differing: [] })
    list(contents, next.privateKey)
    expect((await check()).state).toBe('sound')
  })

  it('name a file that was changed, also with its size kept, one that is gone, and one that does not belong there', async () => {
    writeFileSync(join(folder, 'resources', 'app.asar'), 'the applicatioN')
    rmSync(join(folder, 'VERSION'))
    mkdirSync(join(folder, 'resources', 'app'))
    writeFileSync(join(folder, 'resources', 'app', 'package.json'), '{}')
    const result = await check()
    expect(result.state).toBe('differs')
    expect(result.differing).toEqual([{ path: 'VERSION', what: 'missing' }, { path: 'resources/app.asar', what: 'changed' }, { path: 'resources/app/package.json', what: 'extra' }])
    expect(installWords.zh.lines(result)).toEqual(['安装的文件与签名清单不同。请先停用，找管理员重新安装。共 4 个文件。', '缺少：VERSION', '被改过：resources/app.asar', '多出来的：resources/app/package.json'])
  })

  it('a link in the place of a file is not the file', async () => {
    rmSync(join(folder, 'jianbao'))
    writeFileSync(join(folder, 'other'), 'program')
    symlinkSync(join(folder, 'other'), join(folder, 'jianbao'))
    expect((await check()).differing.map((one) => one.what)).toEqual(['missing', 'extra', 'extra'])
  })

  it('a list that was edited, signed by another key, or not signed proves nothing', async () => {
    appendFileSync(join(folder, 'manifest.json'), ' ')
    expect((await check()).state).toBe('forged')
    list(contents, generateKeyPairSync('ed25519').privateKey)
    expect((await check()).state).toBe('forged')
    rmSync(join(folder, 'manifest.json.sig'))
    expect((await check()).state).toBe('forged')
    writeFileSync(join(folder, 'manifest.json.sig'), 'no signature')
    expect((await check()).state).toBe('forged')
  })

  it('a list that names a place outside is none', async () => {
    for (const name of ['../etc/passwd', '/etc/passwd', 'a/../../b', 'C:x', 'a\\b']) {
      list({ [name]: 'x' }, current.privateKey)
      expect((await check()).state, name).toBe('forged')
    }
  })

  it('without a list there is nothing to prove; an unsigned build only agrees with itself; a checkout has nothing installed', async () => {
    expect((await selfCheck(null, now)).state).toBe('checkout')
    expect((await check({ keys: [], signed: false })).state).toBe('unsigned')
    rmSync(join(folder, 'manifest.json'))
    expect((await check()).state).toBe('unlisted')
  })
})

describe('the program', () => {
  it('looks once at a time and keeps what it saw', async () => {
    const program = programAt(process.cwd(), now)
    expect([program.build, program.check().state]).toEqual([null, 'waiting'])
    const [first, second] = [program.begin(), program.begin()]
    expect(program.check().state).toBe('running')
    expect(await first).toBe(await second)
    expect(program.check().state).toBe('checkout')
  })

  it('reads the list as the build writes it', () => {
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toHaveProperty('format', 'jianbao-manifest-1')
  })
})
