const wide = /[０-９．。－，−＋]/g
const grouped = /^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$/

/** Full-width digits, point, minus and comma become ASCII, the full stop 。 that an input method gives for a point too, well placed thousands separators go, ends are trimmed; anything else stays. */
export function normaliseTyped(text: string): string {
  const ascii = text.trim().replace(wide, (c) => (c === '−' ? '-' : c === '。' ? '.' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
  return grouped.test(ascii) ? ascii.replaceAll(',', '') : numberLike(ascii) ? ascii : text.trim()
}

function numberLike(text: string): boolean {
  return /^-?[0-9]+(\.[0-9]*)?$/.test(text)
}

/** Reads a plain decimal as a scaled safe integer or, beyond it, a bigint; null when it is not plain or too long. */
export function readScaled(text: string, decimals: number): number | bigint | null {
  const negative = text.charCodeAt(0) === 45
  const start = negative ? 1 : 0
  let value = 0
  let point = -1
  for (let i = start; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit >= 0 && digit <= 9) value = value * 10 + digit
    else if (digit === -2 && point < 0 && i > start) point = i
    else return null
  }
  const whole = (point < 0 ? text.length : point) - start
  const part = point < 0 ? 0 : text.length - point - 1
  if (whole < 1 || whole > 12 || part > decimals || (point >= 0 && part === 0)) return null
  if (whole + decimals > 15) return bigScaled(text, decimals, part)
  for (let i = part; i < decimals; i++) value *= 10
  return negative && value !== 0 ? -value : value
}

function bigScaled(text: string, decimals: number, part: number): number | bigint {
  const value = BigInt(text.replace('.', '')) * 10n ** BigInt(decimals - part)
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}

/** Reads a strict plain decimal (at most 12 digits before and `decimals` after the point) as a scaled integer; null if it is not one. */
export function parseAmount(text: string, decimals: number): bigint | null {
  const value = readScaled(text, decimals)
  return value === null ? null : BigInt(value)
}

/** Prints a scaled integer: canonical `-1234.50`, or for people grouped with a true minus, `−1,234.50`. */
export function formatAmount(scaled: bigint | number, decimals: number, opts: { readonly grouped?: boolean } = {}): string {
  const negative = scaled < 0
  const digits = String(negative ? -scaled : scaled).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const whole = digits.slice(0, cut)
  const tail = decimals > 0 ? `.${digits.slice(cut)}` : ''
  if (!opts.grouped) return `${negative ? '-' : ''}${whole}${tail}`
  return `${negative ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${tail}`
}
