import type { z } from 'zod'
import { parseList, type Reading } from './reading.ts'
import { packSchema, type Pack } from './schema.ts'

/** The long lists that packs of all years name instead of holding them. */
export type Lists = Pick<Pack, 'regions' | 'industries'>
/** Which files a pack names for them. */
export interface ListFiles { readonly regions: readonly string[]; readonly industries: readonly string[] }

const listsSchema = packSchema.pick({ regions: true, industries: true })
const MOST = 8
const checked = new Map<string, Lists>()

/** The lists of a pack, read and checked; the same bytes are checked once, and the packs that name them share what they hold. */
export function listsOf(files: Reading, names: ListFiles): z.ZodSafeParseResult<Lists> {
  const key = [names.regions, names.industries].map((paths) => paths.map(files.sum).join(' ')).join('|')
  const known = checked.get(key)
  if (known) return { success: true, data: known }
  const all = (paths: readonly string[]): unknown => paths.flatMap((path) => parseList(files, path))
  const parsed = listsSchema.safeParse({ regions: all(names.regions), industries: all(names.industries) })
  if (parsed.success) remember(key, parsed.data)
  return parsed
}

function remember(key: string, lists: Lists): void {
  const [oldest] = checked.keys()
  if (checked.size >= MOST && oldest !== undefined) checked.delete(oldest)
  checked.set(key, lists)
}
