import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { makeTestAuthority, signatureHolds } from '../support/codesign.ts'
import { describeNeeding } from '../support/needs.ts'
import { makeRelease, type SetupRelease } from '../support/setup.ts'
import { root } from '../support/sources.ts'

interface Code { readonly code: number; readonly name: string }
interface Sheet { readonly SETUP_CODES: readonly Code[]; readonly exitCodeSheet: () => string }
const { SETUP_CODES, exitCodeSheet } = (await import(pathToFileURL(join(root, 'build/dist/exitCodes.mjs')).href)) as Sheet
const nsis = join(root, 'build/dist/nsis')
const sources = readdirSync(nsis).map((name) => readFileSync(join(nsis, name), 'utf8')).join('\n')

test('the sheet of exit codes is the one that the installers are made with', () => {
  expect(readFileSync(join(root, 'docs/admin/exit-codes.md'), 'utf8')).toBe(exitCodeSheet())
  expect(new Set(SETUP_CODES.map(({ code }) => code)).size).toBe(SETUP_CODES.length)
  const used = new Set([...sources.matchAll(/\$\{CODE_([A-Z_]+)\}|\$\{Refuse\} ([A-Z_]+)/g)].map(([, named, refused]) => named ?? refused))
  expect([...used].filter((name) => name !== undefined).toSorted()).toEqual(SETUP_CODES.map(({ name }) => name).toSorted())
})

test('every sentence of the installers is used, and every one used is there in both languages', () => {
  const there = [...readFileSync(join(nsis, 'texts.mjs'), 'utf8').matchAll(/^ {2}([A-Z_]+): \['[^']+', '[^']+'\],$/gm)].map(([, name]) => name)
  const used = [...new Set([...sources.matchAll(/\$\(([A-Z_]+)\)/g)].map(([, name]) => name))]
  expect(used.toSorted()).toEqual(there.toSorted())
})

describeNeeding(['nsis', 'mingw', 'osslsigncode'], 'the same release twice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-setup-twice-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function make(place: string, umask: number, codesign?: Readonly<Record<string, string>>): Promise<SetupRelease> {
    const at = join(folder, place)
    mkdirSync(at, { recursive: true })
    const before = process.umask(umask)
    try {
      return await makeRelease(at, { version: '0.1.0', extra: ['doc/admin/windows.md'], ...(codesign && { codesign }) })
    } finally {
      process.umask(before)
    }
  }

  test('unsigned: the same bytes, whatever the folder and the umask; the name says that it is unsigned', async () => {
    const [one, two] = [await make('甲', 0o022), await make('乙/更深 一层', 0o077)]
    for (const which of ['machine', 'user'] as const) expect([which, readFileSync(one[which]).equals(readFileSync(two[which]))]).toEqual([which, true])
    expect(readFileSync(one.machine).equals(readFileSync(one.user))).toBe(false)
    expect([one.machine, one.user].map((file) => file.slice(folder.length + 3))).toEqual(['jianbao-dev-0.1.0-win-x64-unsigned-setup.exe', 'jianbao-dev-0.1.0-win-x64-unsigned-setup-user.exe'])
    expect(readFileSync(one.machine, 'latin1')).toContain(Buffer.from('检报（开发包，未签名）', 'utf16le').toString('latin1'))
  }, 120_000)

  test('signed: the same bytes too', async () => {
    const authority = makeTestAuthority(folder)
    const [one, two] = [await make('丙', 0o022, authority.env), await make('丁/更深 一层', 0o077, authority.env)]
    for (const which of ['machine', 'user'] as const) expect([which, readFileSync(one[which]).equals(readFileSync(two[which])), signatureHolds(one[which], authority)]).toEqual([which, true, true])
  }, 120_000)
})
