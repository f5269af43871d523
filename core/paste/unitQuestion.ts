import { normaliseTyped, parseAmount } from '../amount.ts'
import type { Entry } from '../pack/lookup.ts'
import { narrowed, readAmount } from './read.ts'
import type { UnitQuestion } from './plan.ts'

/** A pasted figure in 万元 beside what stands there and what stood there last year. */
export interface Compared { readonly entry: Entry; readonly pasted: string; readonly old: string; readonly prior: string }

const FEWEST = 5
const [LOW, HIGH] = [3_000, 33_000]

/** Asks whether the figures are 元: at least five, and most of those that can be compared, are about 10,000 times the present value or last year's. */
export function unitQuestion(cells: readonly Compared[]): UnitQuestion | null {
  const bare = cells.filter(cell => cell.entry.item.unit === '万元' && /^[¥(-]{0,2}[\d,. ]+\)?$/.test(narrowed(cell.pasted)))
  return asked(bare, 'prior') ?? asked(bare, 'present')
}

function asked(cells: readonly Compared[], against: UnitQuestion['against']): UnitQuestion | null {
  const compared = cells.flatMap(cell => {
    const ratio = ratioOf(cell, against === 'prior' ? cell.prior : cell.old)
    return ratio === null ? [] : [{ cell, ratio }]
  })
  const hits = compared.filter(({ ratio }) => ratio >= LOW && ratio <= HIGH)
  const first = hits[0]
  if (!first || hits.length < FEWEST || hits.length * 2 < compared.length) return null
  const converted = readAmount(first.cell.pasted, { decimals: first.cell.entry.decimals, unit: '万元', yuan: true })
  return {
    items: [...new Set(hits.map(({ cell }) => cell.entry.item.key))], hits: hits.length, compared: compared.length, against,
    low: Math.min(...hits.map(h => h.ratio)), high: Math.max(...hits.map(h => h.ratio)),
    example: { from: narrowed(first.cell.pasted), to: converted.kind === 'value' ? converted.text : '' },
  }
}

function ratioOf({ entry, pasted }: Compared, base: string): number | null {
  const before = parseAmount(normaliseTyped(base), entry.decimals)
  const read = readAmount(pasted, { decimals: 6, unit: '万元', yuan: false })
  const now = read.kind === 'value' ? parseAmount(read.text, 6) : null
  if (before === null || now === null || before === 0n || now === 0n) return null
  return Math.abs(Number(now) / 1e6 / (Number(before) / 10 ** entry.decimals))
}
