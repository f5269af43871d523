import { randomBytes } from 'node:crypto'
import type { Answer, Request } from '../../core/contract.ts'
import { answersOf, type PartAnswers, type PartBody } from '../../core/part/file.ts'
import { givenId } from '../../core/part/rows.ts'
import { remarksOf } from '../../core/part/remarks.ts'
import { contextOf, sliceOf } from '../../core/part/slice.ts'
import type { PartSeen } from '../../core/contract/parting.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { dropPart, partsOf, putPart, type PartRow } from '../db/part.ts'
import type { UnitRow } from '../db/unit.ts'
import { hasKey, type UnitKey } from '../keys.ts'
import { digestOf, writePart } from '../partFile.ts'
import type { Editable } from './commitEdits.ts'
import { handOf, type Desk } from './desk.ts'
import { editable } from './filing.ts'
import { openFiling } from './openFiling.ts'
import { keyFolder, keyName, keyOf } from './signer.ts'
import { isSamePath } from '../samePath.ts'

/** The parts of a filing, given and opened, oldest first. */
export function partLook(desk: Desk, args: Request<'part.look'>): Result<readonly PartSeen[]> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const store = desk.store()
  return store.ok ? ok(partsOf(store.value.read, args.filing).map(seen)) : store
}

const seen = ({ side, body, at }: PartRow): PartSeen => ({ part: body.part, side, forms: body.forms, person: side === 'out' ? body.to : body.from, to: body.to, note: body.note, at })

/** Writes chosen forms for somebody else to fill, and keeps what was given. */
export function partExport(desk: Desk, args: Request<'part.export'>): Result<Answer<'part.export'>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { filing, store } = at.value
  const { pack, digest } = filing.loaded
  const forms = [...new Set(args.forms)]
  const stray = forms.find(form => form !== 'signoff' && !pack.forms.some(f => f.no === form))
  if (stray !== undefined) return no(problem('part-form', { form: stray }))
  const key = keyIfAny(desk, filing.unit)
  if (!key.ok) return key
  const base = answersOf(sliceOf(pack, forms, filing.data), { remarks: remarksOf(pack, forms, filing) })
  const hand = handOf(desk, store.read)
  const { uid, name, uscc, unit_seq: unitSeq } = filing.unit
  const body: PartBody = {
    kind: 'given', part: randomBytes(8).toString('hex'), unit: { uid, name, uscc, unitSeq }, pack: { id: pack.id, version: pack.version, digest }, year: filing.filing.year,
    forms, from: hand.userName, to: args.to.trim(), note: args.note, by: hand.userName, at: hand.at, base, baseDigest: digestOf(base), now: null, today: filing.loaded.pack.sample ? filing.unit.today : null, context: contextOf(pack, forms, filing.data),
  }
  const written = writeFor(at.value, args.path, { body, key: key.value })
  if (!written.ok) return written
  store.write(db => putPart(db, { filing: args.filing, side: 'out', body, names: {}, at: hand.at }))
  return ok({ path: written.value, cells: cellsOf(base), signer: key.value?.signer ?? null })
}

/** Writes an opened part back to whoever gave it. */
export function partReturn(desk: Desk, args: Request<'part.return'>): Result<Answer<'part.return'>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { filing, store } = at.value
  const part = partsOf(store.read, args.filing).findLast(p => p.side === 'in' && (args.part === undefined || p.body.part === args.part))
  if (!part) return no(problem('part-none'))
  const key = keyIfAny(desk, filing.unit)
  if (!key.ok) return key
  const hand = handOf(desk, store.read)
  const { pack } = filing.loaded
  const { forms, base } = part.body
  const now = answersOf(sliceOf(pack, forms, filing.data), { idOf: givenId(part.names), ...(base.remarks ? { remarks: remarksOf(pack, forms, filing) } : {}) })
  const body: PartBody = { ...part.body, kind: 'returned', context: {}, by: hand.userName, at: hand.at, now }
  const written = writeFor(at.value, args.path, { body, key: key.value })
  return written.ok ? ok({ path: written.value, cells: cellsOf(now) }) : written
}

/** No longer takes the filing for a part of somebody's. */
export function partForget(desk: Desk, args: Request<'part.forget'>): Result<readonly PartSeen[]> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  at.value.store.write(db => dropPart(db, args.filing, args.part))
  desk.filings.delete(args.filing)
  return partLook(desk, args)
}

const cellsOf = (answers: PartAnswers): number => Object.keys(answers.values).length + Object.values(answers.tables).flat().reduce((n, row) => n + Object.keys(row.cells).length, 0)

function writeFor({ store }: Editable, path: string, what: { readonly body: PartBody; readonly key: UnitKey | null }): Result<string> {
  if (isSamePath(path, store.path)) return no(problem('workfile-same', { path }))
  return writePart(path, what.body, what.key)
}

/** The unit's key where there is one already; none is made for a part. */
function keyIfAny(desk: Desk, unit: UnitRow): Result<UnitKey | null> {
  const there = desk.host.keyFor !== undefined || desk.which() === 'samples' || hasKey(keyFolder(desk), keyName(unit))
  return there ? keyOf(desk, unit) : ok(null)
}
