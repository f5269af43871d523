import { expect, it } from 'vitest'
import { noticeSentence } from '../../core/text/notices.ts'
import { Clerk } from '../support/desk.ts'
import { Account, typeAndKill } from './typing.ts'

const kills = Number(process.env.JIANBAO_KILLS ?? 100)

it(`every value that was said to be saved is there after ${kills} kills`, { timeout: kills * 8000 }, async () => {
  const clerk = new Clerk({ now: () => new Date() })
  await clerk.startsUnit()
  clerk.engine.close()
  const account = new Account(`${kills} kills`)
  let next = 1
  for (let round = 0; round < kills; round++) {
    const early = round % 5 === 4
    const shown = await typeAndKill({ clerk, from: next, killAfter: when => (early === (when === 'start') ? Math.random() * (early ? 900 : 60) : null) })
    clerk.restarts()
    account.tells((await clerk.asks('app.state', {})).notices.map(n => noticeSentence({ ...n, params: { at: '…', count: 'n' } })))
    account.compares(shown, (await clerk.sees()).data.values)
    const history = await clerk.asks('filing.history', { filing: clerk.filing, item: null, row: null, limit: 500 })
    for (const [item, n] of shown.saved) expect(history.some(h => h.item === item && Number(h.now) >= n), `${item} in round ${round}`).toBe(true)
    next = Math.max(next, ...shown.saved.values()) + 10
    clerk.engine.close()
  }
  account.prints()
  expect(account.missing).toBe(0)
  expect(account.shown).toBeGreaterThan(kills)
  clerk.leaves()
})
