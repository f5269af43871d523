import { execFileSync } from 'node:child_process'
import { createHash, verify } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { selfCheck } from '../../electron/install/selfCheck.ts'
import { makeTestAuthority, signatureHolds, type TestAuthority } from '../support/codesign.ts'
import { runDist, testKey, type Built } from '../support/dist.ts'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import { makeStubElectron } from '../support/stubElectron.ts'
import { machineOf, resourcesOf } from '../support/windowsProgram.ts'

interface For { readonly target: 'win'; readonly arch: 'x64' | 'arm64' }
const { inTree, refuseOthers } = (await import(join(root, 'build/dist/allowed.mjs'))) as { inTree: (file: string, facts: For) => boolean; refuseOthers: (files: readonly string[], allowed: (file: string) => boolean, where: string) => void }

const folder = mkdtempSync(join(tmpdir(), 'jianbao-windows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const out = join(folder, 'out')
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const filesIn = (where: string): readonly string[] =>
  readdirSync(where, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(where, join(entry.parentPath, entry.name))).toSorted()
const asarOf = (tree: string): string => join(tree, 'resources', 'app.asar')
const native = (arch: string): string => `resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/win32-${arch}.node`

function build(arch: 'x64' | 'arm64', only: string, env: Readonly<Record<string, string>> = {}): Promise<Built> {
  const electron = makeStubElectron(join(folder, `electron-${arch}`), arch)
  return runDist(['--target', 'win', '--arch', arch, '--only', only, '--out', out], { JIANBAO_DIST_ELECTRON: electron, JIANBAO_CHROMIUM_VERSION: '1.2.3.4', ...env })
}

test('what no list names is refused: other libraries, other processors’ modules, anything beside the archive', () => {
  const x64 = { target: 'win', arch: 'x64' } as const
  const refused = ['version.dll', 'winmm.dll', 'electron.exe', 'jianbao.exe.bak', 'locales/fr.pak', 'resources/default_app.asar', 'resources/app/index.js', native('arm64'), 'libEGL.so', 'doc/admin/x.exe', 'jianbao-cli.pdb']
  expect(refused.filter((name) => inTree(name, x64))).toEqual([])
  expect(['jianbao.exe', 'jianbao-cli.exe', 'libEGL.dll', native('x64'), 'doc/admin/admx/zh-CN/jianbao.adml'].filter((name) => !inTree(name, x64))).toEqual([])
  expect(() => { refuseOthers(refused, (name) => inTree(name, x64), '安装文件夹') }).toThrow('安装文件夹 里有清单上没有的文件：version.dll、')
})

describeNeeding(['mingw', 'osslsigncode'], 'a signed folder for Windows', () => {
  const stem = 'jianbao-dev-0.1.0-win-x64'
  const tree = join(out, stem)
  const key = testKey(folder)
  const manifest = (): { readonly files: Readonly<Record<string, { readonly sha256: string; readonly size: number }>> } => JSON.parse(readFileSync(join(tree, 'manifest.json'), 'utf8')) as ReturnType<typeof manifest>
  let authority: TestAuthority
  beforeAll(async () => {
    authority = makeTestAuthority(folder)
    const built = await build('x64', 'tree,zip', { ...authority.env, JIANBAO_SIGN_KEY: key.file })
    expect([built.status, built.said]).toEqual([0, expect.not.stringMatching(/✗|未签名/)])
  }, 300_000)

  test('holds the program, its libraries and documents, and nothing that no list names', () => {
    const libraries = ['d3dcompiler_47', 'dxcompiler', 'dxil', 'ffmpeg', 'libEGL', 'libGLESv2', 'vk_swiftshader', 'vulkan-1'].map((name) => `${name}.dll`)
    const expected = [
      ...libraries, 'LICENSE.electron.txt', 'LICENSES.chromium.html', 'VERSION', 'chrome_100_percent.pak', 'chrome_200_percent.pak', 'icudtl.dat', 'jianbao-cli.exe', 'jianbao.exe',
      'locales/en-US.pak', 'locales/zh-CN.pak', 'manifest.json', 'manifest.json.sig', 'resources.pak', 'resources/app.asar', native('x64'), 'snapshot_blob.bin', 'v8_context_snapshot.bin', 'vk_swiftshader_icd.json',
    ]
    expect(filesIn(tree).filter((name) => !/^doc\/(admin|manual)\//.test(name))).toEqual(expected.toSorted())
    expect(filesIn(tree).filter((name) => name.startsWith('doc/admin/')).length).toBeGreaterThan(3)
    const all = [...filesIn(tree), ...listPackage(asarOf(tree), { isPack: false })]
    expect(all.filter((name) => /\.(map|tsx?|mjs|log|pdb|c|rc)$|(^|\/)(tests?|bench|core|shared|\.git)(\/|$)|default_app/.test(name))).toEqual([])
  })

  test('its program says that it is 检报, of this version, with the picture, and is a real program', () => {
    const said = resourcesOf(join(tree, 'jianbao.exe'))
    expect(said.strings).toMatchObject({ ProductName: '检报', FileDescription: '检报', CompanyName: '检报', FileVersion: '0.1.0' })
    expect([said.version, said.icons]).toEqual([[0, 1, 0, 0], 6])
    expect(resourcesOf(join(tree, 'jianbao-cli.exe'))).toMatchObject({ strings: { ProductName: '检报', FileDescription: '检报命令行' }, version: [0, 1, 0, 0], icons: 6 })
    expect(machineOf(join(tree, 'jianbao.exe'))).toBe('x64')
  })

  test('the program carries the digest of app.asar, and of no other archive', () => {
    const { headerString } = getRawHeader(asarOf(tree))
    expect(resourcesOf(join(tree, 'jianbao.exe')).integrity).toEqual([{ file: 'resources\\app.asar', alg: 'SHA256', value: sha256(Buffer.from(headerString)) }])
  })

  test('the fuses read back as they should be', async () => {
    const wire = await getCurrentFuseWire(join(tree, 'jianbao.exe'))
    const on = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE
    expect([FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments].map(on)).toEqual([false, false, false])
    expect([FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation].map(on)).toEqual([true, true])
  })

  test('every exe, dll and node is signed; one byte more or less and the signature does not hold', () => {
    const programs = filesIn(tree).filter((name) => /\.(exe|dll|node)$/.test(name))
    expect(programs).toHaveLength(11)
    expect(programs.filter((name) => !signatureHolds(join(tree, name), authority))).toEqual([])
    for (const name of ['jianbao.exe', 'ffmpeg.dll', native('x64')]) {
      const spoilt = readFileSync(join(tree, name))
      spoilt[0x400] = (spoilt[0x400] ?? 0) ^ 1
      writeFileSync(join(folder, 'spoilt'), spoilt)
      expect([name, signatureHolds(join(folder, 'spoilt'), authority)]).toEqual([name, false])
    }
  })

  test('the signed list holds for the signed files: the check of an installed program finds it sound, also behind the installer', async () => {
    const { files } = manifest()
    expect(Object.keys(files)).toEqual(filesIn(tree).filter((name) => !name.startsWith('manifest.json')))
    for (const [name, { sha256: digest, size }] of Object.entries(files)) expect([name, digest, size]).toEqual([name, sha256(readFileSync(join(tree, name))), statSync(join(tree, name)).size])
    const signature = Buffer.from(readFileSync(join(tree, 'manifest.json.sig'), 'utf8'), 'base64')
    expect(verify(null, readFileSync(join(tree, 'manifest.json')), key.publicKey, signature)).toBe(true)
    const installed = join(folder, 'installed')
    cpSync(tree, installed, { recursive: true })
    const check = async (): Promise<unknown> => { const { state, differing } = await selfCheck({ folder: installed, keys: [key.raw], signed: true }, () => new Date(0)); return { state, differing } }
    for (const name of ['uninstall.exe', 'uninstall.ini', 'uninstall.lst']) writeFileSync(join(installed, name), 'the installer’s own')
    expect(await check()).toEqual({ state: 'sound', differing: [] })
    writeFileSync(join(installed, 'uninstall-more.exe'), 'planted')
    writeFileSync(join(installed, 'version.dll'), 'planted')
    expect(await check()).toEqual({ state: 'differs', differing: [{ path: 'uninstall-more.exe', what: 'extra' }, { path: 'version.dll', what: 'extra' }] })
  })

  test('the zip holds the folder, in one folder; the parts list and SHA256SUMS fit', () => {
    const listed = execFileSync('unzip', ['-Z1', join(out, `${stem}.zip`)], { encoding: 'utf8' }).trim().split('\n')
    expect(listed.toSorted()).toEqual(filesIn(tree).map((name) => `jianbao-dev-0.1.0/${name}`).toSorted())
    execFileSync('unzip', ['-tqq', join(out, `${stem}.zip`)])
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' }).trim().split('\n')).toEqual([`${stem}.cdx.json: OK`, `${stem}.zip: OK`])
    const { components } = JSON.parse(readFileSync(join(out, `${stem}.cdx.json`), 'utf8')) as { components: { type: string; name: string; hashes?: { content: string }[] }[] }
    const files = Object.fromEntries(components.filter((part) => part.type === 'file').map((part) => [part.name, part.hashes?.[0]?.content]))
    expect(files).toEqual(Object.fromEntries(Object.entries(manifest().files).map(([name, entry]) => [name, entry.sha256])))
  })
})

describeNeeding(['mingw'], 'an unsigned folder for Windows on arm64', () => {
  const tree = join(out, 'jianbao-dev-0.1.0-win-arm64-unsigned')
  beforeAll(async () => {
    const built = await build('arm64', 'tree')
    expect([built.status, built.said]).toEqual([0, expect.stringContaining('（未签名）')])
  }, 300_000)

  test('says that it is unsigned in its name, in VERSION and in what the program knows of itself', () => {
    expect(readFileSync(join(tree, 'VERSION'), 'utf8')).toContain('\nsigned=no\n')
    expect(JSON.parse(extractFile(asarOf(tree), 'build.json').toString())).toMatchObject({ target: 'win', arch: 'arm64', signed: false, development: true, keys: [] })
  })

  test('has the one native module for arm64 and two languages; only the command line is for x64', () => {
    expect(filesIn(tree).filter((name) => name.endsWith('.node'))).toEqual([native('arm64')])
    expect(filesIn(tree).filter((name) => name.startsWith('locales/'))).toEqual(['locales/en-US.pak', 'locales/zh-CN.pak'])
    const others = filesIn(tree).filter((name) => /\.(exe|dll|node)$/.test(name) && machineOf(join(tree, name)) !== 'arm64')
    expect(others).toEqual(['jianbao-cli.exe'])
  })
})
