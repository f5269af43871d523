import { usccCheck } from '../../core/identity/uscc.ts'
import type { Answer } from '../../core/contract.ts'
import type { Ledger } from '../../electron/ledger/ledger.ts'
import { Clerk, good } from './desk.ts'
import type { LedgerMaker } from './ledger.ts'
import { writeForeignBook } from './foreign.ts'
import { join } from 'node:path'

/** A made-up credit code with its right check character. */
export function madeUpCode(n: number): string {
  const first = `9150010600${String(n).padStart(7, '0')}`
  return `${first}${usccCheck(first) ?? ''}`
}
/** A made-up unit of a district. */
export const madeUpUnit = (n: number): string => `${madeUpCode(n)}-00`

/** A reviewer at a desk of their own over a ledger on whichever database: the real handlers. */
export class Office extends Clerk {
  async opens(make: LedgerMaker, more: { region?: string; pack?: string; bureau?: string } = {}): Promise<Answer<'ledger.create'>> {
    return this.asks('ledger.create', { place: await make.place(), region: '500106', bureau: '沙坪坝示例局', pack: 'annual-2026', ...more })
  }

  async ledger(): Promise<Ledger> {
    return good(await this.engine.desk.ledger())
  }

  /** Takes a register of made-up units in. */
  async registers(count: number, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
    const head = ['统一社会信用代码', '机构名称', '区县', '联系人', '电话', ...Object.keys(more)]
    const rows = Array.from({ length: count }, (_, n) => [madeUpCode(n), `沙坪坝示例检测${n}有限公司`, '500106', `示例${n}`, `023-000${n}`, ...Object.values(more)])
    const path = writeForeignBook(join(this.folder, 'register.xlsx'), { 名录: [head, ...rows] })
    await this.asks('register.import', { path, effective: '2027-01-11', reason: '' })
    return rows.map((_, n) => madeUpUnit(n))
  }
}
