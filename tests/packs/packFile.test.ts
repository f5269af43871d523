import { describe, expect, it, test } from 'vitest'
import type { Problem } from '../../core/problem.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { packMessage } from '../../core/pack/packFile.ts'
import { inflate, openArchive } from '../../electron/excel/guard.ts'
import { zipOf, type Part } from '../../electron/excel/zip.ts'
import { loadPackFile, readPackFile } from '../../electron/packFile.ts'
import { sha256 } from '../../electron/packs.ts'
import { part } from '../hostile/files.ts'
import { good } from '../support/desk.ts'
import { issuerKey, newerVersion, packFileOf, seedsWith } from '../support/packFiles.ts'

const seeds = seedsWith((_, text) => text)
const sound = packFileOf(seeds)

/** The parts of a pack file, some replaced, added or (null) left out. */
function changed(edits: Readonly<Record<string, ((text: string) => string) | Part | null>>, of = sound): Uint8Array {
  const archive = good(openArchive(of))
  const parts = [...archive.entries.values()].flatMap(entry => {
    const edit = edits[entry.name]
    const data = good(inflate(archive, entry))
    return edit === null ? [] : [typeof edit === 'function' ? part(entry.name, edit(data.toString('utf8'))) : edit ?? part(entry.name, data)]
  })
  const fresh = Object.entries(edits).flatMap(([name, edit]) => (edit !== null && typeof edit === 'object' && !archive.entries.has(name) ? [edit] : []))
  return zipOf([...parts, ...fresh])
}

/** A file whose list and signature were made anew by whoever edited it. */
function resigned(edits: Parameters<typeof changed>[0], head: (json: Record<string, unknown>) => object = json => json, listed: (lines: string[]) => string[] = lines => lines): Uint8Array {
  const first = changed(edits)
  const archive = good(openArchive(first))
  const lines = [...archive.entries.values()].filter(entry => entry.name.includes('/')).map(entry => `${sha256(good(inflate(archive, entry)))} ${entry.name}`)
  const listing = listed(lines).sort().map(line => `${line}\n`).join('')
  const page = JSON.stringify(head({ ...JSON.parse(good(inflate(archive, archive.entries.get('jbpack.json') ?? fail())).toString('utf8')) as object, digest: sha256(Buffer.from(listing)) }))
  const signature = Buffer.from(issuerKey().sign(Buffer.from(packMessage(sha256(Buffer.from(page)))))).toString('base64')
  return changed({ 'jbpack.json': () => page, 'digests.txt': () => listing, 'signature.txt': () => signature }, first)
}
const fail = (): never => { throw new Error('no such part') }

function refused(bytes: Uint8Array): Problem {
  const read = readPackFile(bytes)
  const whole = read.ok ? loadPackFile(read.value) : read
  if (whole.ok) throw new Error('accepted')
  expect(problemSentence(whole.problem)).toMatch(/。$/)
  expect(problemSentence(whole.problem)).not.toContain('[')
  return whole.problem
}

describe('a pack file', () => {
  it('is the same bytes for the same files and key, and reads back as the pack of the folder', () => {
    expect(sha256(packFileOf(seeds))).toBe(sha256(sound))
    const file = good(readPackFile(sound))
    expect(file.head).toMatchObject({ id: 'annual-2026', version: '1.0', year: 2026, issuer: { name: '示例市市场监督管理局' } })
    expect(file.signer).toBe(issuerKey().signer)
    expect(good(loadPackFile(file)).digest).toBe(file.head.digest)
  })

  it('carries the base of a thin pack along', () => {
    const thin = good(readPackFile(packFileOf(seeds, { id: 'annual-2025' })))
    expect(thin.files.list('packs')).toContain('annual-2026/pack.json')
    expect(good(loadPackFile(thin)).pack.year).toBe(2025)
  })

  it('may be without a signature, and says so', () => {
    expect(good(readPackFile(packFileOf(newerVersion(), { key: null }))).signer).toBe(null)
  })
})

const form = 'packs/annual-2026/forms/301.json'
const rules = 'packs/annual-2026/rules/W.json'
const deep = `${'('.repeat(1500)}1${')'.repeat(1500)}=1`
const bomb = (formula: string) => (text: string): string => JSON.stringify((JSON.parse(text) as { id: string }[]).map((rule, i) => (i === 0 ? { ...rule, formula } : rule)))

describe('a hostile pack file is refused in words', () => {
  test.each<[string, () => Uint8Array, Problem['code'], string]>([
    ['no archive', () => Buffer.from('hello'), 'pack-file-not', ''],
    ['a workbook', () => changed({ 'jbpack.json': null }), 'pack-file-not', ''],
    ['cut short', () => sound.slice(0, -300), 'pack-file-damaged', '不完整'],
    ['a newer format', () => changed({ 'jbpack.json': text => text.replace('jianbao-pack-1', 'jianbao-pack-2') }), 'pack-file-newer', ''],
    ['an edited form', () => changed({ [form]: text => text.replace('服务收入', '服务费') }), 'pack-file-damaged', `${form} 被改过`],
    ['a form taken out', () => changed({ [form]: null }), 'pack-file-damaged', `缺少 ${form}`],
    ['a part that no list names', () => changed({ 'packs/annual-2026/rules/Z.json': part('packs/annual-2026/rules/Z.json', '[]') }), 'pack-file-damaged', '多出'],
    ['an edited list', () => changed({ 'digests.txt': text => text.replace(/^[0-9a-f]/, '0') === text ? text.replace(/^0/, '1') : text.replace(/^[0-9a-f]/, '0') }), 'pack-file-damaged', '清单和摘要不符'],
    ['another issuer\'s name under the signature', () => changed({ 'jbpack.json': text => text.replace('示例市', '示例省') }), 'pack-file-signature', ''],
    ['somebody else\'s signature', () => changed({ 'signature.txt': () => Buffer.from(issuerKey('别人').sign(Buffer.from('x'))).toString('base64') }), 'pack-file-signature', ''],
    ['the signature taken out', () => changed({ 'signature.txt': null }), 'pack-file-signature', ''],
    ['a way out of the folder', () => changed({ '../x.json': part('../x.json', '[]') }), 'pack-file-damaged', '有不该有的文件名'],
    ['an absolute name', () => changed({ '/etc/x.json': part('/etc/x.json', '[]') }), 'pack-file-damaged', '有不该有的文件名'],
    ['a name twice', () => zipOf([part('jbpack.json', '{}'), part('JBPACK.json', '{}')]), 'pack-file-damaged', '有重复的文件'],
    ['a list that names another place', () => resigned({ 'secret/x.json': part('secret/x.json', '[]') }), 'pack-file-damaged', '清单读不通'],
    ['a bomb', () => changed({ [form]: part(form, Buffer.alloc(20 << 20, 32)) }), 'pack-file-damaged', '解开后过大'],
    ['a bomb by ratio', () => changed({ [form]: part(form, Buffer.alloc(8 << 20)) }), 'pack-file-damaged', '解开后过大'],
    ['a first page that says another version', () => resigned({}, json => ({ ...json, version: '9.9' })), 'pack-file-damaged', '首页写的和任务包里的不一致'],
    ['a first page of another shape', () => resigned({}, json => ({ ...json, extra: 1 })), 'pack-file-damaged', '首页读不通'],
    ['a formula without end', () => resigned({ [rules]: bomb('1+'.repeat(40_000) + '1=1') }), 'pack-rule', ''],
    ['a formula of brackets', () => resigned({ [rules]: bomb(deep) }), 'pack-rule', ''],
    ['lists within lists', () => resigned({ 'packs/annual-2026/inputs.json': () => `${'['.repeat(90_000)}${']'.repeat(90_000)}` }), 'pack-invalid', ''],
  ])('%s', (_name, make, code, what) => {
    const problem = refused(make())
    expect(problem.code).toBe(code)
    expect(String(problem.params['what'] ?? '')).toContain(what)
  })
})
