import { createHash } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import type { CheckResult, FileDifference } from '../../core/contract/about.ts'
import { isSignedBy, readManifest, type Manifest } from './manifest.ts'
import { plainFiles } from './plainFiles.ts'

/** An installed program: its folder, the public keys it carries, and whether it was signed when it was built. */
export interface Installed { readonly folder: string; readonly keys: readonly string[]; readonly signed: boolean }

/** The list itself, and the three files that setup.exe adds on Windows. */
const OWN = /^(manifest\.json(\.sig)?|uninstall\.(exe|ini|lst))$/i
const CHUNK = 1024 * 1024

/** Compares every installed file with the signed list; null is a checkout, in which nothing is installed. */
export async function selfCheck(installed: Installed | null, now: () => Date): Promise<CheckResult> {
  const at = now().toISOString()
  const began = performance.now()
  const seen = installed === null ? { state: 'checkout' as const, files: 0, differing: [] } : await compare(installed)
  return { ...seen, at, ms: Math.round(performance.now() - began) }
}

type Seen = Pick<CheckResult, 'state' | 'files' | 'differing'>

async function compare({ folder, keys, signed }: Installed): Promise<Seen> {
  const bytes = contentOf(join(folder, 'manifest.json'))
  const manifest = bytes === null ? null : readManifest(bytes)
  if (bytes === null) return { state: 'unlisted', files: 0, differing: [] }
  if (manifest === null) return { state: 'forged', files: 0, differing: [] }
  const signature = contentOf(join(folder, 'manifest.json.sig'))
  const proved = signature !== null && isSignedBy(bytes, Buffer.from(signature).toString('latin1'), keys)
  if (!proved && signed) return { state: 'forged', files: 0, differing: [] }
  const differing = await differences(folder, manifest)
  const files = Object.keys(manifest.files).length
  return { state: differing.length > 0 ? 'differs' : proved ? 'sound' : 'unsigned', files, differing }
}

/** Files that were changed, are gone, or do not belong there, in the order of their names. */
async function differences(folder: string, { files }: Manifest): Promise<readonly FileDifference[]> {
  const found: FileDifference[] = []
  const there = new Set(namesUnder(folder, ''))
  for (const [path, { sha256, size }] of Object.entries(files)) {
    if (!there.has(path)) found.push({ path, what: 'missing' })
    else if (!(await isSame(join(folder, path), sha256, size))) found.push({ path, what: 'changed' })
  }
  for (const path of there) if (!Object.hasOwn(files, path) && !OWN.test(path)) found.push({ path, what: 'extra' })
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function isSame(file: string, sha256: string, size: number): Promise<boolean> {
  try {
    const { size: found } = plainFiles.lstatSync(file)
    return found === size && (await digestOf(file)) === sha256
  } catch {
    return false
  }
}

/** In pieces, so that whoever asks something meanwhile is answered. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of plainFiles.createReadStream(file, { highWaterMark: CHUNK })) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** Every file below a folder; what is neither file nor folder, a link say, counts under a name that no list has. */
function namesUnder(folder: string, inside: string): string[] {
  const entries: readonly Dirent[] = plainFiles.readdirSync(join(folder, inside), { withFileTypes: true })
  return entries.flatMap(entry => {
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isDirectory()) return namesUnder(folder, name)
    return [entry.isFile() ? name : `${name}@`]
  })
}

function contentOf(file: string): Uint8Array | null {
  try {
    return plainFiles.readFileSync(file)
  } catch {
    return null
  }
}
