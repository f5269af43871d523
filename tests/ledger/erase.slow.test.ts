import { afterAll, beforeAll, expect, it } from 'vitest'
import { personalItems } from '../../core/submission/personal.ts'
import { payloadText } from '../../electron/ledger/store/submissionPayload.ts'
import { Bureau } from '../support/bureau.ts'
import { Clerk, sampleYear } from '../support/desk.ts'
import { describeLedger } from '../support/ledger.ts'

const unit = '91330114MAY0A1K2XU-00'
const clerk = new Clerk()
let file = ''
let words: readonly string[] = []

beforeAll(async () => {
  await clerk.fillsTwoYears()
  const { values } = sampleYear('enterprise', 2026)
  words = personalItems.map(item => String(values[item] ?? '')).filter(word => word !== '')
  file = (await clerk.seals()).xlsx
}, 60_000)
afterAll(() => clerk.leaves())

describeLedger('erasing personal fields', make => {
  it('names and numbers of people are gone from everything kept of a submission; digest and signature stay as they were given', async () => {
    const bureau = new Bureau()
    await bureau.makesLedger(await make.place())
    await bureau.expects(unit)
    const { submission } = await bureau.takes(file)
    const { sql } = await bureau.ledger()
    const everything = async (): Promise<string> => JSON.stringify([(await payloadText(sql, submission))?.text, await sql.all('select * from value where submission = ?', [submission]), await sql.all('select * from finding where submission = ?', [submission])])
    const held = () => sql.get('select s.digest, s.receipt, s.signer, p.signature, p.public_key from submission s join submission_payload p on p.submission = s.id where s.id = ?', [submission])
    const [before, sealed] = [await everything(), await held()]
    expect(words.length).toBeGreaterThan(5)
    expect(words.filter(word => !before.includes(word))).toEqual([])
    const preview = await bureau.asks('ledger.erase', { before: '2027-03-19', reason: '保存期满', preview: true })
    expect(preview).toEqual({ submissions: 1, fields: personalItems })
    expect(await everything() === before).toBe(true)
    expect((await bureau.asks('ledger.erase', { before: '2027-03-18', reason: '保存期满', preview: false })).submissions).toBe(0)
    await bureau.asks('ledger.erase', { before: '2027-03-19', reason: '保存期满', preview: false })
    const after = await everything()
    expect(words.filter(word => after.includes(word))).toEqual([])
    expect(await held()).toEqual(sealed)
    expect((await payloadText(sql, submission))?.erased).toBe('2027-03-18T02:30:00.000Z')
    expect(JSON.parse((await payloadText(sql, submission))?.text ?? '{}')).toMatchObject({ unit_id: unit, values: { org_name: expect.any(String) } })
    const { lines } = await bureau.asks('ledger.record', { unit, offset: 0, limit: 10 })
    expect(lines[0]).toMatchObject({ kind: 'erase', reason: '保存期满', what: '清除个人信息：2027-03-19 以前' })
    expect((await bureau.asks('ledger.erase', { before: '2027-03-19', reason: '再来', preview: false })).submissions).toBe(0)
    expect((await bureau.opens(submission)).line.unit).toBe(unit)
    bureau.leaves()
  }, 60_000)
})
