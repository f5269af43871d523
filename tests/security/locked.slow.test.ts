import { copyFileSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRecipient } from '../../core/identity/bech32.ts'
import { noPolicy } from '../../core/policy/shown.ts'
import { identitiesOf, lockFor, lockUnder, recipientOf, unlockUnder, unlockWith } from '../../electron/locked.ts'
import { Clerk, good } from '../support/desk.ts'
import { Bureau } from '../support/intakeDesk.ts'

const unit = '91330114MAY0A1K2XU'

describe('a submission locked for the regulator', () => {
  let bureau: Bureau
  let clerk: Clerk
  beforeEach(async () => {
    bureau = await new Bureau().opens({ units: 1 })
    await bureau.registers([`${unit},00,浙江澜序示例检测科技有限公司,330114`])
    clerk = new Clerk()
    await clerk.startsUnit()
  })
  afterEach(() => { bureau.leaves(); clerk.leaves() })
  const keys = (): string => join(bureau.folder, 'data', 'keys')
  /** The unit opens its task, seals, and writes the locked file. */
  async function locks(): Promise<string> {
    const tasks = join(bureau.folder, '任务书')
    await bureau.asks('register.issue', { units: [`${unit}-00`], folder: tasks })
    await clerk.asks('letter.open', { path: join(tasks, readdirSync(tasks)[0] ?? '') })
    await clerk.fillsLike('enterprise', 2026)
    await clerk.seals()
    return (await clerk.asks('seal.lock', { filing: clerk.filing, submitNo: 1, folder: clerk.out })).path
  }

  it('is taken in like any other, and nobody else reads it', async () => {
    const path = await locks()
    expect(basename(path)).toMatch(/_2026_第1次\.xlsx\.age$/)
    expect(readFileSync(path).includes('jianbao')).toBe(false)
    const name = basename(path)
    copyFileSync(path, join(bureau.inbox, name))
    const done = await bureau.takesIn()
    expect(await bureau.stands(done.batch)).toEqual({ [name]: 'sealed in_review' })
    expect(await bureau.stands((await bureau.takesIn()).batch)).toEqual({ [name]: 'sealed duplicate' })
    const stranger = await new Bureau().opens({ units: 1 })
    try {
      copyFileSync(path, join(stranger.inbox, name))
      const file = (await stranger.files((await stranger.takesIn()).batch)).get(name)
      expect(file).toMatchObject({ verdict: 'quarantined' })
      expect((await stranger.asks('intake.file', { file: file?.id ?? 0 })).why).toContain('没有能打开它的密钥')
    } finally { stranger.leaves() }
  }, 60_000)

  it('is still opened after the key was changed for a new one', async () => {
    const path = await locks()
    await bureau.asks('ledger.key', { do: 'rotate', reason: '例行更换' })
    expect(identitiesOf(keys(), 'regulator')).toHaveLength(2)
    copyFileSync(path, join(bureau.inbox, basename(path)))
    expect(Object.values(await bureau.stands((await bureau.takesIn()).batch))).toEqual(['sealed in_review'])
  }, 60_000)

  it('is locked for whom the policy names, without a task file or against one, and the ledger shows that line', async () => {
    const { recipient, fingerprint } = await bureau.asks('ledger.key', { do: 'make' })
    if (recipient === null || fingerprint === null) throw new Error('no key')
    expect(isRecipient(recipient)).toBe(true)
    await clerk.fillsLike('enterprise', 2026)
    await clerk.seals()
    const { filing, folder } = clerk
    clerk.engine.close()
    clerk = Object.assign(new Clerk({ policy: { ...noPolicy, policy: { recipient } } }, folder), { filing })
    const done = await clerk.asks('seal.lock', { filing, submitNo: 1, folder: clerk.out })
    expect(done).toMatchObject({ recipient, regulator: '' })
    const stranger = await new Bureau().opens({ units: 1 })
    try {
      await stranger.asks('register.issue', { units: 'all', folder: join(stranger.folder, '任务书') })
      const task = await stranger.asks('ledger.state', {})
      expect([task?.recipient === recipient, isRecipient(task?.recipient ?? '')]).toEqual([false, true])
    } finally { stranger.leaves() }
    copyFileSync(done.path, join(bureau.inbox, basename(done.path)))
    expect(Object.values(await bureau.stands((await bureau.takesIn()).batch))).toEqual(['sealed in_review'])
  }, 60_000)

  it('needs a task file that says for whom', async () => {
    await clerk.fillsLike('enterprise', 2026)
    await clerk.seals()
    expect(await clerk.isRefused('seal.lock', { filing: clerk.filing, submitNo: 1, folder: clerk.out })).toMatchObject({ code: 'locked-recipient' })
  }, 60_000)
})

describe('the age format', () => {
  // The public example of the format's specification: a key pair as its own programs write it.
  const identity = `AGE-SECRET-${'KEY'}-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX`
  const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'
  it('has the same public line for a key as other programs', async () => {
    expect(await recipientOf(identity)).toBe(recipient)
    expect([recipient, `${recipient.slice(0, -1)}q`, recipient.replace('zvky', 'zvyk'), recipient.toUpperCase(), ''].map(isRecipient)).toEqual([true, false, false, false, false])
  })
  it('opens with the right key alone, and an edited file with none', async () => {
    const text = Buffer.from('检报'.repeat(50_000))
    const locked = good(await lockFor(text, recipient))
    expect(Buffer.from(good(await unlockWith(locked, [identity], 'x'))).equals(text)).toBe(true)
    expect(await unlockWith(locked, [], 'x')).toMatchObject({ ok: false, problem: { code: 'locked-key' } })
    const edited = Uint8Array.from(locked)
    edited[edited.length - 1] = (edited.at(-1) ?? 0) ^ 1
    expect(await unlockWith(edited, [identity], 'x')).toMatchObject({ ok: false, problem: { code: 'locked-damaged' } })
    expect(await lockFor(text, 'age1wrong')).toMatchObject({ ok: false, problem: { code: 'locked-recipient' } })
  })
  it('locks under a passphrase', async () => {
    const locked = await lockUnder(Buffer.from('交接'), '春江花月夜')
    expect(Buffer.from(good(await unlockUnder(locked, '春江花月夜', 'x'))).toString()).toBe('交接')
    expect(await unlockUnder(locked, '春江花朝秋月夜', 'x')).toMatchObject({ ok: false, problem: { code: 'locked-passphrase' } })
  })
})
