import { createPublicKey, verify } from 'node:crypto'
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUpLedger } from '../../electron/ledger/backup.ts'
import { openLedger } from '../../electron/ledger/ledger.ts'
import { good } from '../support/desk.ts'
import { describeLedger, testNow } from '../support/ledger.ts'
import { madeUpUnit, Office } from '../support/office.ts'

const all = { offset: 0, limit: 200 }

describe('a ledger in a file', () => {
  let office: Office
  let path: string
  beforeEach(async () => {
    office = new Office()
    const made = await office.asks('ledger.create', { place: { path: '.' }, region: '500106', bureau: '沙坪坝示例局', pack: 'annual-2026' })
    path = made.where
    await office.registers(3)
  })
  afterEach(() => office.leaves())
  const restarted = async (damage: () => void): Promise<void> => { office.engine.close(); damage(); office.restarts() }

  it('stands in the data folder under its region and year, and is chosen again after a restart', async () => {
    expect(basename(path)).toBe('沙坪坝区2026.ledger')
    office.restarts()
    expect(await office.asks('ledger.state', {})).toMatchObject({ where: path, regionName: '重庆市 沙坪坝区', year: 2026, counts: { due: 3 } })
    expect(await office.isRefused('ledger.create', { place: { path }, region: '', bureau: 'x', pack: '' })).toMatchObject({ code: 'ledger-exists' })
    expect((await office.asks('ledger.state', {}))?.where).toBe(path)
  })

  it('no ledger, no such file, another kind of file and one in use each get their sentence', async () => {
    const other = new Office()
    expect(await other.asks('ledger.state', {})).toBeNull()
    expect(await other.isRefused('register.history', { unit: 'x' })).toMatchObject({ code: 'ledger-none' })
    expect(await other.isRefused('ledger.open', { place: { path: `${path}x` } })).toMatchObject({ code: 'ledger-missing' })
    expect(await other.isRefused('ledger.open', { place: { path } })).toMatchObject({ code: 'ledger-locked' })
    await office.startsUnit()
    expect(await other.isRefused('ledger.open', { place: { path: join(office.folder, 'data', '检报数据.jianbao') } })).toMatchObject({ code: expect.stringMatching(/ledger-(foreign|locked)/) })
    office.engine.close()
    expect(await other.isRefused('ledger.open', { place: { path: join(office.folder, 'data', '检报数据.jianbao') } })).toMatchObject({ code: 'ledger-foreign' })
    other.leaves()
  })

  it('a ledger of a newer version is left as it is', async () => {
    await restarted(() => {
      const bytes = readFileSync(path)
      bytes.writeUInt32BE(999, 60)
      writeFileSync(path, bytes)
    })
    expect(await office.isRefused('ledger.state', {})).toMatchObject({ code: 'ledger-newer', params: { version: 999 } })
  })

  it.each(['truncated', 'flipped'])('a %s ledger is not opened; its newest sound copy takes its place and the damaged file is kept', async kind => {
    const copy = await office.asks('ledger.backUp', {})
    await office.registers(5)
    await restarted(() => {
      if (kind === 'truncated') { truncateSync(path, statSync(path).size - 5000); return }
      const bytes = readFileSync(path)
      for (let at = 8192; at < bytes.length; at += 997) bytes[at] = (bytes[at] ?? 0) ^ 0xff
      writeFileSync(path, bytes)
    })
    const before = readFileSync(path)
    expect(await office.isRefused('ledger.state', {})).toMatchObject({ code: 'ledger-damaged' })
    expect(readFileSync(path).equals(before)).toBe(true)
    const copies = await office.asks('ledger.backups', {})
    expect(copies[0]).toMatchObject({ path: copy.path, sound: true })
    const state = await office.asks('ledger.restore', { path: copy.path })
    expect(state.counts.due).toBe(3)
    const aside = readdirSync(dirname(path)).find(name => name.includes('换下'))
    expect(readFileSync(join(dirname(path), aside ?? '')).equals(before)).toBe(true)
    expect((await office.asks('ledger.record', { ...all, kind: 'restore' })).lines[0]?.what).toContain(basename(copy.path))
  })

  it('a copy that does not read is not used; restoring a sound ledger keeps what stood there', async () => {
    const copy = await office.asks('ledger.backUp', {})
    await office.registers(4)
    const bad = join(office.folder, 'bad.ledger')
    writeFileSync(bad, readFileSync(copy.path).subarray(0, 9000))
    expect(await office.isRefused('ledger.restore', { path: bad })).toMatchObject({ code: 'ledger-backup-unsound' })
    expect((await office.asks('ledger.state', {}))?.counts.due).toBe(4)
    expect((await office.asks('ledger.restore', { path: copy.path })).counts.due).toBe(3)
    const [newest] = await office.asks('ledger.backups', {})
    expect((await office.asks('ledger.restore', { path: newest?.path ?? '' })).counts.due).toBe(4)
  })

  it('the last twenty copies stay, and one of each month', async () => {
    const ledger = await office.ledger()
    for (let n = 0; n < 26; n++) good(await backUpLedger(ledger, new Date(Date.UTC(2027, n < 4 ? n : 4, 1 + n, 2))))
    const copies = await office.asks('ledger.backups', {})
    expect(copies).toHaveLength(24)
    expect(new Set(copies.slice(20).map(copy => copy.at.slice(0, 7))).size).toBe(4)
  })

  it('a copy a day is made on opening', async () => {
    expect(await office.asks('ledger.backups', {})).toEqual([])
    office.restarts()
    expect((await office.asks('ledger.state', {}))?.backup).toBe('2027-03-10T02:30:00.000Z')
    office.restarts()
    await office.asks('ledger.state', {})
    expect(await office.asks('ledger.backups', {})).toHaveLength(1)
  })
})

describeLedger('the regulator\'s own safety', make => {
  let office: Office
  beforeEach(async () => { office = new Office(); await office.opens(make) })
  afterEach(() => office.leaves())

  it('a copy of the ledger is a ledger that opens by itself, also of one on a server', async () => {
    await office.registers(3)
    const { path } = await office.asks('ledger.backUp', {})
    const copy = good(await openLedger({ path }, { now: () => testNow, userName: () => '', dataDir: office.folder }))
    expect(copy.info).toMatchObject({ region: '500106', bureau: '沙坪坝示例局', year: 2026 })
    expect(await copy.sql.get('select count(*) as n from register_change')).toEqual({ n: 3 })
    copy.close()
  })

  it('the key is made, saved under a passphrase, rotated with the old key\'s word for the new, and loaded elsewhere', async () => {
    expect((await office.asks('ledger.state', {}))?.fingerprint).toBeNull()
    expect(await office.isRefused('ledger.key', { do: 'save', path: join(office.folder, 'k'), passphrase: 'p' })).toMatchObject({ code: 'ledger-key-none' })
    const { fingerprint } = await office.asks('ledger.key', { do: 'make' })
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
    expect(await office.isRefused('ledger.key', { do: 'make' })).toMatchObject({ code: 'ledger-key-exists' })
    const saved = join(office.folder, '监管密钥.key')
    await office.asks('ledger.key', { do: 'save', path: saved, passphrase: '示例口令' })
    expect(readFileSync(saved, 'utf8')).not.toContain('"seed"')
    const rotated = await office.asks('ledger.key', { do: 'rotate', reason: '换人' })
    expect(rotated.fingerprint).not.toBe(fingerprint)
    const detail = JSON.parse((await (await office.ledger()).sql.get<{ detail: string }>('select detail from decision where kind = ?', ['key-rotate']))?.detail ?? '{}') as { public_key: string; proof: string }
    const old = JSON.parse(readFileSync(saved, 'utf8')) as { publicKey: string }
    const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(old.publicKey, 'base64')]), format: 'der', type: 'spki' })
    expect(verify(null, Buffer.from(`jianbao-key-rotation-1:${detail.public_key}`), key, Buffer.from(detail.proof, 'base64'))).toBe(true)
    expect(await office.isRefused('ledger.key', { do: 'load', path: saved, passphrase: '示例口令' })).toMatchObject({ code: 'ledger-key' })
    expect((await office.asks('ledger.record', all)).lines.map(line => line.kind)).toEqual(['key-rotate', 'key-save', 'key-make'])
  })

  it('people have roles; the last who may issue stays', async () => {
    expect(await office.asks('ledger.people', {})).toEqual([])
    expect(await office.isRefused('ledger.people', { set: { name: 'zhou', role: 'viewer' } })).toMatchObject({ code: 'ledger-last-issuer' })
    await office.asks('ledger.people', { set: { name: '李示例', role: 'issuer' } })
    await office.asks('ledger.people', { set: { name: 'zhou', role: 'viewer' } })
    if (make.kind === 'postgres') return
    expect((await office.asks('ledger.state', {}))?.role).toBe('viewer')
    expect(await office.isRefused('ledger.people', { set: { name: 'zhou', role: 'issuer' } })).toMatchObject({ code: 'ledger-role' })
    expect(await office.isRefused('register.set', { unit: 'x', fields: {}, effective: '2027-03-01', reason: 'x' })).toMatchObject({ code: 'ledger-role' })
    expect(await office.isRefused('ledger.use', { pack: 'annual-2025' })).toMatchObject({ code: 'ledger-role' })
  })

  it('the record tells every change of the register with who, when and why', async () => {
    await office.registers(2)
    await office.asks('register.set', { unit: madeUpUnit(1), fields: { contact: '新人', risk: 'A' }, effective: '2027-03-01', reason: '核实后更正' })
    const { lines, total } = await office.asks('ledger.record', { ...all, unit: madeUpUnit(1) })
    expect(total).toBe(3)
    expect(lines[0]).toEqual({ at: '2027-03-10T02:30:00.000Z', by: 'zhou', kind: 'register', unit: madeUpUnit(1), name: '沙坪坝示例检测1有限公司', what: '风险类别：（空） → A', reason: '核实后更正' })
    expect(lines.map(line => line.what)).toEqual(['风险类别：（空） → A', '联系人：示例1 → 新人', '列入名录：沙坪坝示例检测1有限公司'])
    expect((await office.asks('ledger.record', { ...all, limit: 1, offset: 2 })).lines).toHaveLength(1)
  })

  it('another year of the same ledger is chosen', async () => {
    expect(await office.asks('ledger.use', { pack: 'annual-2025' })).toMatchObject({ pack: 'annual-2025', year: 2025 })
    expect(await office.isRefused('ledger.use', { pack: 'annual-1999' })).toMatchObject({ code: 'ledger-pack' })
  })
})
