import { stateOf, type Judged } from '../../core/intake/state.ts'
import type { SubmissionState } from '../../core/contract/regulator/intake.ts'
import { beijing } from '../clock.ts'
import type { PackShelf } from '../packs.ts'
import type { ReadSubmission } from '../reader/messages.ts'
import type { LedgerInfo } from './ledger.ts'
import { linkAnswers } from './linkAnswers.ts'
import type { Sql, SqlWriter } from './sql.ts'
import { addFindings } from './store/finding.ts'
import { ensureItemIds, type ItemIds } from './store/itemKey.ts'
import { addSubmission, expected, fillSubmission, heldOf, moveAll, setAside, type SetAside } from './store/submission.ts'
import { addValues } from './store/value.ts'

/** Under what a submission is taken in; `ids` remembers the items' numbers between submissions. */
export interface TakeContext {
  readonly shelf: PackShelf
  readonly info: Pick<LedgerInfo, 'region' | 'year'>
  readonly hand: { readonly name: string; readonly at: string }
  readonly handFiled?: boolean
  /** The upward file it came in, if it did. */
  readonly via?: string | null
  readonly ids: Map<string, ItemIds>
}
/** What became of it; `submission` is the held one where the content was there before. */
export interface Taken { readonly submission: number; readonly state: SubmissionState; readonly other: number | null }

/** Stores a submission under the state it gets (D9), all of it or nothing; never accepts and overwrites nothing. */
export async function takeIn(sql: SqlWriter, read: ReadSubmission, context: TakeContext): Promise<Taken> {
  const { hand, info } = context
  const unit = await expected(sql, read.unitId)
  const held = await heldOf(sql, read.unitId, read.year)
  const judged = stateOf({ ...read, registered: unit !== undefined, ledger: info, held })
  const moves = { at: hand.at, by: hand.name }
  if (judged.state === 'duplicate' && judged.other !== null) {
    const same = held.find((one) => one.id === judged.other)
    if (same?.state === 'unknown_pack' && read.packKnown) await fill(sql, same.id, read, context)
    await moveAll(sql, judged.moves, moves)
    if (judged.moves.some((one) => one.id === judged.other && one.state === 'in_review')) await linked(sql, context, { ...read, submission: judged.other, pack: read.pack.id })
    return { submission: judged.other, state: 'duplicate', other: judged.other }
  }
  const late = beijing(new Date(hand.at)).slice(0, 10) > (unit?.deadline ?? deadlineOf(context.shelf, read.pack.id))
  const submission = await addSubmission(sql, read, { state: judged.state, handFiled: context.handFiled ?? false, late, via: context.via ?? null, ...moves })
  await fill(sql, submission, read, context)
  await moveAll(sql, judged.moves, moves)
  if (judged.state === 'in_review') await linked(sql, context, { ...read, submission, pack: read.pack.id })
  return { submission, state: judged.state, other: judged.other }
}

/** Links what came into review to the queries it answers. */
async function linked(sql: SqlWriter, { shelf, hand }: Pick<TakeContext, 'shelf' | 'hand'>, of: { readonly submission: number; readonly unitId: string; readonly year: number; readonly pack: string }): Promise<void> {
  const loaded = shelf.get(of.pack)
  if (loaded.ok) await linkAnswers(sql, loaded.value.pack, { submission: of.submission, unit: of.unitId, year: of.year, at: hand.at })
}

async function fill(sql: SqlWriter, submission: number, read: ReadSubmission, { shelf, ids }: TakeContext): Promise<void> {
  const loaded = read.packKnown ? shelf.forSealed(read.pack) : null
  if (!loaded?.ok) return
  await addValues(sql, submission, read.values, await numbered(sql, loaded.value.pack, ids))
  await addFindings(sql, submission, read.findings)
  await fillSubmission(sql, submission, read)
}

/** Numbers given in this very transaction are not remembered: it may be rolled back. */
async function numbered(sql: SqlWriter, pack: Parameters<typeof ensureItemIds>[1], kept: Map<string, ItemIds>): Promise<ItemIds> {
  const name = `${pack.id}@${pack.version}`
  const known = kept.get(name)
  if (known) return known
  const { ids, fresh } = await ensureItemIds(sql, pack)
  if (!fresh) kept.set(name, ids)
  return ids
}

const deadlineOf = (shelf: PackShelf, pack: string): string => shelf.summaries().find((one) => one.id === pack)?.deadline ?? '9999-12-31'

/** Looks again at submissions set aside for their year, region or unit, after the register, the region or the year in use changed; gives how many moved. */
export async function lookAgain(sql: SqlWriter, context: Pick<TakeContext, 'info' | 'hand' | 'shelf'>): Promise<number> {
  let moved = 0
  if (context.info.year === 0) return moved
  for (const one of await setAside(sql)) {
    const judged = await judgedNow(sql, one, context)
    if (judged.moves.length === 0) continue
    await moveAll(sql, judged.moves, { at: context.hand.at, by: context.hand.name })
    if (judged.moves.some((move) => move.id === one.id && move.state === 'in_review')) await linked(sql, context, { submission: one.id, unitId: one.unit_id, year: one.year, pack: one.pack })
    moved += 1
  }
  return moved
}

async function judgedNow(sql: Sql, one: SetAside, { info }: Pick<TakeContext, 'info'>): Promise<Judged> {
  return stateOf({
    digest: one.digest, submitNo: one.submit_no, packKnown: true, year: one.year, region: one.region, ledger: info,
    registered: (await expected(sql, one.unit_id)) !== undefined, held: await heldOf(sql, one.unit_id, one.year),
  })
}
