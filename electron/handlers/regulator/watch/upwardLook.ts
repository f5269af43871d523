import { createHash } from 'node:crypto'
import { formatAmount, normaliseTyped, readScaled } from '../../../../core/amount.ts'
import type { Answer, Request } from '../../../../core/contract.ts'
import type { UpwardLook } from '../../../../core/contract/regulator/watch.ts'
import { derive } from '../../../../core/filing/derive.ts'
import { lookup } from '../../../../core/pack/lookup.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { problem } from '../../../../core/problem.ts'
import { changedFields, type RegisterEntry } from '../../../../core/register/unit.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { filingOf, payloadSchema, signedMessage, type Payload } from '../../../../core/submission/payload.ts'
import { problemSentence } from '../../../../core/text/problems.ts'
import { reconciledItems, type UpwardManifest, type UpwardSubmission, type UpwardUnit } from '../../../../core/upward/file.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { regionsOf } from '../../../ledger/regions.ts'
import { signersOf } from '../../../ledger/store/knownSigner.ts'
import { registerUnit } from '../../../ledger/store/registerUnit.ts'
import { heldDigests } from '../../../ledger/store/upwardFile.ts'
import type { Proven } from '../../../reader/examine.ts'
import { isSigned } from '../../../signature.ts'
import { readUpward } from '../../../upward/read.ts'
import type { Desk } from '../../desk.ts'

/** Looks into an upward file: whole and signed, who, what of it is new here, and whether counts and sums come out again. */
export async function upwardLook(desk: Desk, args: Request<'upward.look'>): Promise<Result<Answer<'upward.look'>>> {
  const ledger = await desk.ledger()
  return ledger.ok ? lookInto(desk, ledger.value, args.path) : ledger
}

/** A submission of the file whose own digest and signature hold; null when they do not. */
export function provenIn(record: UpwardSubmission): Proven | null {
  const digest = createHash('sha256').update(record.payload).digest('hex')
  if (!isSigned(record.publicKey, signedMessage(digest), record.signature)) return null
  try {
    const payload = payloadSchema.parse(JSON.parse(record.payload))
    return payload.signer.public_key === record.publicKey ? { payload, text: record.payload, digest, signature: record.signature } : null
  } catch { return null }
}

/** The entry of the register that a line of the file stands for. */
export const entryIn = ({ k: _k, ...entry }: UpwardUnit): RegisterEntry => entry

interface Tally { register: number; registerNew: number; registerDiffers: number; submissions: number; adjustments: number; unsound: number; outside: number; fresh: number; same: number; newer: number; older: number; conflicts: number; readonly sums: Map<string, bigint> }

/** Reads the file through and says what taking it in would do; nothing changes. */
export async function lookInto(desk: Desk, ledger: Ledger, path: string): Promise<Result<UpwardLook>> {
  const tally: Tally = { register: 0, registerNew: 0, registerDiffers: 0, submissions: 0, adjustments: 0, unsound: 0, outside: 0, fresh: 0, same: 0, newer: 0, older: 0, conflicts: 0, sums: new Map() }
  const loaded = desk.packs.get(ledger.info.pack)
  if (!loaded.ok) return loaded
  const { pack } = loaded.value
  const read = await readUpward(path, async (record) => {
    if (record.k === 'adjustment') tally.adjustments++
    else if (record.k === 'register') await countUnit(ledger, tally, entryIn(record))
    else await countSubmission(ledger, { tally, pack }, record)
  })
  if (!read.ok) return read
  const { manifest, digest, signer } = read.value
  const fits = fitsHere(desk, ledger, { manifest, path })
  return ok({
    path, digest, signer, trust: await trustOf(ledger, manifest, signer), bureau: manifest.bureau, region: manifest.region, regionName: regionsOf(desk.packs, manifest.pack).full(manifest.region),
    pack: manifest.pack, year: manifest.year, at: manifest.at, ...countsOf(tally), totals: totalsOf(manifest, { tally, pack }), problem: fits.ok ? odd(tally) : problemSentence(fits.problem),
  })
}

const countsOf = ({ sums: _sums, unsound: _unsound, outside: _outside, ...counts }: Tally): Omit<Tally, 'sums' | 'unsound' | 'outside'> => counts

/** What is wrong with single submissions: they are left out. */
const odd = ({ unsound, outside }: Tally): string | null =>
  [unsound > 0 ? `${unsound} 份报送件的签名不对，不会收` : '', outside > 0 ? `${outside} 份不在上报单位的地区，会单列` : ''].filter((words) => words !== '').join('；') || null

/** Whether the file may be taken in here at all: the pack in use and a region inside this one. */
export function fitsHere(desk: Desk, { info }: Ledger, { manifest, path }: { readonly manifest: UpwardManifest; readonly path: string }): Result<null> {
  const name = (code: string): string => regionsOf(desk.packs, info.pack).full(code)
  if (manifest.pack !== info.pack) return no(problem('upward-pack', { found: manifest.pack, here: info.pack, path }))
  return manifest.region.startsWith(info.region) ? ok(null) : no(problem('upward-region', { found: name(manifest.region), here: name(info.region), path }))
}

async function countUnit({ sql }: Ledger, tally: Tally, entry: RegisterEntry): Promise<void> {
  tally.register++
  const here = await registerUnit(sql, entry.unit)
  if (!here) tally.registerNew++
  else if (changedFields(here, entry).length > 0) tally.registerDiffers++
}

async function countSubmission({ sql, info }: Ledger, { tally, pack }: { readonly tally: Tally; readonly pack: Pack }, record: UpwardSubmission): Promise<void> {
  tally.submissions++
  const proven = provenIn(record)
  if (!proven) { tally.unsound++; return }
  const { payload, digest } = proven
  if (!(payload.values['biz_region'] ?? '').startsWith(info.region)) tally.outside++
  addSums(tally.sums, pack, payload)
  const held = await heldDigests(sql, payload.unit_id, payload.survey_year)
  const newest = held.reduce((most, one) => Math.max(most, one.submit_no), 0)
  if (held.some((one) => one.digest === digest)) tally.same++
  else if (held.some((one) => one.submit_no === payload.submit_no)) tally.conflicts++
  else if (held.length === 0) tally.fresh++
  else if (payload.submit_no > newest) tally.newer++
  else tally.older++
}

/** Adds a submission's figures, computed items computed again. */
function addSums(sums: Map<string, bigint>, pack: Pack, payload: Payload): void {
  const index = lookup(pack)
  const data = filingOf(payload)
  const computed = derive(pack, data)
  for (const item of reconciledItems) {
    const entry = index.item(item)
    const text = entry?.computed ? computed[item] : data.values[item]
    const value = entry && text ? readScaled(normaliseTyped(text), entry.decimals) : null
    if (value !== null) sums.set(item, (sums.get(item) ?? 0n) + BigInt(value))
  }
}

function totalsOf(manifest: UpwardManifest, { tally, pack }: { readonly tally: Tally; readonly pack: Pack }): UpwardLook['totals'] {
  const count = (name: string, claimed: number, computed: number): UpwardLook['totals'][number] => ({ name, claimed: String(claimed), computed: String(computed), agrees: claimed === computed })
  const { counts } = manifest
  return [
    count('名录', counts.register, tally.register), count('报送件', counts.submissions, tally.submissions), count('补录和调整', counts.adjustments, tally.adjustments),
    ...manifest.totals.map(({ item, value }) => {
      const computed = formatAmount(tally.sums.get(item) ?? 0n, lookup(pack).item(item)?.decimals ?? 0)
      return { name: lookup(pack).item(item)?.item.name ?? item, claimed: value, computed, agrees: value === computed }
    }),
  ]
}

/** A bureau's key is known by the region it writes for. */
export const bureauOf = (region: string): string => `bureau:${region}`
async function trustOf({ sql, info }: Ledger, { region }: UpwardManifest, signer: string): Promise<UpwardLook['trust']> {
  if (info.signer === signer) return 'known'
  const known = await signersOf(sql, bureauOf(region))
  const at = known.findIndex((one) => one.signer === signer)
  if (at >= 0) return at === 0 || known[at]?.confirmed_at ? 'known' : 'changed'
  return known.length === 0 ? 'first-seen' : 'changed'
}
