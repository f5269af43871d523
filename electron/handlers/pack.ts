import type { Answer, Request } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Desk } from './desk.ts'

/** A pack of the shelf, whether or not anything was ever filled under it. */
export function packOpen(desk: Desk, args: Request<'pack.open'>): Result<Answer<'pack.open'>> {
  const pack = desk.packs.get(args.pack)
  return pack.ok ? ok(pack.value.pack) : pack
}
