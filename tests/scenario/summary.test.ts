import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Clerk } from '../support/desk.ts'

let clerk: Clerk
beforeEach(() => { clerk = new Clerk() })
afterEach(() => clerk.leaves())

type Units = Awaited<ReturnType<typeof listed>>
const listed = async () => (await clerk.asks('app.state', {})).units

/** What the list says when nothing is kept of it. */
async function afresh(): Promise<Units> {
  clerk.engine.close()
  const db = new Database(join(clerk.folder, 'data', '检报数据.jianbao'))
  db.exec('delete from summary')
  db.close()
  clerk.restarts()
  return listed()
}

/** The list as kept, after a restart, which must say what a list made afresh says. */
async function isRight(): Promise<Units> {
  await listed()
  clerk.restarts()
  const kept = await listed()
  expect(kept).toEqual(await afresh())
  return kept
}

describe('how far the forms are, kept for the start', () => {
  it('is right after typing, rows, explanations, undo, sealing, reopening, another day and last year', async () => {
    await clerk.fillsTwoYears()
    const { filing, unit } = clerk
    const errors = (units: Units): number | undefined => units[0]?.filings[0]?.forms.find(form => form.form === '103')?.errors
    expect(errors(await isRight())).toBe(0)
    await clerk.types('staff_female', '840')
    expect(errors(await isRight())).toBe(1)
    await clerk.asks('filing.undo', { filing })
    expect(errors(await isRight())).toBe(0)
    await clerk.asks('filing.row', { op: 'add', filing, table: 'sites', after: null })
    await isRight()
    await clerk.asks('filing.undo', { filing })
    await clerk.asks('prior.use', { filing, kind: 'none' })
    await isRight()
    await clerk.asks('prior.use', { filing, kind: 'own' })
    await isRight()
    await clerk.seals()
    await isRight()
    await clerk.reopens('补报')
    await isRight()
    await clerk.explains('W047', '明细为选报，只列常用的几台，其余没有列。')
    await clerk.asks('unit.today', { unit, today: '2027-01-05' })
    await isRight()
    const before = (await listed())[0]?.filings[1]?.filing ?? 0
    await clerk.asks('filing.delete', { filing: before, reason: '重复' })
    await isRight()
    await clerk.asks('bin.restore', { what: 'filing', filing: before })
    await isRight()
  }, 120_000)
})
