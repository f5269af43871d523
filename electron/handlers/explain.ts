import type { FilingChange, Request } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import { addChange } from '../db/change.ts'
import { explanationsOf, putExplanation } from '../db/explanation.ts'
import { touchFiling } from '../db/filing.ts'
import { handOf, type Desk } from './desk.ts'
import { editable, typed } from './filing.ts'
import { changeOf } from './view.ts'

/** Stores an explanation as typed, good enough or not: the finding says which. */
export function filingExplain(desk: Desk, args: Request<'filing.explain'>): Result<FilingChange> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { filing, store } = at.value
  const given = { rule: args.rule, row: args.row, item: args.item, text: typed(args.text) }
  const old = filing.explanations.find(e => e.rule === args.rule && e.row === args.row && e.item === args.item)?.text ?? ''
  if (given.text !== old) {
    const hand = handOf(desk, store.read)
    store.write(db => {
      putExplanation(db, args.filing, given, hand.at)
      addChange(db, hand, { filing: args.filing, kind: 'explain', item: args.rule, row: args.row, rowKey: null, old, now: given.text, reason: null })
      touchFiling(db, args.filing, hand.at)
    })
    filing.explanations = explanationsOf(store.read, args.filing)
    filing.savedAt = hand.at
    filing.auditor.explain(filing.explanations)
  }
  return ok(changeOf(filing, { values: {}, tables: [], row: null }))
}
