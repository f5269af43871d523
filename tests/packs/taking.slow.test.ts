import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noPolicy } from '../../core/policy/shown.ts'
import type { Policy } from '../../core/policy/schema.ts'
import type { PackLook } from '../../core/contract/packs.ts'
import { Clerk, good } from '../support/desk.ts'
import { issuerKey, newerVersion, packFileOf, seedsWith } from '../support/packFiles.ts'
import { aTask, regulator, regulatorSign } from '../support/letters.ts'

const key = issuerKey()
const trusting: Policy = { packKeys: [Buffer.from(key.publicKey).toString('base64')] }
const under = (policy: Policy): Clerk => new Clerk({ policy: { ...noPolicy, policy } })
const newer = packFileOf(newerVersion())

describe('taking a newer pack in', () => {
  let clerk: Clerk
  const put = (bytes: Uint8Array, name = '任务包.jbpack'): string => { const path = join(clerk.folder, name); writeFileSync(path, bytes); return path }
  const look = (bytes: Uint8Array): Promise<PackLook> => clerk.asks('pack.look', { path: put(bytes) })
  const take = (seen: PackLook, confirmKey = false) => clerk.asks('pack.take', { path: seen.path, digest: seen.digest, confirmKey })
  beforeEach(async () => { clerk = under(trusting); await clerk.startsUnit() })
  afterEach(() => { clerk.leaves() })

  it('says who issued it, what changes and what becomes of the drafts, before anything is done', async () => {
    await clerk.types('sample_cnt', '120')
    await clerk.types('param_cnt', '88')
    const seen = await look(newer)
    expect(seen).toMatchObject({ pack: { id: 'annual-2026', version: '1.1', year: 2026 }, issuer: { name: '示例市市场监督管理局', signer: key.signer, trust: 'known' }, refused: null, again: false, installed: { version: '1.0', builtIn: true }, sealed: 0 })
    expect(seen.differences).toContainEqual(expect.objectContaining({ part: 'date', key: 'deadline', was: '2027-03-19', now: '2027-04-02' }))
    expect(seen.differences).toContainEqual(expect.objectContaining({ part: 'item', key: 'param_cnt', now: null }))
    expect(seen.differences).toContainEqual(expect.objectContaining({ part: 'item', key: 'sample_total', was: null }))
    expect(seen.drafts).toEqual([{ filing: clerk.filing, name: expect.stringContaining('澜序'), moved: 1, lost: [{ item: 'param_cnt', name: '资质认定能力参数（项目）数', text: '88', why: '本年不再调查参数个数' }] }])
    expect((await clerk.sees()).pack.version).toBe('1.0')
  })

  it('brings the draft along as one step, lists what was lost, and stays after a restart', async () => {
    await clerk.types('sample_cnt', '120')
    await clerk.types('param_cnt', '88')
    const done = await take(await look(newer))
    expect(done).toMatchObject({ pack: 'annual-2026', version: '1.1', woken: 0, drafts: [{ moved: 1 }] })
    expect(readFileSync(done.list ?? '', 'utf8')).toContain('param_cnt,资质认定能力参数（项目）数,88,本年不再调查参数个数')
    clerk.restarts()
    const seen = await clerk.sees()
    expect(seen.pack).toMatchObject({ version: '1.1', dates: { deadline: '2027-04-02' } })
    expect(seen.data.values.sample_total).toBe('120')
    expect(seen.undo).toBe('pack')
    expect((await clerk.asks('filing.history', { filing: clerk.filing, item: 'sample_total', row: null, limit: 5 }))[0]).toMatchObject({ now: '120', reason: '任务包 1.0 → 1.1' })
    await clerk.asks('filing.undo', { filing: clerk.filing })
    expect((await clerk.sees()).data.values.sample_total ?? '').toBe('')
    expect(await clerk.isRefused('filing.undo', { filing: clerk.filing })).toMatchObject({ code: 'undo-none' })
    await clerk.asks('filing.redo', { filing: clerk.filing })
    expect((await clerk.sees()).data.values.sample_total).toBe('120')
  })

  it('leaves a sealed year on its version until it is opened again', async () => {
    await clerk.fillsLike('enterprise', 2026)
    const { submitNo } = await clerk.asks('seal.run', { filing: clerk.filing, folder: clerk.out }).catch(() => ({ submitNo: 0 }))
    if (submitNo === 0) throw new Error('not sealed')
    const before = (await clerk.sees()).data.values.sample_cnt
    const seen = await look(newer)
    expect(seen).toMatchObject({ sealed: 1, drafts: [] })
    await take(seen)
    expect((await clerk.sees()).pack.version).toBe('1.0')
    expect((await clerk.asks('seal.export', { filing: clerk.filing, submitNo: 1, folder: clerk.out })).verification.verdict).toBe('sealed')
    const open = await clerk.reopens('更正样品数')
    expect(open.pack.version).toBe('1.1')
    expect(open.data.values.sample_total).toBe(before)
  }, 60_000)

  it('does nothing twice, and refuses an older, an equal and a changed file', async () => {
    await take(await look(newer))
    const again = await look(newer)
    expect(again).toMatchObject({ again: true, refused: null })
    expect((await take(again)).drafts).toEqual([])
    expect((await look(packFileOf(seedsWith((_, text) => text)))).refused).toMatchObject({ code: 'pack-file-older', params: { here: '1.1', found: '1.0' } })
    const other = await look(packFileOf(seedsWith((path, text) => path.endsWith('annual-2026/pack.json') ? text.replace('"1.0"', '"1.1"') : text)))
    expect(other.refused).toMatchObject({ code: 'pack-file-same' })
    expect(await clerk.isRefused('pack.take', { path: other.path, digest: other.digest })).toMatchObject({ code: 'pack-file-same' })
    expect(await clerk.isRefused('pack.take', { path: put(packFileOf(newerVersion('1.2'))), digest: other.digest })).toMatchObject({ code: 'pack-file-changed' })
    const next = await look(packFileOf(newerVersion('1.2')))
    expect((await take(next)).version).toBe('1.2')
    expect((await clerk.sees()).pack.version).toBe('1.2')
  })

  it('does not use a file that was edited where it is kept', async () => {
    await take(await look(newer))
    const kept = join(clerk.folder, 'data', 'packs', 'annual-2026@1.1.jbpack')
    const bytes = readFileSync(kept)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(kept, bytes)
    clerk.restarts()
    expect((await clerk.sees()).pack.version).toBe('1.0')
  })
})

describe('who may issue a pack', () => {
  let clerk = new Clerk()
  afterEach(() => { clerk.leaves() })
  const seenUnder = async (policy: Policy, bytes = newer): Promise<PackLook> => {
    clerk.leaves()
    clerk = under(policy)
    const path = join(clerk.folder, 'a.jbpack')
    writeFileSync(path, bytes)
    return clerk.asks('pack.look', { path })
  }
  const unsigned = packFileOf(newerVersion(), { key: null })
  const other = packFileOf(newerVersion(), { key: issuerKey('冒名') })

  it('nobody unknown, where nothing is said', async () => {
    expect(await seenUnder({})).toMatchObject({ issuer: { trust: 'first-seen' }, refused: { code: 'pack-file-unknown', params: { signer: key.signer } } })
    expect(await clerk.isRefused('pack.take', { path: join(clerk.folder, 'a.jbpack'), digest: (await clerk.asks('pack.look', { path: join(clerk.folder, 'a.jbpack') })).digest, confirmKey: true })).toMatchObject({ code: 'pack-file-unknown' })
    expect(await seenUnder({}, unsigned)).toMatchObject({ issuer: { trust: 'unsigned', signer: null }, refused: { code: 'pack-file-unsigned' } })
  })
  it('those of the policy, and only these where it lists them', async () => {
    expect((await seenUnder(trusting)).refused).toBe(null)
    expect((await seenUnder({ regulatorKeys: [key.signer] })).refused).toBe(null)
    expect((await seenUnder(trusting, other)).refused).toMatchObject({ code: 'pack-file-unknown' })
    expect((await seenUnder({ ...trusting, packs: ['annual-2025'] })).refused).toMatchObject({ code: 'pack-file-policy' })
  })
  it('unknown and unsigned ones where the policy allows them', async () => {
    expect((await seenUnder({ unsignedPacks: true })).refused).toBe(null)
    expect((await seenUnder({ unsignedPacks: true }, unsigned)).refused).toBe(null)
  })
  it('a regulator whose task file was opened; under another key only when the fingerprint was compared', async () => {
    await seenUnder({})
    const name = '示例区市场监督管理局'
    await clerk.startsUnit()
    const letter = join(clerk.folder, '任务书.xlsx')
    const digest = good(clerk.engine.desk.packs.get('annual-2026')).digest
    writeFileSync(letter, regulator(name).write(aTask({ unitId: '91330114MAY0A1K2XU-00', orgName: '示例', packDigest: digest, from: regulator(name) })).bytes)
    await clerk.asks('letter.open', { path: letter })
    const path = join(clerk.folder, 'b.jbpack')
    writeFileSync(path, packFileOf(newerVersion(), { issuer: name, key: issuerKey(name) }))
    const seen = await clerk.asks('pack.look', { path })
    expect(seen).toMatchObject({ issuer: { trust: 'changed' }, refused: { code: 'pack-file-key', params: { before: regulator(name).signer, now: issuerKey(name).signer } } })
    expect(await clerk.isRefused('pack.take', { path, digest: seen.digest })).toMatchObject({ code: 'pack-file-key' })
    expect((await clerk.asks('pack.take', { path, digest: seen.digest, confirmKey: true })).version).toBe('1.1')
  })
  it('a regulator whose task asks for a pack that is not here yet; a task under the version before is still opened', async () => {
    await seenUnder({})
    await clerk.startsUnit()
    const name = '示例区市场监督管理局'
    const from = regulator(name)
    const digest = good(clerk.engine.desk.packs.get('annual-2026')).digest
    const task = aTask({ unitId: '91330114MAY0A1K2XU-00', orgName: '示例', packDigest: digest, from })
    const put = (file: string, bytes: Uint8Array): string => { const path = join(clerk.folder, file); writeFileSync(path, bytes); return path }
    const next = put('明年.xlsx', from.write({ ...task, survey_year: 2031, pack: { ...task.pack, id: 'annual-2031' } }).bytes)
    expect(await clerk.isRefused('letter.open', { path: next })).toMatchObject({ code: 'pack-unknown' })
    const path = put('c.jbpack', packFileOf(newerVersion(), { issuer: name, key: { publicKey: Buffer.from(from.publicKey, 'hex'), signer: from.signer, sign: regulatorSign(name) } }))
    const seen = await clerk.asks('pack.look', { path })
    expect(seen).toMatchObject({ issuer: { trust: 'known' }, refused: null })
    await clerk.asks('pack.take', { path, digest: seen.digest })
    expect((await clerk.asks('letter.open', { path: put('今年.xlsx', from.write(task).bytes) })).kind).toBe('task')
  })
})
