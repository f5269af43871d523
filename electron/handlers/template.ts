import type { Answer, Request } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import { writeTemplate } from '../excel/write.ts'
import { writeOver } from '../files.ts'
import type { Desk } from './desk.ts'

/** Writes the blank fill-in template of a pack; the dialog asked before a file is replaced. */
export function templateWrite(desk: Desk, args: Request<'template.write'>): Result<Answer<'template.write'>> {
  const pack = desk.packs.get(args.pack)
  if (!pack.ok) return pack
  const written = writeOver(args.path, writeTemplate(pack.value))
  return written.ok ? ok({ path: written.value }) : written
}
