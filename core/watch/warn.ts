import { formatAmount, parseAmount } from '../amount.ts'
import type { Warning } from '../contract/regulator/watch.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { fraction, rounded } from '../review/fraction.ts'
import type { WatchRule } from './schema.ts'

type Rule<K extends WatchRule['kind']> = Extract<WatchRule, { kind: K }>
/** A unit's figure this year and last, as scaled whole numbers; null where it is not known. */
export interface Pair { readonly unit: string; readonly name: string; readonly submission: number; readonly now: bigint | null; readonly before: bigint | null; readonly explained: string | null }
/** A certificate of a unit. */
export interface Certificate { readonly unit: string; readonly name: string; readonly submission: number; readonly number: string; readonly until: string }

interface Named { readonly name: string; readonly unit: string; readonly decimals: number }
function named(pack: Pack, key: string): Named {
  const entry = lookup(pack).item(key)
  return { name: entry?.item.name ?? key, unit: entry?.item.unit ?? '', decimals: entry?.decimals ?? 0 }
}
const show = (value: bigint, { decimals }: Named): string => formatAmount(value, decimals, { grouped: true })
const limit = (text: string, decimals: number): bigint => parseAmount(text, Math.max(2, decimals)) ?? 0n

/** Units whose figure rose by more than `up` or fell by more than `down` percent, the largest change first. */
export function jumps(pack: Pack, rule: Rule<'jump'>, pairs: readonly Pair[]): readonly Warning[] {
  const item = named(pack, rule.item)
  const least = limit(rule.least, item.decimals) / 10n ** BigInt(Math.max(2, item.decimals) - item.decimals)
  const found = pairs.flatMap((p) => {
    if (p.now === null || p.before === null || p.before <= 0n || (p.now < least && p.before < least)) return []
    const change = rounded(fraction((p.now - p.before) * 100n, p.before), 1)
    const up = change > 0n
    return (up ? change * 10n > limit(rule.up, 2) : -change * 10n > limit(rule.down, 2)) ? [{ p, change, up }] : []
  })
  found.sort((a, b) => (abs(b.change) > abs(a.change) ? 1 : abs(b.change) < abs(a.change) ? -1 : a.p.unit < b.p.unit ? -1 : 1))
  return found.map(({ p, change, up }) => warning(rule, {
    id: `${rule.id}:${p.unit}`, severity: p.explained === null ? 'high' : 'low', up, item: rule.item, ...who(p),
    title: `${p.name}　${item.name} ${up ? '+' : '−'}${formatAmount(abs(change), 1, { grouped: true })}%`,
    sentence: `${show(p.before ?? 0n, item)} → ${show(p.now ?? 0n, item)} ${item.unit}，${p.explained === null ? '还没有说明' : `已说明：${p.explained}`}`,
  }))
}

/** Whether the largest units together hold more than the limit of an item. */
export function concentration(pack: Pack, rule: Rule<'concentration'>, pairs: readonly Pair[]): readonly Warning[] {
  const item = named(pack, rule.item)
  const known = pairs.filter((p) => p.now !== null && p.now > 0n).toSorted((a, b) => ((b.now ?? 0n) > (a.now ?? 0n) ? 1 : (b.now ?? 0n) < (a.now ?? 0n) ? -1 : a.unit < b.unit ? -1 : 1))
  const all = known.reduce((sum, p) => sum + (p.now ?? 0n), 0n)
  const top = known.slice(0, rule.top)
  const held = top.reduce((sum, p) => sum + (p.now ?? 0n), 0n)
  if (known.length < rule.least || all === 0n || held * 10_000n <= limit(rule.share, 2) * all) return []
  const share = formatAmount(rounded(fraction(held * 100n, all), 1), 1)
  const names = top.map((p) => p.name).join('、')
  return [warning(rule, {
    id: rule.id, severity: 'low', up: null, item: rule.item, unit: null, name: null, submission: null,
    title: `${item.name}集中：前 ${rule.top} 家占 ${share}%`,
    sentence: `${names}合计 ${show(held, item)} ${item.unit}，占 ${known.length} 家 ${show(all, item)} ${item.unit} 的 ${share}%，超过 ${rule.share}%。`,
  })]
}

/** Certificates whose last day lies between today and so many months later, the earliest first. */
export function expiring(rule: Rule<'certificate'>, today: string, certificates: readonly Certificate[]): readonly Warning[] {
  const last = monthsLater(today, rule.months)
  return certificates.filter((c) => c.until >= today && c.until <= last).toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.number < b.number ? -1 : 1)).map((c) => warning(rule, {
    id: `${rule.id}:${c.unit}:${c.number}`, severity: c.until <= monthsLater(today, 3) ? 'high' : 'low', up: null, item: rule.until, ...who(c),
    title: `${c.name}　证书 ${c.number}`, sentence: `有效期至 ${c.until}，在 ${rule.months} 个月以内。`,
  }))
}

/** The same day so many months later, or the last of that month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1]
  const longest = m === 2 ? ((y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(date, longest)).padStart(2, '0')}`
}

const abs = (n: bigint): bigint => (n < 0n ? -n : n)
const who = ({ unit, name, submission }: { readonly unit: string; readonly name: string; readonly submission: number }): Pick<Warning, 'unit' | 'name' | 'submission'> => ({ unit, name, submission })

/** A warning of a rule. */
export const warning = (rule: WatchRule, of: Omit<Warning, 'rule' | 'kind'>): Warning => ({ rule: rule.id, kind: rule.kind, ...of })
