import { randomBytes } from 'node:crypto'
import type { Answer, Request, UnitSummary } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { addChange } from '../db/change.ts'
import { addFiling, filingsOf } from '../db/filing.ts'
import { addUnit, setUnitToday, unitByCode, unitById } from '../db/unit.ts'
import { putValue } from '../db/value.ts'
import { found, handOf, type Desk } from './desk.ts'
import { unitView } from './view.ts'

/** Adds a unit and starts its first filing with the name and code filled in. */
export function unitAdd(desk: Desk, args: Request<'unit.add'>): Result<Answer<'unit.add'>> {
  const store = desk.store()
  if (!store.ok) return store
  const loaded = desk.packs.get(args.pack)
  if (!loaded.ok) return loaded
  const uscc = args.uscc.trim().toUpperCase()
  const unitSeq = args.unitSeq.trim() === '' ? '00' : args.unitSeq.trim()
  const name = args.name.trim() === '' ? args.name : args.name.trim()
  if (uscc !== '' && unitByCode(store.value.read, uscc, unitSeq)) return no(problem('unit-exists', { unit: `${uscc}-${unitSeq}` }))
  const at = desk.host.now().toISOString()
  return ok(store.value.write(db => {
    const unit = addUnit(db, { uid: randomBytes(8).toString('hex'), name, uscc, unitSeq }, at)
    const filing = addFiling(db, { unit, pack: args.pack, year: loaded.value.pack.year }, at)
    for (const [item, text] of [['org_name', name], ['uscc', uscc], ['unit_seq', unitSeq]] as const) putValue(db, { filing, item, row: 0, text, scaled: null })
    return { unit, filing }
  }))
}

/** Starts another year of a unit with its name and code, or gives the one that is there. What last year carries over is only proposed. */
export function filingStart(desk: Desk, args: Request<'filing.start'>): Result<Answer<'filing.start'>> {
  const store = desk.store()
  if (!store.ok) return store
  const unit = found(unitById(store.value.read, args.unit), '填报单位')
  if (!unit.ok) return unit
  const loaded = desk.packs.get(args.pack)
  if (!loaded.ok) return loaded
  const year = loaded.value.pack.year
  const there = filingsOf(store.value.read, args.unit).find(f => f.year === year)
  if (there) return ok({ filing: there.id })
  const { name, uscc, unit_seq } = unit.value
  const hand = handOf(desk, store.value.read)
  return ok(store.value.write(db => {
    const filing = addFiling(db, { unit: args.unit, pack: args.pack, year }, hand.at)
    for (const [item, text] of Object.entries({ org_name: name, uscc, unit_seq })) {
      if (text === '') continue
      putValue(db, { filing, item, row: 0, text, scaled: null })
      addChange(db, hand, { filing, kind: 'cell', item, row: null, rowKey: null, old: '', now: text, reason: '新建年度' })
    }
    return { filing }
  }))
}

/** Sets the 业务日期 of a unit; every filing of it is audited again under that date. */
export function unitToday(desk: Desk, args: Request<'unit.today'>): Result<UnitSummary> {
  const store = desk.store()
  if (!store.ok) return store
  const unit = found(unitById(store.value.read, args.unit), '填报单位')
  if (!unit.ok) return unit
  store.value.write(db => setUnitToday(db, args.unit, args.today))
  desk.filings.clear()
  return unitView(desk, store.value.read, args.unit)
}
