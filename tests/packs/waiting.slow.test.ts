import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadPack } from '../../core/pack/load.ts'
import { noPolicy } from '../../core/policy/shown.ts'
import { sha256 } from '../../electron/packs.ts'
import { good } from '../support/desk.ts'
import { Bureau } from '../support/intakeDesk.ts'
import { describeLedger } from '../support/ledger.ts'
import { issuerKey, newerVersion, packFileOf } from '../support/packFiles.ts'

const policy = { ...noPolicy, policy: { packKeys: [Buffer.from(issuerKey().publicKey).toString('base64')] } }
const newer = good(loadPack(newerVersion(), 'annual-2026', sha256))

describeLedger('submissions under a newer pack', (make) => {
  let bureau: Bureau
  beforeEach(async () => { bureau = await new Bureau(await make.place(), { policy }).opens() })
  afterEach(() => { bureau.leaves() })

  it('wait for it, and are read again once it is there', async () => {
    bureau.gets('新.xlsx', { n: 1, twist: (input) => ({ ...input, pack: newer }) })
    bureau.gets('旧.xlsx', { n: 2 })
    const done = await bureau.takesIn()
    expect(await bureau.stands(done.batch)).toEqual({ '新.xlsx': 'sealed unknown_pack', '旧.xlsx': 'sealed in_review' })
    const path = join(bureau.folder, '任务包.jbpack')
    writeFileSync(path, packFileOf(newerVersion()))
    const seen = await bureau.asks('pack.look', { path })
    expect(seen).toMatchObject({ waiting: 1, refused: null })
    expect((await bureau.asks('pack.take', { path, digest: seen.digest })).woken).toBe(1)
    expect(await bureau.stands(done.batch)).toEqual({ '新.xlsx': 'sealed in_review', '旧.xlsx': 'sealed in_review' })
    const line = (await bureau.files(done.batch)).get('新.xlsx')
    const view = await bureau.asks('review.open', { submission: line?.submission ?? 0 })
    expect(view.line).toMatchObject({ verdict: 'sealed', state: 'in_review' })
    bureau.gets('再来.xlsx', { n: 3, twist: (input) => ({ ...input, pack: newer }) })
    const more = await bureau.takesIn(join(bureau.inbox, '再来.xlsx'))
    expect(await bureau.stands(more.batch)).toEqual({ '再来.xlsx': 'sealed in_review' })
  }, 60_000)
})
