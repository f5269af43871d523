import { formatAmount } from '../amount.ts'
import { round, type Num, type Ratio } from '../formula/number.ts'
import type { FigureFormat } from './expand.ts'

const places = 12

/** The value as a plain decimal: whole where it ends within 12 places, else rounded to them. */
export function exactText(value: Ratio): string {
  const text = formatAmount(round(value, places), places)
  return text.replace(/\.?0+$/, '')
}

/** The printed figure without sign words, separators or suffix: what a program reads. */
export function plainText(value: Ratio, format: Pick<FigureFormat, 'decimals' | 'trim'>): string {
  return trimmed(formatAmount(round(value, format.decimals), format.decimals), format)
}

/** The printed figure. Here and nowhere else it is rounded, half up and away from zero. */
export function figureText(value: Ratio, format: FigureFormat): string {
  const scaled = round(value, format.decimals)
  const word = format.words?.[plainText(value, format)]
  if (word !== undefined) return word
  const digits = trimmed(formatAmount(magnitude(scaled), format.decimals, { grouped: format.grouped }), format)
  const sign = scaled < 0 ? '−' : format.signed && scaled > 0 ? '+' : ''
  return `${sign}${digits}${format.suffix}`
}

const magnitude = (n: Num): Num => (n < 0 ? -n : n)
const trimmed = (text: string, { trim }: { readonly trim: boolean }): string => (trim && text.includes('.') ? text.replace(/\.?0+$/, '') : text)
