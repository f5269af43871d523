import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './sources.ts'
import { makeStubElectron } from './stubElectron.ts'

/** One version of a small 检报 for Windows: its folder, and both setup programs made of it. */
export interface SetupRelease { readonly version: string; readonly tree: string; readonly machine: string; readonly user: string; readonly manifest: Digests }
/** SHA-256 of files by their paths. */
export type Digests = Readonly<Record<string, string>>

interface Facts { readonly version: string; readonly [name: string]: unknown }
interface Writers {
  readonly writeSetup: (facts: Facts, tree: string, to: { readonly out: string }) => readonly string[]
  readonly writeManifest: (facts: Facts, tree: string) => { readonly files: Readonly<Record<string, { readonly sha256: string }>> }
  readonly codeSigning: (env: Readonly<Record<string, string>>) => unknown
  readonly signFolder: (facts: Facts, folder: string) => void
}

/** What a release differs in: its version, extra files, the certificate, where it is made. */
export interface ReleaseWishes { readonly version: string; readonly extra: readonly string[]; readonly codesign?: Readonly<Record<string, string>> }

/** Makes a small release with the packer's own code; everything in it is as in a real one but for the size. */
export async function makeRelease(folder: string, { version, extra, codesign }: ReleaseWishes): Promise<SetupRelease> {
  const { writeSetup, writeManifest, codeSigning, signFolder } = await writers()
  const tree = join(folder, `tree-${version}`)
  makeTree(tree, version, extra)
  const signed = codesign !== undefined
  const facts = {
    product: 'jianbao', version, commit: '0'.repeat(40), time: '2026-11-01T00:00:00.000Z', epoch: 1_790_000_000, target: 'win', arch: 'x64',
    development: true, signed, keys: null, codesign: codesign ? codeSigning(codesign) : null, stem: `jianbao-dev-${version}-win-x64${signed ? '' : '-unsigned'}`,
  }
  Object.assign(process.env, codesign)
  signFolder(facts, tree)
  const manifest = writeManifest(facts, tree)
  const [machine = '', user = ''] = writeSetup(facts, tree, { out: folder })
  for (const name of Object.keys(codesign ?? {})) delete process.env[name]
  return { version, tree, machine, user, manifest: Object.fromEntries(Object.entries(manifest.files).map(([file, { sha256 }]) => [file, sha256])) }
}

async function writers(): Promise<Writers> {
  const loaded = ['nsis/setup.mjs', 'manifest.mjs', 'authenticode.mjs'].map((name) => import(pathToFileURL(join(root, 'build/dist', name)).href) as Promise<Partial<Writers>>)
  return Object.assign({}, ...(await Promise.all(loaded))) as Writers
}

function makeTree(tree: string, version: string, extra: readonly string[]): void {
  const electron = makeStubElectron(`${tree}-electron`, 'x64')
  const put = (name: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(tree, name)), { recursive: true })
    writeFileSync(join(tree, name), bytes)
  }
  put('jianbao.exe', readFileSync(join(electron, 'electron.exe')))
  for (const name of ['ffmpeg.dll', 'locales/zh-CN.pak', 'locales/en-US.pak']) put(name, readFileSync(join(electron, name)))
  put('VERSION', `version=${version}\n`)
  put('resources/app.asar', version.repeat(20_000))
  for (const name of extra) put(name, `${name} ${version}\n`)
  rmSync(electron, { recursive: true })
}

/** What lies in a folder; null where there is none. */
export function digestsIn(folder: string): Digests | null {
  if (!existsSync(folder)) return null
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(files.toSorted().map((file) => [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]))
}

/** What an installed folder has beside the files of its manifest, the manifest itself, and what of it is missing or different. */
export function comparedWith({ manifest }: SetupRelease, folder: string): { readonly differing: readonly string[]; readonly more: readonly string[] } {
  const there = digestsIn(folder) ?? {}
  return {
    differing: Object.keys(manifest).filter((file) => there[file] !== manifest[file]),
    more: Object.keys(there).filter((file) => !Object.hasOwn(manifest, file)),
  }
}

/** What setup adds to the files of the manifest. */
export const ownFiles = ['manifest.json', 'uninstall.exe', 'uninstall.ini', 'uninstall.lst']
