import type { Pack } from '../pack/schema.ts'
import type { Dice } from './dice.ts'
import type { Profile } from './profile.ts'

/** The figures of one year that everything else follows from; money in cents of a 万元. */
export interface Figures {
  readonly core: number
  readonly ext: number
  readonly oth: number
  readonly total: number
  readonly staff: number
  readonly avg: number
  readonly tech: number
  readonly hnte: boolean
  readonly rd: number
  readonly eqDom: number
  readonly eqImp: number
  readonly eqBig: number
  readonly valDom: number
  readonly valImp: number
  readonly valBig: number
  readonly rows: readonly DomainRow[]
  readonly reports: number
  readonly municipality: boolean
}
export interface DomainRow { readonly code: string; readonly rev: number; readonly rpt: number; readonly staff: number; readonly theme: string }

/** Cents as the text of an amount. */
export const money = (cents: number): string => (cents / 100).toFixed(2)

/** A year's figures of a unit: its size, the year's trend and luck. */
export function figuresOf(pack: Pack, who: Profile, dice: Dice): Figures {
  const growth = 1.045 ** (pack.year - 2026) * (1 + dice.normal() * 0.06)
  const core = Math.round(who.revenue * Math.max(0.75, growth) * 100)
  const ext = who.form === '10' && dice.chance(0.08) ? Math.round(core * dice.between(0.01, 0.06)) : 0
  const oth = dice.chance(0.25) ? Math.round(core * dice.between(0.002, 0.02)) : 0
  const staff = Math.max(3, Math.round(who.staff * (1 + dice.normal() * 0.03)))
  const tech = Math.max(2, Math.round(staff * dice.between(0.62, 0.78)))
  const total = core + ext + oth
  const hnte = who.form === '10' && total > 15000 && dice.chance(who.large ? 0.45 : 0.16)
  const rows = rowsOf(pack, who, { core, tech, dice })
  return {
    core, ext, oth, total, staff, avg: Math.max(2, staff - dice.int(-1, 2)), tech, hnte, rows, ...equipment(who, staff, dice),
    rd: hnte ? Math.round(total * dice.between(0.032, 0.09)) : who.form === '10' && dice.chance(0.2) ? Math.round(total * dice.between(0.004, 0.03)) : 0,
    reports: rows.reduce((sum, r) => sum + r.rpt, 0), municipality: /^(11|12|31|50)/.test(who.region),
  }
}

/** Revenue, reports and technicians by field; the first has the most. */
function rowsOf(pack: Pack, who: Profile, of: { readonly core: number; readonly tech: number; readonly dice: Dice }): readonly DomainRow[] {
  const { core, tech, dice } = of
  const count = Math.min(who.domains.length, tech)
  const weights = Array.from({ length: count }, (_, i) => (i === 0 ? 1.6 : dice.between(0.3, 0.9)))
  const all = weights.reduce((a, b) => a + b, 0)
  const share = (whole: number): readonly number[] => {
    const parts = weights.map(w => Math.floor((whole * w) / all))
    return parts.map((p, i) => (i === 0 ? p + whole - parts.reduce((a, b) => a + b, 0) : p))
  }
  const [revs, people] = [share(core), share(tech)]
  return who.domains.slice(0, count).map((code, i) => {
    const rev = revs[i] ?? 0
    const price = code === '08' ? dice.between(85, 240) : Math.exp(dice.between(Math.log(260), Math.log(3200)))
    return { code, rev, rpt: rev === 0 ? dice.int(300, 1200) : Math.max(1, Math.min(tech * 9000, Math.round((rev * 100) / price))), staff: people[i] ?? 0, theme: pack.themeDefault[code] ?? '90' }
  })
}

/** Pieces and book value, home-made and imported, and those of 50万元 and more among them. */
function equipment(who: Profile, staff: number, dice: Dice): Pick<Figures, 'eqDom' | 'eqImp' | 'eqBig' | 'valDom' | 'valImp' | 'valBig'> {
  const count = Math.max(4, Math.round(staff * dice.between(4, 9)))
  const eqImp = who.large || dice.chance(0.5) ? Math.round(count * dice.between(0.04, 0.12)) : 0
  const eqDom = count - eqImp
  const valDom = Math.round(eqDom * dice.skewed(3.4, 0.35) * 100)
  const valImp = Math.round(eqImp * Math.min(45, dice.skewed(19, 0.35)) * 100)
  const most = Math.floor((valDom + valImp) / 100 / 110)
  const eqBig = Math.min(Math.round(count * dice.between(0.004, 0.025)), most)
  return { eqDom, eqImp, eqBig, valDom, valImp, valBig: eqBig * Math.round(dice.between(55, 105) * 100) }
}
