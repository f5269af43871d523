import { FormulaError } from '../formula/ast.ts'
import { expect } from '../formula/check.ts'
import { environment } from '../formula/compile.ts'
import { parseExpression } from '../formula/parse.ts'
import type { FormulaFault } from '../formula/program.ts'
import { lookup } from './lookup.ts'
import type { Balance, Pack } from './schema.ts'

/** The first balance whose total or parts are not numbers of the pack; null when all are. */
export function checkBalances(pack: Pack): FormulaFault | null {
  for (const form of pack.forms) {
    const balances = [...form.groups.map((g) => ({ id: g.key, balance: g.balance })), ...form.tables.flatMap((t) => t.footers.map((f) => ({ id: f.column, balance: f.balance })))]
    for (const { id, balance } of balances) {
      const fault = balance ? checkBalance(pack, `${form.no}表 ${id}`, balance) : null
      if (fault) return fault
    }
  }
  return null
}

function checkBalance(pack: Pack, id: string, balance: Balance): FormulaFault | null {
  for (const source of [balance.total, balance.tolerance, ...balance.parts.map((p) => (p.includes('.') ? `sum(${p})` : p))]) {
    try {
      expect(parseExpression(source), environment(lookup(pack), {}, { next: 0 }), ['num'], '合计')
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      return { where: 'item', id, field: 'balance', at: error.at, message: error.message }
    }
  }
  return null
}
