import type { FilingView, Request } from '../../core/contract.ts'
import { may } from '../../core/filing/state.ts'
import { problem } from '../../core/problem.ts'
import { no, type Result } from '../../core/result.ts'
import { addChange } from '../db/change.ts'
import { setState } from '../db/filing.ts'
import { handOf, type Desk } from './desk.ts'
import { openFiling } from './openFiling.ts'
import { viewOf } from './view.ts'

/** Opens a sealed filing again, with the reason on record; the next seal has the next number. */
export function sealReopen(desk: Desk, args: Request<'seal.reopen'>): Result<FilingView> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const reason = args.reason.trim()
  if ([...reason].length < 2) return no(problem('reopen-reason'))
  const state = open.value.filing.state
  if (!may(state, 'reopen')) return no(problem('not-found', { what: '已封存的填报' }))
  const hand = handOf(desk, store.value.read)
  store.value.write(db => {
    setState(db, args.filing, 'reopened')
    addChange(db, hand, { filing: args.filing, kind: 'reopen', item: '', row: null, rowKey: null, old: state, now: 'reopened', reason })
  })
  desk.filings.clear()
  return viewOf(desk, args.filing)
}
