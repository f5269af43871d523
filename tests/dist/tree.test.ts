import { execFileSync } from 'node:child_process'
import { createHash, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDist, testKey } from '../support/dist.ts'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import { stubElectron } from '../support/stubElectron.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-tree-'))
const out = join(folder, 'out')
const key = testKey(folder)
const next = testKey(folder, 'next.pem')
const stem = 'jianbao-dev-0.1.0-linux-arm64'
const tree = join(out, stem)
const asar = join(tree, 'resources', 'app.asar')

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const filesIn = (where: string): readonly string[] =>
  readdirSync(where, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(where, join(entry.parentPath, entry.name))).toSorted()
const inArchive = (): readonly string[] => listPackage(asar, { isPack: false }).map((name) => name.slice(1)).filter((name) => /\.[a-z0-9]+$|LICENSE$/.test(name)).toSorted()
interface Manifest { readonly version: string; readonly commit: string; readonly files: Readonly<Record<string, { readonly sha256: string; readonly size: number }>> }
const manifest = (): Manifest => JSON.parse(readFileSync(join(tree, 'manifest.json'), 'utf8')) as Manifest

describeNeeding(['dpkg'], 'what a package holds', () => {
  beforeAll(async () => {
    const env = { JIANBAO_DIST_ELECTRON: stubElectron(join(folder, 'electron'), 'arm64'), JIANBAO_SIGN_KEY: key.file, JIANBAO_SIGN_NEXT: next.file }
    const built = await runDist(['--target', 'linux', '--arch', 'arm64', '--only', 'tree,deb,tar', '--gzip', '--out', out], env)
    expect(built.said).not.toContain('✗')
    expect(built.status).toBe(0)
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('app.asar holds exactly the programs, the pages, the seeds and the database module', () => {
    const seeds = execFileSync('find', ['seeds', '-type', 'f'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
    const database = ['lib', 'lib/methods'].flatMap((part) => readdirSync(join(root, 'node_modules/better-sqlite3', part)).filter((name) => name.endsWith('.js')).map((name) => `${part}/${name}`))
    const pages = filesIn(join(root, 'out/renderer')).filter((name) => name !== 'built-from.txt').map((name) => `out/renderer/${name}`)
    const parts = filesIn(join(root, 'out/electron/engine')).filter((name) => name.endsWith('.cjs')).map((name) => `out/electron/engine/${name}`)
    const expected = [
      'package.json', 'build.json', 'third-party.json', ...['main', 'engine', 'reader', 'preload', 'cli'].map((name) => `out/electron/${name}.cjs`), ...parts, ...pages, ...seeds,
      ...[...database, 'package.json', 'LICENSE', 'prebuilds/linux-arm64.node'].map((name) => `node_modules/better-sqlite3/${name}`),
    ]
    expect(inArchive()).toEqual(expected.toSorted())
  })

  test('no test, source, map or cache is anywhere in it', () => {
    const all = [...filesIn(tree), ...inArchive()]
    expect(all.filter((name) => /\.(map|tsx?|mjs|log|tsbuildinfo)$|(^|\/)(tests?|bench|core|shared|\.git)(\/|$)|default_app/.test(name))).toEqual([])
  })

  test('there is one native module, for the target’s processor, and two languages', () => {
    const native = filesIn(tree).filter((name) => name.endsWith('.node'))
    expect(native).toEqual(['resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-arm64.node'])
    expect(readFileSync(join(tree, native[0] ?? '')).readUInt16LE(18)).toBe(0xb7)
    expect(readdirSync(join(tree, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  test('the manual, the pages for administrators and the templates for group policy come with it', () => {
    const named = ['manual', 'admin'].flatMap((part) => filesIn(join(root, 'docs', part)).filter((name) => /\.(md|admx|adml)$/.test(name)).map((name) => `doc/${part}/${name}`))
    expect(filesIn(join(tree, 'doc')).map((name) => `doc/${name}`)).toEqual(named.toSorted())
    for (const name of ['jianbao.admx', 'zh-CN/jianbao.adml', 'en-US/jianbao.adml']) expect(named).toContain(`doc/admin/admx/${name}`)
  })

  test('the fuses read back as they should be', async () => {
    const wire = await getCurrentFuseWire(join(tree, 'jianbao'))
    const on = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE
    expect([FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments].map(on)).toEqual([false, false, false])
    expect([FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation].map(on)).toEqual([true, true])
  })

  test('VERSION and the build record say the commit and that it is for development', () => {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
    expect(readFileSync(join(tree, 'VERSION'), 'utf8')).toMatch(/^version=0\.1\.0\ncommit=[0-9a-f]{40}\n/)
    const record: unknown = JSON.parse(extractFile(asar, 'build.json').toString())
    expect(record).toMatchObject({ version: '0.1.0', target: 'linux', arch: 'arm64', electron: '45.4.1', development: true, debuggable: false, signed: true, keys: [key.raw, next.raw] })
    expect([commit, manifest().commit]).toContain((record as { commit: string }).commit)
  })

  test('the manifest names every installed file with its digest and size, and its signature holds for these bytes only', () => {
    const { files } = manifest()
    expect(Object.keys(files)).toEqual(filesIn(tree).filter((name) => !name.startsWith('manifest.json')))
    for (const [name, { sha256: digest, size }] of Object.entries(files)) {
      expect([name, digest, size]).toEqual([name, sha256(readFileSync(join(tree, name))), statSync(join(tree, name)).size])
    }
    const bytes = readFileSync(join(tree, 'manifest.json'))
    const signature = Buffer.from(readFileSync(join(tree, 'manifest.json.sig'), 'utf8'), 'base64')
    expect(verify(null, bytes, key.publicKey, signature)).toBe(true)
    expect(verify(null, bytes, next.publicKey, signature)).toBe(false)
    expect(verify(null, Buffer.concat([bytes, Buffer.from(' ')]), key.publicKey, signature)).toBe(false)
  })

  test('the licences of every package in the product come with it', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean; optional?: boolean; peer?: boolean }> }
    const shipped = Object.entries(lock.packages).filter(([place, entry]) => place !== '' && !entry.dev && !entry.optional && !entry.peer).map(([place]) => (JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8')) as { name: string }).name)
    const parts = JSON.parse(extractFile(asar, 'third-party.json').toString()) as { name: string; licence: string; text: string }[]
    expect([...shipped, 'Electron', 'Chromium', 'SQLite'].filter((name) => !parts.some((part) => part.name === name))).toEqual([])
    expect(parts.filter((part) => part.licence === '' || part.text.length < 10).map((part) => part.name)).toEqual([])
  })

  test('the parts list names Electron, Chromium, SQLite, every package and every shipped file', () => {
    interface Part { readonly type: string; readonly name: string; readonly version?: string; readonly hashes?: readonly { readonly alg: string; readonly content: string }[] }
    const { components, bomFormat } = JSON.parse(readFileSync(join(out, `${stem}.cdx.json`), 'utf8')) as { bomFormat: string; components: Part[] }
    expect(bomFormat).toBe('CycloneDX')
    expect(components.map((part) => part.name)).toEqual(expect.arrayContaining(['electron', 'chromium', 'sqlite', 'better-sqlite3', 'react', 'antd', 'pg', 'zod']))
    const files = Object.fromEntries(components.filter((part) => part.type === 'file').map((part) => [part.name, part.hashes?.[0]?.content]))
    expect(files).toEqual(Object.fromEntries(Object.entries(manifest().files).map(([name, entry]) => [name, entry.sha256])))
  })

  test('SHA256SUMS fits the files and is signed', () => {
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' }).trim().split('\n')).toEqual([`${stem}.cdx.json: OK`, `${stem}.deb: OK`, `${stem}.tar.gz: OK`])
    const signature = Buffer.from(readFileSync(join(out, 'SHA256SUMS.sig'), 'utf8'), 'base64')
    expect(verify(null, readFileSync(join(out, 'SHA256SUMS')), key.publicKey, signature)).toBe(true)
  })

  test('deb and tar.gz hold the tree, owned by root, with modes that no umask made', () => {
    const listed = execFileSync('sh', ['-c', `dpkg-deb --fsys-tarfile '${join(out, `${stem}.deb`)}' | tar -tv --numeric-owner`], { encoding: 'utf8' }).trim().split('\n')
    const unpacked = execFileSync('tar', ['-tzvf', join(out, `${stem}.tar.gz`), '--numeric-owner'], { encoding: 'utf8' }).trim().split('\n')
    for (const line of [...listed, ...unpacked]) expect(line).toMatch(/^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--|lrwxrwxrwx) 0\/0 /)
    const names = (lines: readonly string[], prefix: string): readonly string[] => lines.map((line) => line.split(/\s+/).slice(5).join(' ')).filter((name) => name.startsWith(prefix) && !name.endsWith('/')).map((name) => name.slice(prefix.length)).toSorted()
    expect(names(listed, './opt/jianbao/')).toEqual(filesIn(tree))
    expect(names(unpacked, 'jianbao-dev-0.1.0/')).toEqual(filesIn(tree))
    expect(execFileSync('dpkg-deb', ['-f', join(out, `${stem}.deb`), 'Package', 'Version', 'Architecture'], { encoding: 'utf8' })).toBe('Package: jianbao-dev\nVersion: 0.1.0\nArchitecture: arm64\n')
  })
})
