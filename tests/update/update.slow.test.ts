import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { UpdateKind } from '../../core/install/update.ts'
import { noPolicy } from '../../core/policy/shown.ts'
import type { Policy } from '../../core/policy/schema.ts'
import type { ProblemCode } from '../../core/problem.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { findUpdate, type UpdateFor } from '../../electron/update.ts'
import { Clerk } from '../support/desk.ts'

const script = resolve(import.meta.dirname, '../../build/dist/updateManifest.mjs')
const pair = (): { readonly secret: KeyObject; readonly raw: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { secret: privateKey, raw: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64') }
}
const [before, current, next, after] = [pair(), pair(), pair(), pair()]
const deb = 'jianbao-0.2.0-linux-x64.deb'
let root = ''
let stick = ''
const pem = (key: KeyObject): string => { const file = join(root, 'key.pem'); writeFileSync(file, key.export({ format: 'pem', type: 'pkcs8' })); return file }

/** Packages of a version and their description, written by the very script that a release uses. */
function carries(key = current.secret, version = '0.2.0', expires = '2028-12-31'): void {
  for (const name of [`jianbao-${version}-linux-x64.deb`, `jianbao-${version}-linux-arm64.deb`, `jianbao-${version}-win-x64-setup.exe`]) writeFileSync(join(stick, name), `${name} ${'检'.repeat(5000)}`)
  execFileSync(process.execPath, [script, stick, '--version', version, '--expires', expires, '--notes', '修了几处'], { env: { ...process.env, JIANBAO_SIGN_KEY: pem(key) }, stdio: 'pipe' })
}
const text = (name: string): string => readFileSync(join(stick, name), 'utf8')
/** The description edited, and signed anew where a key is given. */
function edits(change: (json: Record<string, unknown> & { files: Record<string, unknown>[] }) => void, key: KeyObject | null = current.secret): void {
  const json = JSON.parse(text('update.json')) as Record<string, unknown> & { files: Record<string, unknown>[] }
  change(json)
  writeFileSync(join(stick, 'update.json'), JSON.stringify(json))
  if (key) writeFileSync(join(stick, 'update.json.sig'), `${sign(null, readFileSync(join(stick, 'update.json')), key).toString('base64')}\n`)
}
const machine = (arch = 'x64', target = 'linux'): Pick<UpdateFor, 'target' | 'arch' | 'kinds'> => ({ target, arch, kinds: ['deb', 'tar.gz'] })
const on = (over: Partial<UpdateFor> = {}): UpdateFor => ({ ...machine(), keys: [current.raw, next.raw], version: '0.1.0', today: '2027-03-10', ...over })

beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'jianbao-update-test-')); stick = join(root, 'U盘'); mkdirSync(stick) })
afterEach(() => { rmSync(root, { recursive: true, force: true }) })

describe('an update in a folder', () => {
  it('is found by its signed description: the package for this machine', () => {
    carries()
    const found = findUpdate(stick, on())
    expect(found).toMatchObject({ ok: true, value: { update: { version: '0.2.0', notes: '修了几处' }, file: { name: deb, kind: 'deb' } } })
    expect(findUpdate(stick, on({ ...machine('arm64') }))).toMatchObject({ ok: true, value: { file: { name: 'jianbao-0.2.0-linux-arm64.deb' } } })
    expect(findUpdate(stick, on({ target: 'win', kinds: ['setup'] }))).toMatchObject({ ok: true, value: { file: { kind: 'setup' } } })
  })
  it('may be signed by the next key, and once that one is in force no longer by the old one', () => {
    carries(next.secret)
    expect(findUpdate(stick, on()).ok).toBe(true)
    carries(current.secret, '0.3.0')
    expect(findUpdate(stick, on({ keys: [next.raw, after.raw], version: '0.2.0' }))).toMatchObject({ ok: false, problem: { code: 'update-signature' } })
  })

  const plan: readonly [string, ProblemCode, () => void, Partial<UpdateFor>?][] = [
    ['nothing there', 'update-none', () => { rmSync(join(stick, 'update.json')) }],
    ['no signature', 'update-none', () => { rmSync(join(stick, 'update.json.sig')) }],
    ['a description without end', 'update-none', () => { writeFileSync(join(stick, 'update.json'), Buffer.alloc(70_000, 32)) }],
    ['a link for a description', 'update-none', () => { writeFileSync(join(root, 'x'), text('update.json')); rmSync(join(stick, 'update.json')); symlinkSync(join(root, 'x'), join(stick, 'update.json')) }],
    ['an edited description', 'update-signature', () => { edits(json => { json['version'] = '9.9.9' }, null) }],
    ['one space more', 'update-signature', () => { writeFileSync(join(stick, 'update.json'), `${text('update.json')} `) }],
    ['a key that is over', 'update-signature', () => { edits(() => undefined, before.secret) }],
    ['a key that is not rotated in yet', 'update-signature', () => { edits(() => undefined, after.secret) }],
    ['another product', 'update-product', () => { edits(json => { json['product'] = 'demo-office' }) }],
    ['an older version', 'update-older', () => undefined, { version: '0.10.0' }],
    ['the same version', 'update-older', () => undefined, { version: '0.2.0' }],
    ['a description that has run out', 'update-expired', () => undefined, { today: '2028-12-31' }],
    ['another system', 'update-target', () => undefined, { target: 'darwin' }],
    ['another processor', 'update-target', () => undefined, { arch: 'loong64' }],
    ['a kind this machine does not take', 'update-target', () => undefined, { kinds: ['rpm'] }],
    ['a path for a name', 'update-name', () => { edits(json => { for (const file of json.files) file['name'] = '../jianbao.deb' }) }],
    ['a path for the name of another package', 'update-name', () => { edits(json => { (json.files.at(-1) ?? {})['name'] = 'C:\\x\\setup.exe' }) }],
    ['an option for a name', 'update-name', () => { edits(json => { for (const file of json.files) file['name'] = '--force.deb' }) }],
    ['a file that is gone', 'file-missing', () => { rmSync(join(stick, deb)) }],
    ['a file that is longer', 'update-size', () => { writeFileSync(join(stick, deb), 'more', { flag: 'a' }) }],
    ['a link for a package', 'update-size', () => { rmSync(join(stick, deb)); symlinkSync('/etc/hostname', join(stick, deb)) }],
    ['another shape', 'update-format', () => { edits(json => { json['run'] = 'rm' }) }],
    ['a newer format', 'update-format', () => { edits(json => { json['format'] = 'jianbao-update-2' }) }],
    ['a program without keys', 'update-keys', () => undefined, { keys: [] }],
  ]
  test.each(plan)('%s: %s', (_name, code, spoil, over = {}) => {
    carries()
    spoil()
    const found = findUpdate(stick, on(over))
    expect(found).toMatchObject({ ok: false, problem: { code } })
    if (!found.ok) expect(problemSentence(found.problem)).toMatch(/。$/)
  })
})

describe('updating from the window', () => {
  let clerk: Clerk
  const run: [string, UpdateKind][] = []
  const sits = (policy: Policy = {}): void => {
    run.length = 0
    clerk = new Clerk({ policy: { ...noPolicy, policy }, updateKeys: [current.raw], machine: machine(), startInstaller: async (path, kind) => { run.push([path, kind]); return true } })
  }
  afterEach(() => { clerk.leaves() })

  it('copies, proves the copy, backs the work file up and starts the copy, not the file on the stick', async () => {
    sits()
    carries()
    await clerk.startsUnit()
    expect(await clerk.asks('update.state', {})).toEqual({ updates: 'folder', folder: null, version: '0.1.0' })
    const seen = await clerk.asks('update.look', { folder: stick })
    expect(seen).toMatchObject({ version: '0.2.0', here: '0.1.0', name: deb })
    const done = await clerk.asks('update.take', { folder: stick, digest: seen.digest })
    expect(run).toEqual([[join(clerk.folder, 'data', '更新', deb), 'deb']])
    expect(readFileSync(done.path, 'utf8')).toBe(text(deb))
    if (process.platform !== 'win32') expect([statSync(join(done.path, '..')).mode & 0o777, statSync(done.path).mode & 0o777]).toEqual([0o700, 0o500])
    expect((await clerk.asks('backup.list', {}))[0]).toMatchObject({ reason: 'upgrade' })
  })
  it('does not run a package of the right size and another content', async () => {
    sits()
    carries()
    const seen = await clerk.asks('update.look', { folder: stick })
    writeFileSync(join(stick, deb), randomBytes(statSync(join(stick, deb)).size))
    expect(await clerk.isRefused('update.take', { folder: stick, digest: seen.digest })).toMatchObject({ code: 'update-digest' })
    expect(run).toEqual([])
    expect(existsSync(join(clerk.folder, 'data', '更新')) ? readdirSync(join(clerk.folder, 'data', '更新')) : []).toEqual([])
  })
  it('does not take another update than the one that was looked at', async () => {
    sits()
    carries()
    const seen = await clerk.asks('update.look', { folder: stick })
    carries(current.secret, '0.3.0')
    expect(await clerk.isRefused('update.take', { folder: stick, digest: seen.digest })).toMatchObject({ code: 'update-changed' })
  })
  it('keeps to the policy', async () => {
    carries()
    sits({ updates: 'off' })
    expect(await clerk.isRefused('update.look', { folder: stick })).toMatchObject({ code: 'update-off' })
    clerk.leaves()
    sits({ updateFolder: join(root, '共享') })
    expect(await clerk.isRefused('update.look', { folder: stick })).toMatchObject({ code: 'policy-folder' })
  })
})
