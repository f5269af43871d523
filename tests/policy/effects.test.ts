import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Policy } from '../../core/policy/schema.ts'
import type { PolicyInForce } from '../../core/policy/shown.ts'
import { againstPlace } from '../../electron/policy/governed.ts'
import { Clerk, good } from '../support/desk.ts'
import { aTask, regulator } from '../support/letters.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-effects-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const source = { kind: 'file', where: '/etc/jianbao/policy.json' } as const
const fixed = (policy: Policy): PolicyInForce => ({ policy, sources: [source], from: Object.fromEntries(Object.keys(policy).map((field) => [field, source])), problems: [] })
const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }): string | null => (result.ok ? null : (result.problem?.code ?? ''))

async function under<T>(policy: Policy, work: (clerk: Clerk) => Promise<T>, more: object = {}): Promise<T> {
  const clerk = new Clerk({ policy: fixed(policy), ...more })
  try {
    return await work(clerk)
  } finally {
    clerk.leaves()
    rmSync(clerk.folder, { recursive: true, force: true })
  }
}

describe('settings', () => {
  it('that are fixed hold from the first start and are not changed', () => under({ role: 'regulator', theme: 'dark', enter: 'stay', language: 'en', exportFolder: '/srv/报送' }, async ({ engine }) => {
    const { settings, policy } = good(await engine.call('app.state', {}))
    expect(settings).toMatchObject({ role: 'regulator', theme: 'dark', enter: 'stay', language: 'en', exportFolder: '/srv/报送' })
    expect(policy.from.theme).toEqual(source)
    for (const change of [{ role: 'agency' }, { theme: 'light' }, { enter: 'down' }, { language: 'zh' }, { exportFolder: '/tmp' }] as const) expect(codeOf(await engine.call('app.settings', change))).toBe('policy-governed')
    expect(good(await engine.call('app.settings', { zoom: 110, theme: 'dark' }))).toMatchObject({ zoom: 110, theme: 'dark' })
  }))

  it('that are the user’s own stay so', () => under({ enter: 'stay' }, async ({ engine }) => {
    expect(good(await engine.call('app.settings', { theme: 'light' })).theme).toBe('light')
  }))
})

describe('role, region and ledger', () => {
  it('an agency’s computer answers none of the regulator’s calls', () => under({ role: 'agency' }, async ({ engine }) => {
    expect(codeOf(await engine.call('ledger.state', {}))).toBe('policy-role')
    expect(codeOf(await engine.call('ledger.backups', {}))).toBe('policy-role')
  }))

  it('a new ledger is of the region or below it', () => under({ region: '5001' }, async ({ engine, folder: data }) => {
    const make = (region: string) => engine.call('ledger.create', { place: { path: join(data, `${region}.ledger`) }, region, bureau: '示例局', pack: '' })
    expect(codeOf(await make('11'))).toBe('policy-region')
    expect(codeOf(await make('500106'))).toBeNull()
  }))

  it('the ledger that is fixed is the one that is chosen, and no other is opened', () => under({ ledger: 'postgres://127.0.0.1:1/none?sslmode=disable' }, async ({ engine, folder: data }) => {
    expect(codeOf(await engine.call('ledger.open', { place: { path: join(data, 'x.ledger') } }))).toBe('policy-ledger')
    expect(codeOf(await engine.call('ledger.create', { place: { postgres: 'postgres://other/db' }, region: '', bureau: '示例局', pack: '' }))).toBe('policy-ledger')
    expect(engine.desk.ledgers.chosen()).toEqual({ postgres: 'postgres://127.0.0.1:1/none?sslmode=disable' })
  }))

  it('however its address is written', () => {
    const policy = { ledger: 'postgres://db.local/ledger' }
    expect(againstPlace(policy, { postgres: 'postgresql://zhou:secret@db.local:5432/ledger?sslmode=verify-full' })).toBeNull()
    expect(againstPlace(policy, { postgres: 'postgres://db.local:5433/ledger' })?.code).toBe('policy-ledger')
    const socket = 'postgres://zhou@/ledger?host=%2Frun%2Fpg&port=5432'
    expect([againstPlace({ ledger: socket }, { postgres: `${socket}&sslmode=disable` }), againstPlace({ ledger: socket }, { postgres: socket.replace('pg', 'other') })?.code]).toEqual([null, 'policy-ledger'])
    expect(againstPlace({ ledger: 'postgres://li@db.local/ledger' }, { postgres: 'postgres://zhou@db.local/ledger' })?.code).toBe('policy-ledger')
  })
})

describe('packs', () => {
  it('that are not allowed are neither listed nor opened', () => under({ packs: ['annual-2025'] }, async ({ engine }) => {
    expect(good(await engine.call('app.state', {})).packs.map((pack) => pack.id)).toEqual(['annual-2025'])
    expect(codeOf(await engine.call('pack.open', { pack: 'annual-2026' }))).toBe('policy-pack')
    expect(codeOf(await engine.call('unit.add', { name: '示例', uscc: '', unitSeq: '', pack: 'annual-2026' }))).toBe('policy-pack')
  }))
})

describe('letters', () => {
  it('are taken only under the keys that are fixed, whatever is known besides', async () => {
    const [ours, other] = [regulator('示例区市场监督管理局'), regulator('冒名的局')]
    await under({ regulatorKeys: [ours.signer] }, async (clerk) => {
      await clerk.startsUnit()
      const { digest } = good(clerk.engine.desk.packs.get('annual-2026'))
      const put = (from: typeof ours, name: string): string => { const path = join(clerk.folder, name); writeFileSync(path, from.write(aTask({ unitId: '91330114MAY0A1K2XU-00', orgName: '示例', packDigest: digest, from })).bytes); return path }
      expect(codeOf(await clerk.engine.call('letter.open', { path: put(other, 'a.xlsx'), confirmKey: true }))).toBe('policy-key')
      expect(good(await clerk.engine.call('letter.open', { path: put(ours, 'b.xlsx') })).kind).toBe('task')
    })
  })
})

describe('folders and backups', () => {
  it('sealed files go to the fixed folder only', () => under({ exportFolder: folder }, async ({ engine }) => {
    expect(codeOf(await engine.call('seal.run', { filing: 1, folder: tmpdir() }))).toBe('policy-folder')
    expect(codeOf(await engine.call('seal.run', { filing: 1, folder }))).not.toBe('policy-folder')
  }))

  it('every backup is copied to the second folder, and a copy that fails is told', async () => {
    const copies = join(folder, '另存')
    await under({ backupFolder: copies }, async ({ engine }) => {
      good(await engine.call('app.state', {}))
      const made = good(await engine.call('backup.now', {}))
      await engine.desk.copies.settled()
      expect(readdirSync(copies)).toContain(made.file)
      good(await engine.call('ledger.create', { place: { path: join(folder, '示例.ledger') }, region: '', bureau: '示例局', pack: '' }))
      good(await engine.call('ledger.backUp', {}))
      await engine.desk.copies.settled()
      expect(readdirSync(copies).filter((name) => name.endsWith('.ledger'))).toHaveLength(1)
    })
    const blocked = join(folder, 'file')
    writeFileSync(blocked, '')
    await under({ backupFolder: join(blocked, 'below') }, async ({ engine }) => {
      good(await engine.call('backup.now', {}))
      await engine.desk.copies.settled()
      expect(good(await engine.call('app.state', {})).notices.map((notice) => notice.kind)).toContain('copy-failed')
    })
  })

  it('a backup is made when the interval has passed and something was saved', async () => {
    let now = new Date('2027-03-10T02:30:00Z')
    await under({ backupMinutes: 30 }, async ({ engine }) => {
      good(await engine.call('app.state', {}))
      expect(good(await engine.call('backup.due', {})).made).toBeNull()
      good(await engine.call('unit.add', { name: '示例检测', uscc: '', unitSeq: '', pack: 'annual-2026' }))
      now = new Date('2027-03-10T02:50:00Z')
      expect(good(await engine.call('backup.due', {})).made).toBeNull()
      now = new Date('2027-03-10T03:05:00Z')
      expect(good(await engine.call('backup.due', {})).made).not.toBeNull()
      expect(good(await engine.call('backup.list', {}))[0]).toMatchObject({ reason: 'forced', verified: true })
      expect(good(await engine.call('backup.due', {})).made).toBeNull()
    }, { now: () => now })
  })

  it('a data folder that was moved without its work file says where the former one is', async () => {
    const before = join(folder, 'before')
    mkdirSync(before)
    writeFileSync(join(before, '检报数据.jianbao'), 'x')
    await under({}, async ({ engine }) => {
      expect(good(await engine.call('app.state', {})).notices.find((notice) => notice.kind === 'data-elsewhere')?.params['before']).toBe(before)
      expect(existsSync(join(before, '检报数据.jianbao'))).toBe(true)
    }, { formerDataDir: before })
  })
})
