import { readFileSync } from 'node:fs'
import type { Answer, Request } from '../../core/contract.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { carriedPrior } from '../../core/filing/prior.ts'
import { lookup } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { filingOf } from '../../core/submission/payload.ts'
import { choosePrior, forgetPrior, priorChoice, putPrior } from '../db/prior.ts'
import type { Sealed } from '../excel/sealedContent.ts'
import { fileProblem } from '../files.ts'
import { commitEdits, type Editable } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { editable } from './filing.ts'
import { openFiling } from './openFiling.ts'
import { aboutOf } from './ownPrior.ts'
import { priorSources } from './priorYear.ts'
import { typed } from './putCell.ts'
import { lastYearText } from './putLastYear.ts'
import { readSubmission } from './readSubmission.ts'
import { unitIdOf } from './sealCheck.ts'
import { verifyBytes } from './verify.ts'

/** The sources of last year's figures and the one in use. */
export function priorLook(desk: Desk, filing: number): Result<Answer<'prior.look'>> {
  const open = openFiling(desk, filing)
  if (!open.ok) return open
  const store = desk.store()
  if (!store.ok) return store
  const db = store.value.read
  const found = priorSources(desk, db, open.value.filing, open.value.loaded)
  const chosen = priorChoice(db, filing) ?? 'own'
  const use = found.some(source => source.kind === chosen) || chosen === 'typed' ? chosen : 'none'
  return ok({
    use, lost: found.find(source => source.kind === use)?.about.lost ?? [],
    sources: found.map(({ kind, prior, about, at }) => ({
      kind, origin: prior.origin, year: prior.year, unitId: about.unitId ?? null, name: about.name ?? null, submitNo: about.submitNo ?? null, at, cells: cellsIn(prior.data),
    })),
  })
}

const cellsIn = (data: FilingData): number => Object.keys(data.values).length + Object.values(data.tables).flat().reduce((sum, row) => sum + Object.keys(row.cells).length, 0)

/** Reads last year's sealed workbook and turns to it; refused when it is not intact, of another year, or of another unit that was not meant. */
export async function priorRead(desk: Desk, args: Request<'prior.read'>): Promise<Result<Answer<'prior.read'>>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  let bytes: Uint8Array
  try { bytes = new Uint8Array(readFileSync(args.path)) } catch (error) { return no(fileProblem(error, args.path)) }
  const verification = await verifyBytes(desk, bytes, args.path)
  const sealed = readSubmission(bytes)
  if (!sealed.ok) return no(sealed.problem.code.startsWith('payload-') ? problem('prior-unsealed') : sealed.problem)
  const taken = take(desk, at.value, sealed.value, args.otherUnit === true)
  if (!taken.ok) return taken
  const look = priorLook(desk, args.filing)
  return look.ok ? ok({ verification, sameUnit: taken.value, look: look.value }) : look
}

function take(desk: Desk, { filing, store }: Editable, { payload, digest }: Sealed, otherUnit: boolean): Result<boolean> {
  const wanted = filing.filing.year - 1
  if (payload.survey_year !== wanted) return no(problem('prior-other-year', { year: payload.survey_year, wanted }))
  const sameUnit = payload.unit_id === unitIdOf(filing)
  if (!sameUnit && !otherUnit) return no(problem('prior-other-unit', { name: payload.org_name, unit: payload.unit_id }))
  const from = desk.packs.get(payload.pack.id)
  if (!from.ok) return from
  const { prior, lost } = carriedPrior(from.value.pack, filing.loaded.pack, filingOf(payload), `workbook:${digest}`)
  store.write(db => {
    putPrior(db, filing.filing.id, { kind: 'workbook', ...prior, about: aboutOf(payload, lost), at: desk.host.now().toISOString() })
    choosePrior(db, filing.filing.id, 'workbook')
  })
  desk.filings.delete(filing.filing.id)
  return ok(sameUnit)
}

/** Turns to a source that has figures, to the typed sheet even while it is empty, or to none. */
export function priorUse(desk: Desk, args: Request<'prior.use'>): Result<Answer<'prior.look'>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { filing, store } = at.value
  const there = priorSources(desk, store.read, filing.filing, filing.loaded).some(source => source.kind === args.kind)
  if (!there && args.kind !== 'none' && args.kind !== 'typed') return no(problem('prior-none'))
  store.write(db => choosePrior(db, args.filing, args.kind))
  desk.filings.delete(args.filing)
  return priorLook(desk, args.filing)
}

/** Types one cell of the last-year sheet as a step of its own; refused while another source is in use. */
export function priorType(desk: Desk, args: Request<'prior.type'>): Result<Answer<'prior.look'>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { filing, store } = at.value
  const entry = lookup(filing.loaded.pack).item(args.item)
  if (!entry || (entry.table === null) !== (args.row === null)) return no(problem('filing-unknown-key', { item: args.item }))
  if (filing.prior && filing.prior.origin !== 'typed') return no(problem('prior-not-typed'))
  const old = lastYearText(store.read, args.filing, { table: entry.table?.key ?? null, ...args })
  const now = typed(args.text)
  if (priorChoice(store.read, args.filing) !== 'typed') store.write(db => choosePrior(db, args.filing, 'typed'))
  if (now !== old) commitEdits(desk, at.value, [{ kind: 'last', table: entry.table?.key ?? null, item: args.item, row: args.row, old, now }], { label: 'typed', reason: '上年数' })
  desk.filings.delete(args.filing)
  return priorLook(desk, args.filing)
}

/** Takes a given source away. */
export function priorForget(desk: Desk, args: Request<'prior.forget'>): Result<Answer<'prior.look'>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  at.value.store.write(db => forgetPrior(db, args.filing, args.kind))
  desk.filings.delete(args.filing)
  return priorLook(desk, args.filing)
}
