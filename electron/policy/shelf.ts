import type { Policy } from '../../core/policy/schema.ts'
import { problem } from '../../core/problem.ts'
import { no } from '../../core/result.ts'
import type { PackShelf } from '../packs.ts'

/** A shelf on which only the packs that a policy allows are seen. */
export function allowedShelf(shelf: PackShelf, { packs }: Policy): PackShelf {
  if (packs === undefined) return shelf
  const allows = (id: string): boolean => packs.includes(id.split('@')[0] ?? '')
  return {
    ...shelf,
    ids: () => shelf.ids().filter(allows),
    summaries: () => shelf.summaries().filter(pack => allows(pack.id)),
    get: id => (allows(id) ? shelf.get(id) : no(problem('policy-pack', { pack: id }))),
    forSealed: pack => (allows(pack.id) ? shelf.forSealed(pack) : no(problem('policy-pack', { pack: pack.id }))),
    stamp: () => `${shelf.stamp()} ${packs.join(' ')}`,
    newest: id => (allows(id) ? shelf.newest(id) : null),
  }
}
