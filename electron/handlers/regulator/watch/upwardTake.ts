import type { Answer, Request } from '../../../../core/contract.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { adjustmentMessage } from '../../../../core/review/adjustment.ts'
import type { UpwardAdjustment, UpwardManifest, UpwardRecord, UpwardSubmission, UpwardUnit } from '../../../../core/upward/file.ts'
import { fingerprint } from '../../../keys.ts'
import { needs, type Ledger, type LedgerHand } from '../../../ledger/ledger.ts'
import type { SqlWriter } from '../../../ledger/sql.ts'
import { addAdjustment, adjustmentRows } from '../../../ledger/store/adjustment.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import type { ItemIds } from '../../../ledger/store/itemKey.ts'
import { meetSigner } from '../../../ledger/store/knownSigner.ts'
import { registerUnit, writeRegister } from '../../../ledger/store/registerUnit.ts'
import { reviewedRow } from '../../../ledger/store/reviewed.ts'
import { noteUpward } from '../../../ledger/store/upwardFile.ts'
import { takeIn, type TakeContext } from '../../../ledger/takeIn.ts'
import { examined } from '../../../reader/examine.ts'
import { isSigned } from '../../../signature.ts'
import { readUpward } from '../../../upward/read.ts'
import type { Desk } from '../../desk.ts'
import { acceptInto } from '../review/decide.ts'
import { bureauOf, entryIn, fitsHere, lookInto, provenIn } from './upwardLook.ts'

const GROUP = 50
interface Taking { readonly desk: Desk; readonly ledger: Ledger; readonly hand: LedgerHand; readonly context: TakeContext; readonly from: UpwardManifest; readonly reason: string }

/** Takes an upward file in that was looked at before: new units, submissions as the sender accepted them, adjustments. What is held already stays; conflicts are listed and never replace anything. */
export async function upwardTake(desk: Desk, args: Request<'upward.take'>): Promise<Result<Answer<'upward.take'>>> {
  const at = await desk.ledger()
  if (!at.ok) return at
  const ledger = at.value
  const refused = needs(ledger, 'issuer')
  if (refused) return no(refused)
  const proved = await readUpward(args.path, () => undefined)
  if (!proved.ok) return proved
  if (proved.value.digest !== args.digest) return no(problem('upward-changed', { path: args.path }))
  const fits = fitsHere(desk, ledger, { manifest: proved.value.manifest, path: args.path })
  if (!fits.ok) return fits
  const taken = await takeAll({ desk, ledger, path: args.path, from: proved.value, reason: args.reason })
  return taken.ok ? lookInto(desk, ledger, args.path) : taken
}

async function takeAll({ desk, ledger, path, from, reason }: { readonly desk: Desk; readonly ledger: Ledger; readonly path: string; readonly from: { readonly manifest: UpwardManifest; readonly digest: string; readonly signer: string }; readonly reason: string }): Promise<Result<null>> {
  const hand = ledger.hand()
  const { manifest, digest, signer } = from
  const taking: Taking = { desk, ledger, hand, from: manifest, reason: reason === '' ? `${manifest.bureau}上报` : reason, context: { shelf: desk.packs, info: ledger.info, hand, via: digest, ids: new Map<string, ItemIds>() } }
  let group: UpwardRecord[] = []
  const flush = async (): Promise<void> => {
    const list = group
    group = []
    if (list.length > 0) await ledger.sql.write(async (sql) => { for (const record of list) await takeOne(sql, record, taking) })
  }
  const read = await readUpward(path, async (record) => {
    group.push(record)
    if (group.length >= GROUP) await flush()
  })
  if (!read.ok) return read
  await flush()
  await ledger.sql.write(async (sql) => {
    await meetSigner(sql, bureauOf(manifest.region), signer, hand.at)
    await noteUpward(sql, { direction: 'in', digest, bureau: manifest.bureau, region: manifest.region, signer, at: hand.at, by_name: hand.name, summary: JSON.stringify({ counts: manifest.counts, totals: manifest.totals }) })
    await addDecision(sql, { submission: null, unit_id: null, year: manifest.year, kind: 'upward', by_name: hand.name, at: hand.at, reason: taking.reason, detail: JSON.stringify({ bureau: manifest.bureau, region: manifest.region, digest, counts: manifest.counts }) })
  })
  return ok(null)
}

function takeOne(sql: SqlWriter, record: UpwardRecord, taking: Taking): Promise<void> {
  switch (record.k) {
    case 'register': return takeUnit(sql, record, taking)
    case 'submission': return takeSubmission(sql, record, taking)
    case 'adjustment': return takeAdjustment(sql, record, taking)
  }
}

/** A unit that is not here yet comes in; one that is stays as it is here. */
async function takeUnit(sql: SqlWriter, record: UpwardUnit, { hand, reason }: Taking): Promise<void> {
  const now = entryIn(record)
  if (await registerUnit(sql, now.unit)) return
  await writeRegister(sql, [{ old: null, now }], () => [], { at: hand.at, by: hand.name, effective: hand.at.slice(0, 10), reason })
}

/** Computed and audited again from the raw values; accepted only where nothing stands against it here. */
async function takeSubmission(sql: SqlWriter, record: UpwardSubmission, taking: Taking): Promise<void> {
  const proven = provenIn(record)
  if (!proven) return
  const { context, hand, from, reason } = taking
  const read = examined(context.shelf, proven, { verdict: record.verdict, changed: 0 })
  if (record.handFiled === false) await meetSigner(sql, read.unitId, read.signer, hand.at)
  const taken = await takeIn(sql, read, { ...context, handFiled: record.handFiled })
  if (taken.state !== 'in_review') return
  const row = await reviewedRow(sql, taken.submission)
  if (row) await acceptInto(sql, { row, hand }, { kind: 'accept', reason: `${reason}；${from.bureau} ${record.acceptedBy} ${record.acceptedAt.slice(0, 10)} 已接收` })
}

/** An adjustment keeps its signature; one that is here already, or is not signed, is left out. */
async function takeAdjustment(sql: SqlWriter, a: UpwardAdjustment, _taking: Taking): Promise<void> {
  const signed = { unit_id: a.unit, year: a.year, item: a.item, row_no: a.row, txt: a.text, old: a.old, imputed: a.imputed ? 1 : 0, reason: a.reason, by_name: a.by, at: a.at }
  if (!isSigned(a.publicKey, adjustmentMessage(signed), a.signature)) return
  if ((await adjustmentRows(sql, a.unit)).some((row) => row.signature === a.signature)) return
  await addAdjustment(sql, { ...signed, num: a.num, signer: fingerprint(Buffer.from(a.publicKey, 'hex')), public_key: a.publicKey, signature: a.signature })
}
