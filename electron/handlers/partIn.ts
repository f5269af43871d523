import { fitsPack } from '../../core/part/fits.ts'
import type { PartBody } from '../../core/part/file.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { readPart, type ReadPart } from '../partFile.ts'
import type { Desk } from './desk.ts'

/** A part file of a kind that is whole and belongs to a pack that is here, to the letter. */
export function partIn(desk: Desk, path: string, kind: PartBody['kind']): Result<ReadPart> {
  const read = readPart(path)
  if (!read.ok) return read
  const { body } = read.value
  if (body.kind !== kind) return no(problem(body.kind === 'given' ? 'part-given' : 'part-returned', { to: body.to, by: body.by }))
  const loaded = desk.packs.get(body.pack.id)
  if (!loaded.ok) return loaded
  const { pack, digest } = loaded.value
  if (digest !== body.pack.digest || pack.year !== body.year) return no(problem('part-pack', { found: `${body.pack.id} ${body.pack.version}`, here: `${pack.id} ${pack.version}` }))
  return fitsPack(pack, body) ? ok(read.value) : no(problem('part-damaged', { path }))
}
