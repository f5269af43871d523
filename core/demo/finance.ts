import type { Dice } from './dice.ts'
import { money, type Figures } from './figures.ts'
import type { Profile } from './profile.ts'

type Texts = Record<string, string>

/** The financial form that the unit has to fill: 201-1, 201-2 or 201-3. */
export function financeOf(who: Profile, f: Figures, dice: Dice): Texts {
  return who.form === '10' ? enterprise(f, dice) : who.form === '20' ? institution(f, dice) : body(f, dice)
}

function enterprise(f: Figures, dice: Dice): Texts {
  const part = (low: number, high: number): number => Math.round(f.total * dice.between(low, high))
  const fixed = Math.round((f.valDom + f.valImp) * dice.between(1.08, 1.6)) + 800
  const accdep = Math.round(fixed * dice.between(0.3, 0.6))
  const rd = Math.round(f.rd * 0.93)
  const [cost, taxsur, sell, admin, fin, othinc, nonop] = [part(0.5, 0.64), part(0.003, 0.008), part(0.03, 0.09), part(0.1, 0.18), part(0.001, 0.006), part(0, 0.008), part(-0.003, 0.003)]
  const op = f.total - cost - taxsur - sell - admin - rd - fin + othinc
  const profit = op + nonop
  const tax = profit > 0 ? Math.round(profit * dice.between(0.05, 0.2)) : 0
  const assets = Math.round((fixed - accdep) * 1.15 + f.total * dice.between(0.6, 1.1)) + 500
  const liab = Math.round(assets * dice.between(0.2, 0.55))
  const perHead = Math.min(1500, Math.max(320, (f.total / f.avg) * 0.42))
  const vat = part(0.02, 0.05)
  const list: Record<string, number> = {
    assets, current: assets - Math.round((fixed - accdep) * 1.02), fixed, accdep, depr: Math.round(accdep * dice.between(0.1, 0.3)), liab, equity: assets - liab, capital: Math.round((assets - liab) * 0.3),
    rev: f.total, cost, taxsur, sell, admin, rd, fin, othinc, opprofit: op, nonop, profit, inctax: tax, payroll: Math.round(perHead * f.avg), vat, taxpaid: Math.round(vat * 0.9) + tax + taxsur, subsidy: dice.chance(0.3) ? part(0.001, 0.01) : 0,
  }
  return Object.fromEntries(Object.entries(list).map(([key, cents]) => [`fe_${key}`, money(cents)]))
}

function institution(f: Figures, dice: Dice): Texts {
  const fixed = Math.round((f.valDom + f.valImp) * dice.between(1.1, 1.7)) + 900
  const accdep = Math.round(fixed * dice.between(0.35, 0.6))
  const salary = Math.round(f.avg * dice.between(850, 1450))
  const [goods, depr] = [Math.round(salary * dice.between(0.2, 0.45)), Math.round(fixed * dice.between(0.05, 0.09))]
  const expense = salary + goods + depr + Math.round(salary * 0.03)
  const fiscal = Math.max(0, Math.round(expense * dice.between(0.98, 1.06)) - f.total)
  const assets = fixed - accdep + Math.round(expense * dice.between(0.2, 0.6))
  const liab = Math.round(assets * dice.between(0.02, 0.12))
  const list: Record<string, number> = {
    assets, fixed, accdep, liab, netassets: assets - liab, fiscal, business: f.total, superior: 0, operating: 0, othinc: Math.round(salary * dice.between(0.002, 0.02)),
    expense, salary, goods, depr, capex: Math.round(fixed * dice.between(0.02, 0.06)), taxpaid: Math.round(f.total * dice.between(0.005, 0.03)),
  }
  return Object.fromEntries(Object.entries(list).map(([key, cents]) => [`fs_${key}`, money(cents)]))
}

function body(f: Figures, dice: Dice): Texts {
  const salary = Math.round(f.avg * dice.between(700, 1300))
  const fixed = Math.round((f.valDom + f.valImp) * dice.between(1.05, 1.4))
  const list: Record<string, number> = {
    assets: Math.round(fixed * 0.7) + salary, fixed, liab: Math.round(salary * 0.08), fiscal: Math.max(0, Math.round(salary * 1.5) - f.total), service: f.total,
    othinc: Math.round(salary * 0.01), expense: Math.round(salary * 1.42), salary, capex: Math.round(fixed * 0.05),
  }
  return Object.fromEntries(Object.entries(list).map(([key, cents]) => [`fg_${key}`, money(cents)]))
}
