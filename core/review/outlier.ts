import { formatAmount, parseAmount } from '../amount.ts'
import type { Outlier } from '../contract/regulator/review.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { compareFractions, distance, fraction, median, minus, plus, rounded, type Fraction } from './fraction.ts'
import type { Ratios, RatioSpec } from './ratio.ts'

/** A unit as its class sees it: size class, main domain, and its figures as scaled whole numbers by item. */
export interface Member { readonly id: number; readonly size: string; readonly domain: string; readonly figures: ReadonlyMap<string, bigint> }
/** What is usual in a class: the middle, and how far from it half of the units lie at most. */
export interface Usual { readonly middle: Fraction; readonly spread: Fraction; readonly units: number }

/** Items the ratios of a pack need. */
export const ratioItems = (ratios: Ratios): readonly string[] => [...new Set(ratios.list.flatMap((spec) => [spec.of, spec.by]))]

/** Units whose ratios leave the usual range of their class (median and MAD), by id. */
export function outliersOf(pack: Pack, members: readonly Member[]): ReadonlyMap<number, readonly Outlier[]> {
  const found = new Map<number, Outlier[]>()
  for (const spec of pack.ratios.list) {
    const quotients = members.flatMap((member) => {
      const quotient = ratioOf(pack, spec, member.figures)
      return quotient === null ? [] : [{ member, quotient }]
    })
    const usual = usualBy(pack.ratios, quotients)
    for (const { member, quotient } of quotients) {
      const own = usual(member)
      if (own && isOut(pack.ratios, quotient, own.usual)) found.set(member.id, [...(found.get(member.id) ?? []), outlierOf(pack, spec, { ...own, member, quotient })])
    }
  }
  return found
}

/** A unit's ratio; null where a figure is missing or there is nothing to divide by. */
export function ratioOf(pack: Pack, spec: RatioSpec, figures: Member['figures']): Fraction | null {
  const [of, by] = [figures.get(spec.of), figures.get(spec.by)]
  if (of === undefined || by === undefined || by <= 0n) return null
  const decimals = (item: string): bigint => 10n ** BigInt(lookup(pack).item(item)?.decimals ?? 0)
  return fraction(of * decimals(spec.by) * BigInt(spec.times), by * decimals(spec.of))
}

/** Whether 0.6745 · distance ÷ MAD exceeds the limit; where half of a class agree to the digit nothing is said. */
export function isOut(ratios: Ratios, quotient: Fraction, { middle, spread }: Usual): boolean {
  if (spread.of === 0n) return false
  const away = distance(quotient, middle)
  const limit = parseAmount(ratios.limit, 2) ?? 0n
  return away.of * 6745n * 100n * spread.by > limit * 10000n * spread.of * away.by
}

/** Median and median distance from it. */
export function usualOf(quotients: readonly Fraction[]): Usual {
  const middle = median(quotients)
  return { middle, spread: median(quotients.map((one) => distance(one, middle))), units: quotients.length }
}

type Placed = { readonly member: Member; readonly quotient: Fraction }
type Class = { readonly usual: Usual; readonly domain: string | null }

/** The class of a unit: its size and main domain, or its size alone where those are too few. */
function usualBy(ratios: Ratios, placed: readonly Placed[]): (member: Member) => Class | null {
  const groups = new Map<string, Fraction[]>()
  const add = (name: string, quotient: Fraction): void => { const list = groups.get(name); if (list) list.push(quotient); else groups.set(name, [quotient]) }
  for (const { member, quotient } of placed) {
    add(`${member.size}|${member.domain}`, quotient)
    add(member.size, quotient)
  }
  const known = new Map([...groups].filter(([, list]) => list.length >= ratios.fewest).map(([name, list]) => [name, usualOf(list)]))
  return (member) => {
    if (member.size === '') return null
    const close = member.domain === '' ? undefined : known.get(`${member.size}|${member.domain}`)
    if (close) return { usual: close, domain: member.domain }
    const wide = known.get(member.size)
    return wide ? { usual: wide, domain: null } : null
  }
}

function outlierOf(pack: Pack, spec: RatioSpec, at: Class & Placed): Outlier {
  const show = (value: Fraction): string => formatAmount(rounded(value, spec.decimals), spec.decimals, { grouped: true })
  const { usual, domain, member, quotient } = at
  const [low, high] = rangeOf(pack.ratios, usual)
  const kind = className(pack, member.size, domain)
  const unit = spec.unit === '' ? '' : ` ${spec.unit}`
  return {
    item: spec.of, ratio: spec.key, name: spec.name, value: show(quotient), median: show(usual.middle), class: kind, units: usual.units,
    sentence: `${spec.name} ${show(quotient)}${unit}，${kind} ${usual.units} 家的中位数是 ${show(usual.middle)}，常见范围 ${show(low)} 至 ${show(high)}。`,
  }
}

/** The usual range; figures that are never below zero have none below it either. */
function rangeOf(ratios: Ratios, { middle, spread }: Usual): readonly [Fraction, Fraction] {
  const width = fraction(spread.of * (parseAmount(ratios.limit, 2) ?? 0n) * 100n, spread.by * 6745n)
  const low = minus(middle, width)
  const nothing = fraction(0n, 1n)
  return [compareFractions(low, nothing) < 0 && middle.of >= 0n ? nothing : low, plus(middle, width)]
}

function className(pack: Pack, size: string, domain: string | null): string {
  const index = lookup(pack)
  const sizeName = index.item(pack.ratios.size)?.codes?.get(size) ?? size
  const domainName = domain === null ? null : (index.item(pack.ratios.main.code)?.codes?.get(domain) ?? domain)
  return domainName === null ? sizeName : `${sizeName}、主营${domainName}`
}
