import Database from 'better-sqlite3'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Prior } from '../../core/filing/filing.ts'
import { Clerk, good } from '../support/desk.ts'

const shipped = resolve(import.meta.dirname, '../../seeds')
let clerk: Clerk
let before: number
beforeEach(async () => {
  clerk = new Clerk()
  await clerk.startsUnit('annual-2025')
  before = clerk.filing
  await clerk.fillsLike('enterprise', 2025)
  await clerk.seals()
  await clerk.startsYear('annual-2026')
})
afterEach(() => { clerk.leaves() })

/** Last year's figures and what is told of them, as a start shows them, and the packs that it loaded. */
async function afterStart(): Promise<{ readonly prior: Prior | null; readonly look: unknown; readonly packs: readonly string[] }> {
  clerk.restarts()
  const get = vi.spyOn(clerk.engine.desk.packs, 'get')
  const { prior } = await clerk.sees()
  const look = await clerk.asks('prior.look', { filing: clerk.filing })
  return { prior, look, packs: [...new Set(get.mock.calls.map(([id]) => id))].sort() }
}

function inFile(sql: string): void {
  clerk.engine.close()
  const db = new Database(join(clerk.folder, 'data', '检报数据.jianbao'))
  db.exec(sql)
  db.close()
}

/** What is kept must be what is made afresh; gives it. */
async function isRight(): Promise<Prior | null> {
  const kept = await afterStart()
  inFile('delete from carried')
  const afresh = await afterStart()
  expect({ ...kept, packs: [] }).toEqual({ ...afresh, packs: [] })
  return afresh.prior
}

const both = ['annual-2025', 'annual-2026']

describe('last year’s figures, kept for the next start', () => {
  it('need last year’s pack once, and are what it gives', async () => {
    await clerk.sees()
    expect((await afterStart()).packs).toEqual(['annual-2026'])
    inFile('delete from carried')
    expect((await afterStart()).packs).toEqual(both)
    expect((await isRight())?.data.values.rev_total).toBeDefined()
  })

  it('follow a second submission, the bin and what is typed this year', async () => {
    const { filing } = clerk
    const first = (await isRight())?.data.values.staff_female
    clerk.filing = before
    await clerk.reopens('补报')
    await clerk.types('staff_female', '1')
    await clerk.types('staff_female', String(Number(first) - 1))
    await clerk.seals()
    clerk.filing = filing
    expect((await isRight())?.data.values.staff_female).toBe(String(Number(first) - 1))
    await clerk.types('tel', '0571-88880000')
    expect((await afterStart()).packs).toEqual(['annual-2026'])
    await clerk.asks('filing.delete', { filing: before, reason: '重复' })
    expect(await isRight()).toBeNull()
    await clerk.asks('bin.restore', { what: 'filing', filing: before })
    expect((await isRight())?.data.values.staff_female).toBe(String(Number(first) - 1))
  })

  it('are made again when a file of a pack changes, and told of a policy that takes last year’s pack away', async () => {
    const seedsDir = join(clerk.folder, 'seeds')
    cpSync(shipped, seedsDir, { recursive: true })
    clerk.engine.close()
    clerk = new Clerk({ seedsDir }, clerk.folder)
    clerk.filing = before + 1
    expect((await isRight())?.data.values.plat_join).toBeDefined()
    const carry = join(seedsDir, 'packs', 'annual-2026', 'carry.json')
    const [rule] = JSON.parse(readFileSync(carry, 'utf8')) as { renamed: unknown[]; dropped: unknown[] }[]
    writeFileSync(carry, JSON.stringify([{ ...rule, renamed: [], dropped: [...(rule?.dropped ?? []), { old: 'plat_link', note: '本年不再调查' }] }]))
    expect((await isRight())?.data.values.plat_join).toBeUndefined()
    clerk.engine.close()
    clerk = new Clerk({ seedsDir, policy: { policy: { packs: ['annual-2026'] } } as never }, clerk.folder)
    clerk.filing = before + 1
    expect((await clerk.sees()).prior).toBeNull()
  })

  it('are made again where what is kept cannot be read', async () => {
    const right = await isRight()
    inFile(`update carried set prior = '{"kind":"own","prior":{"origin":"own","year":2025,"data":{"values":{"rev_total":7}}}}'`)
    expect((await afterStart()).prior).toEqual(right)
    expect((await afterStart()).packs).toEqual(['annual-2026'])
  })

  it('are noted in no journal, also when they are kept amid a step', async () => {
    const store = good(clerk.engine.desk.store())
    const heard: unknown[] = []
    store.listen(runs => heard.push(...runs.map(([sql]) => sql)))
    store.write(db => {
      db.run('update unit set note = ?', '一')
      store.keep(write => { write.run('update carried set stamp = ?', 'x') })
      db.run('update unit set note = ?', '二')
    })
    expect(heard).toEqual(['update unit set note = ?', 'update unit set note = ?'])
  })
})
