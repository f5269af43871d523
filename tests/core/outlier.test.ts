import { expect, test } from 'vitest'
import { lookup } from '../../core/pack/lookup.ts'
import { outliersOf, ratioOf, type Member } from '../../core/review/outlier.ts'
import { seedPack } from '../support/pack.ts'

const pack = seedPack('annual-2026')

/** Unhurried arithmetic: everything over one common denominator. */
function slowOutliers(members: readonly Member[], ratio: string): Set<number> {
  const spec = pack.ratios.list.find((one) => one.key === ratio)
  if (!spec) throw new Error(ratio)
  const scale = (item: string): bigint => 10n ** BigInt(lookup(pack).item(item)?.decimals ?? 0)
  const has = members.filter((m) => m.figures.has(spec.of) && (m.figures.get(spec.by) ?? 0n) > 0n)
  const whole = has.reduce((product, m) => product * (m.figures.get(spec.by) ?? 1n), 1n)
  const value = (m: Member): bigint => (m.figures.get(spec.of) ?? 0n) * scale(spec.by) * BigInt(spec.times) * (whole / (m.figures.get(spec.by) ?? 1n)) * 4n
  const middleOf = (list: readonly bigint[]): bigint => {
    // The value that as many lie below as above, found by counting; of two, half way.
    const at = (rank: number): bigint => list.find((v) => list.filter((w) => w < v).length <= rank && list.filter((w) => w <= v).length > rank) ?? 0n
    return (at(Math.ceil(list.length / 2) - 1) + at(Math.floor(list.length / 2))) / 2n
  }
  const limit = BigInt(Math.round(Number(pack.ratios.limit) * 100))
  const out = new Set<number>()
  for (const m of has) {
    const close = has.filter((o) => o.size === m.size && o.domain === m.domain)
    const wide = has.filter((o) => o.size === m.size)
    const kind = m.domain !== '' && close.length >= pack.ratios.fewest ? close : wide
    if (m.size === '' || kind.length < pack.ratios.fewest) continue
    const middle = middleOf(kind.map(value))
    const away = (o: Member): bigint => { const d = value(o) - middle; return d < 0n ? -d : d }
    const spread = middleOf(kind.map(away))
    if (spread > 0n && away(m) * 674500n > limit * 10000n * spread) out.add(m.id)
  }
  return out
}

/** A small generator with a seed, so that a failure can be looked at again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * sides)
  }
}

function someUnits(seed: number): Member[] {
  const roll = dice(seed)
  const items = [...new Set(pack.ratios.list.flatMap((spec) => [spec.of, spec.by]))]
  return Array.from({ length: 12 + roll(30) }, (_, at) => ({
    id: at + 1, size: ['1', '3', '3', '3', ''][roll(5)] ?? '', domain: ['01', '01', '02', ''][roll(4)] ?? '',
    figures: new Map(items.filter(() => roll(12) > 0).map((item) => [item, BigInt(roll(40) * (roll(15) === 0 ? 5000 : 7))] as const)),
  }))
}

test('the quick outliers are the slow ones, on 60 random ledgers', () => {
  let out = 0
  for (let seed = 1; seed <= 60; seed++) {
    const members = someUnits(seed)
    const quick = outliersOf(pack, members)
    for (const { key } of pack.ratios.list) {
      const slow = slowOutliers(members, key)
      out += slow.size
      expect([...quick].filter(([, list]) => list.some((one) => one.ratio === key)).map(([id]) => id).sort((a, b) => a - b), `seed ${seed} ${key}`).toEqual([...slow].sort((a, b) => a - b))
    }
  }
  expect(out).toBeGreaterThan(100)
})

const unit = (id: number, rev: bigint, staff: bigint, domain = '01'): Member => ({ id, size: '3', domain, figures: new Map([['rev_total', rev], ['staff_avg', staff]]) })
const nine = [3000, 3100, 3150, 3200, 3250, 3300, 3400, 3450, 3500].map((rev, at) => unit(at + 1, BigInt(rev * 10), 10n))

test('a unit far from its class is named with the class and what is usual there', () => {
  const [one] = outliersOf(pack, [...nine, unit(10, 1_000_000n, 10n)]).get(10) ?? []
  expect(one).toMatchObject({ ratio: 'rev_staff', item: 'rev_total', value: '1,000.00', median: '32.75', units: 10 })
  expect(one?.sentence).toMatch(/^人均营业收入 1,000\.00 万元，小型、主营.+ 10 家的中位数是 32\.75，常见范围 \d+\.\d\d 至 \d+\.\d\d。$/)
})

test('a class of too few units says nothing, and one domain falls back to the size class', () => {
  expect(outliersOf(pack, [...nine.slice(0, 4), unit(10, 1_000_000n, 10n)]).size).toBe(0)
  const [one] = outliersOf(pack, [...nine, unit(10, 1_000_000n, 10n, '09')]).get(10) ?? []
  expect(one?.class).toBe('小型')
})

test('nobody to divide by: no ratio; all the same: nobody stands out', () => {
  const spec = pack.ratios.list[0]
  if (!spec) throw new Error('no ratio')
  expect(ratioOf(pack, spec, new Map([['rev_total', 5n], ['staff_avg', 0n]]))).toBeNull()
  expect(outliersOf(pack, [...Array.from({ length: 9 }, (_, at) => unit(at + 1, 3000n, 10n)), unit(10, 99_000n, 10n)]).size).toBe(0)
})
