import type { PackLook } from '../../../core/contract/packs.ts'
import type { Request } from '../../../core/contract.ts'
import { comparePacks } from '../../../core/pack/difference.ts'
import { ok, type Result } from '../../../core/result.ts'
import { packAllowed, packTrust } from '../../packTrust.ts'
import type { Desk } from '../desk.ts'
import { draftsUnder } from './drafts.ts'
import { knownIssuers, readIncoming, standing } from './read.ts'
import { unknownOf } from './waiting.ts'

/** As many differences as anybody reads. */
const SHOWN = 500

/** Looks into a pack file and says what installing it would do. */
export async function packLook(desk: Desk, args: Request<'pack.look'>): Promise<Result<PackLook>> {
  const read = readIncoming(args.path)
  if (!read.ok) return read
  const { file, loaded } = read.value
  const { id, version, title, year, sample } = loaded.pack
  const known = knownIssuers(desk)
  const { again, refused } = standing(desk, loaded)
  const here = desk.packs.get(id)
  const differences = here.ok ? comparePacks(here.value.pack, loaded.pack) : []
  return ok({
    path: args.path, digest: file.sha256, again,
    pack: { id, version, title, year, sample, digest: loaded.digest },
    issuer: { name: file.head.issuer.name, signer: file.signer, trust: packTrust(file, desk.policy.policy, known) },
    refused: again ? null : packAllowed(file, desk.policy.policy, known) ?? refused,
    installed: desk.packs.newest(id), differences: differences.slice(0, SHOWN), differing: differences.length,
    ...(here.ok && !again && refused === null ? draftsUnder(desk, { from: here.value, to: loaded }) : { drafts: [], sealed: 0 }),
    waiting: await unknownOf(desk, id, version),
  })
}
