import type { Pack } from '../../core/pack/schema.ts'
import type { PackShelf } from '../packs.ts'

/** The regions a ledger speaks of, by code. */
export interface Regions {
  /** The name without those above it: 沙坪坝区. */
  readonly name: (code: string) => string
  /** The whole name of leading digits: 重庆市 沙坪坝区; 全国 for none. */
  readonly full: (digits: string) => string
  readonly list: Pack['regions']
}

/** The regions of a pack, or of the newest one while a ledger has none. */
export function regionsOf(packs: PackShelf, pack: string): Regions {
  const id = pack === '' ? packs.summaries().toSorted((a, b) => b.year - a.year)[0]?.id : pack
  const loaded = id === undefined ? null : packs.get(id)
  return loaded?.ok ? regionsIn(loaded.value.pack) : { name: code => code, full: digits => digits, list: [] }
}

const made = new WeakMap<Pack, Regions>()

/** The regions of a pack. */
export function regionsIn(pack: Pack): Regions {
  const known = made.get(pack)
  if (known) return known
  const names = new Map(pack.regions.map(([code, name]) => [code, name]))
  const full = (digits: string): string => (digits === '' ? '全国' : (names.get(digits.padEnd(6, '0')) ?? digits))
  const regions = { full, name: (code: string) => (names.get(code) ?? code).split(' ').at(-1) ?? code, list: pack.regions }
  made.set(pack, regions)
  return regions
}
