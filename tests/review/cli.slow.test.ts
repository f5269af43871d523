import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { nothingGiven, type Command, type Given, type Status } from '../../electron/cli/output.ts'
import { review } from '../../electron/cli/review.ts'
import { slip } from '../../electron/cli/reviewReturn.ts'
import { Bureau } from '../support/bureau.ts'
import { Clerk } from '../support/desk.ts'
import { describeLedger } from '../support/ledger.ts'

const LONG = 60_000
const unit = '91330114MAY0A1K2XU-00'
let clerk: Clerk
let [first, second] = ['', '']

beforeAll(async () => {
  clerk = new Clerk()
  const sealed = await clerk.sealsTwice()
  first = sealed[0]
  second = sealed[1]
}, LONG)
afterAll(() => { clerk.leaves() })

interface Said { readonly status: Status; readonly answers: readonly Record<string, unknown>[]; readonly words: string }

describeLedger('review by the command line', make => {
  const folders: string[] = []
  afterEach(() => {
    vi.unstubAllEnvs()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  /** A ledger with what was sent, left by its bureau, and a way to give commands on it. */
  async function ledgerWith(...files: string[]): Promise<{ readonly out: string; readonly run: (command: Command, given: Partial<Given>) => Promise<Said> }> {
    const out = mkdtempSync(join(tmpdir(), 'jianbao-cli-'))
    folders.push(out)
    vi.stubEnv('JIANBAO_DATA_DIR', join(out, 'data'))
    const place = await make.place()
    const bureau = new Bureau()
    await bureau.makesLedger(place)
    await bureau.expects(unit)
    for (const file of files) await bureau.takes(file)
    bureau.leaves()
    const ledger = 'path' in place ? place.path : place.postgres
    const run = async (command: Command, given: Partial<Given>): Promise<Said> => {
      const answers: Record<string, unknown>[] = []
      const words: string[] = []
      const status = await command({ ...nothingGiven, ledger, by: '周敏', ...given }, { answer: data => { answers.push(data as Record<string, unknown>) }, say: text => { words.push(text) } })
      return { status, answers, words: words.join('\n') }
    }
    return { out, run }
  }

  test('listed, returned with queries by key and by number, the slip written again byte for byte', async () => {
    const { out, run } = await ledgerWith(first)
    expect(await run(review, { files: ['list'] })).toMatchObject({ status: 0, answers: [{ unit, state: 'in_review', submitNo: 1 }] })
    const back = { files: ['return', unit], reason: '请核对', due: '2027-03-25', out: join(out, 'a') }
    expect(await run(review, { ...back, query: ['staff_female: 请核对', 'dom_rpt@99: 没有这一行'] })).toMatchObject({ status: 2, answers: [], words: expect.stringContaining('dom_rpt@99') })
    expect((await run(review, { files: ['list'] })).answers).toMatchObject([{ queries: { draft: 0 } }])
    const returned = await run(review, { ...back, query: ['103.02：女性人数请核对', 'rev_testing: 请说明', ': 请补盖章'] })
    expect(returned).toMatchObject({ status: 0, answers: [{ unit, state: 'returned', queries: 3 }] })
    expect(await run(slip, { files: [unit], out: join(out, 'b') })).toMatchObject({ status: 0 })
    const [name = ''] = readdirSync(join(out, 'a'))
    expect(readFileSync(join(out, 'b', name))).toEqual(readFileSync(join(out, 'a', name)))
    expect(await clerk.asks('verify.files', { paths: [join(out, 'a', name)] })).toMatchObject([{ verdict: 'foreign' }])
    expect((await run(review, { files: ['accept', unit] })).status).toBe(2)
  }, LONG)

  test('the newest is accepted by name or with all that is clean, once', async () => {
    const { out, run } = await ledgerWith(first, second)
    const done = await run(review, { files: ['accept'], clean: true, out: join(out, 'receipts') })
    expect(done).toMatchObject({ status: 0, answers: [{ unit, submitNo: 2, state: 'accepted' }] })
    expect(readdirSync(join(out, 'receipts'))).toHaveLength(1)
    expect(await run(review, { files: ['accept', unit, 'nobody-00'] })).toMatchObject({ status: 2, answers: [{ unit, state: null }, { unit: 'nobody-00', state: null }] })
    expect((await run(review, { files: ['accept'], clean: true })).answers).toEqual([])
  }, LONG)

  test('wrong use is told', async () => {
    const { run } = await ledgerWith()
    for (const given of [{ files: [] }, { files: ['accept'] }, { files: ['return', unit] }, { files: ['sing'] }]) expect((await run(review, given)).status).toBe(64)
    expect((await run(slip, { files: [unit] })).status).toBe(64)
    expect((await run(slip, { files: [unit], out: '/nowhere' })).status).toBe(2)
  }, LONG)
})
