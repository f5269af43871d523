import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeLedger } from '../support/ledger.ts'
import { Bureau } from '../support/intakeDesk.ts'

describeLedger('files that go to the level above', (make) => {
  let district: Bureau
  let city: Bureau
  let file: string

  beforeEach(async () => {
    district = new Bureau(await make.place())
    city = new Bureau(await make.place())
    await district.opens({ units: 5, region: '330114' })
    await city.opens({ units: 0, region: '3301' })
    file = join(district.folder, '上报.jbup')
    for (const n of [1, 2, 3]) district.gets(`${n}.xlsx`, { n })
    const { batch } = await district.takesIn()
    await district.accepts(...[...(await district.files(batch)).values()].map((one) => one.submission))
  }, 60_000)
  afterEach(() => { district.leaves(); city.leaves() })

  test('a district’s accepted submissions stand at the city, and counts and sums come out again', async () => {
    const sent = await district.asks('upward.pack', { path: file })
    expect(sent).toMatchObject({ submissions: 3, register: 5, same: 3, fresh: 0, problem: null })
    expect(sent.totals.every((t) => t.agrees)).toBe(true)
    const looked = await city.asks('upward.look', { path: file })
    expect(looked).toMatchObject({ bureau: '示例区市场监督管理局', trust: 'first-seen', fresh: 3, same: 0, conflicts: 0, registerNew: 5, registerDiffers: 0 })
    expect(looked.totals.find((t) => t.name === '报送件')).toEqual({ name: '报送件', claimed: '3', computed: '3', agrees: true })
    const after = await city.asks('upward.take', { path: file, digest: looked.digest, reason: '' })
    expect(after).toMatchObject({ fresh: 0, same: 3, trust: 'known' })
    expect((await city.asks('ledger.state', {}))?.counts).toMatchObject({ due: 5, received: 3, accepted: 3, missing: 2 })
    const scope = { basis: 'accepted', level: 'all', edition: 'internal', switches: {} } as const
    const [there, here] = [await city.asks('tables.make', { table: 'T01', scope }), await district.asks('tables.make', { table: 'T01', scope })]
    expect(there.rows.map((r) => r.cells[0]?.exact)).toEqual(here.rows.map((r) => r.cells[0]?.exact))
  })

  test('sending it again replaces nothing; a newer submission comes in and the older one gives way', async () => {
    const first = await district.asks('upward.pack', { path: file })
    await city.asks('upward.take', { path: file, digest: first.digest, reason: '' })
    const again = await city.asks('upward.take', { path: file, digest: first.digest, reason: '' })
    expect(again).toMatchObject({ fresh: 0, same: 3, newer: 0 })
    district.gets('1-2.xlsx', { n: 1, submitNo: 2, values: { tel: '0571-7654321' } })
    const { batch } = await district.takesIn(join(district.inbox, '1-2.xlsx'))
    await district.accepts([...(await district.files(batch)).values()][0]?.submission)
    const second = join(district.folder, '上报2.jbup')
    const sent = await district.asks('upward.pack', { path: second })
    const looked = await city.asks('upward.look', { path: second })
    expect(looked).toMatchObject({ newer: 1, same: 2, fresh: 0 })
    await city.asks('upward.take', { path: second, digest: sent.digest, reason: '' })
    expect((await city.asks('ledger.state', {}))?.counts.accepted).toBe(3)
    const { lines } = await city.asks('review.queue', { search: '', state: 'all', offset: 0, limit: 50 })
    expect(lines.filter((line) => line.unit === district.unit(1) && line.state === 'accepted').map((line) => line.submitNo)).toEqual([2])
  })

  test('the same number with other content is a conflict at the city and replaces nothing', async () => {
    await city.registers([`${district.unit(1).slice(0, 18)},00,示例检测机构1,330114`])
    city.gets('other.xlsx', { n: 1, values: { tel: '0571-0000000' } })
    const { batch } = await city.takesIn()
    await city.accepts([...(await city.files(batch)).values()][0]?.submission)
    const sent = await district.asks('upward.pack', { path: file })
    const looked = await city.asks('upward.look', { path: file })
    expect(looked).toMatchObject({ conflicts: 1, fresh: 2 })
    await city.asks('upward.take', { path: file, digest: sent.digest, reason: '' })
    const { lines } = await city.asks('review.queue', { search: '', state: 'all', offset: 0, limit: 50 })
    expect(lines.filter((line) => line.unit === district.unit(1)).map((line) => line.state).sort()).toEqual(['accepted', 'conflict'])
  })

  test('a ledger of another region or year does not take it', async () => {
    const sent = await district.asks('upward.pack', { path: file })
    const far = new Bureau(await make.place())
    await far.opens({ units: 0, region: '5001' })
    expect((await far.isRefused('upward.take', { path: file, digest: sent.digest, reason: '' })).code).toBe('upward-region')
    expect((await far.asks('upward.look', { path: file })).problem).toContain('不在本台账的地区')
    far.leaves()
  })
})

describe('an upward file that is not whole', () => {
  let bureau: Bureau
  let file: string
  let sound: Uint8Array
  beforeAll(async () => {
    bureau = new Bureau()
    await bureau.opens({ units: 2, region: '330114' })
    bureau.gets('1.xlsx', { n: 1 })
    const { batch } = await bureau.takesIn()
    await bureau.accepts([...(await bureau.files(batch)).values()][0]?.submission)
    file = join(bureau.folder, '上报.jbup')
    await bureau.asks('upward.pack', { path: file })
    sound = readFileSync(file)
  }, 60_000)
  beforeEach(() => writeFileSync(file, sound))
  afterAll(() => bureau.leaves())
  const spoil = (change: (lines: string[]) => void): void => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
    change(lines)
    writeFileSync(file, gzipSync(lines.join('\n')))
  }

  test.each<readonly [string, (lines: string[]) => void, string]>([
    ['a changed register line', (l) => { l[1] = (l[1] ?? '').replace('示例检测机构', '示例检测机关') }, 'upward-damaged'],
    ['a record taken out', (l) => { l.splice(1, 1) }, 'upward-damaged'],
    ['sums made larger', (l) => { l[l.length - 2] = (l.at(-2) ?? '').replace('"submissions":1', '"submissions":2') }, 'upward-damaged'],
    ['another signature', (l) => { l[l.length - 2] = (l.at(-2) ?? '').replace(/"signature":"../, '"signature":"AA') }, 'upward-damaged'],
    ['cut off', (l) => { l.splice(-2) }, 'upward-damaged'],
    ['something after the end', (l) => { l.splice(-1, 0, '{"k":"register"}') }, 'upward-damaged'],
    ['of a later version', (l) => { l[0] = 'jianbao-upward-2' }, 'upward-newer'],
    ['something else in gzip', (l) => { l.splice(0, l.length, 'hello', '') }, 'upward-not-file'],
  ])('%s', async (_name, change, code) => {
    spoil(change)
    expect((await bureau.isRefused('upward.look', { path: file })).code).toBe(code)
  })

  test('no gzip at all, and no file', async () => {
    writeFileSync(file, 'PK not a gzip')
    expect((await bureau.isRefused('upward.look', { path: file })).code).toBe('upward-not-file')
    expect((await bureau.isRefused('upward.look', { path: `${file}x` })).code).toBe('file-missing')
  })

  test('a file that changed after the preview is not taken', async () => {
    const { digest } = await bureau.asks('upward.look', { path: file })
    await bureau.asks('upward.pack', { path: file })
    const { digest: now } = await bureau.asks('upward.look', { path: file })
    if (now !== digest) expect((await bureau.isRefused('upward.take', { path: file, digest, reason: '' })).code).toBe('upward-changed')
    expect((await bureau.isRefused('upward.take', { path: file, digest: '0'.repeat(64), reason: '' })).code).toBe('upward-changed')
  })
})
