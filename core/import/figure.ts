/** An exact decimal: `n` divided by ten to the power of `scale`. */
export interface Figure { readonly n: bigint; readonly scale: number }
/** A number as other programs write it, with the multiplier and percent sign that stood behind it. */
export interface WrittenFigure extends Figure { readonly power: number | null; readonly percent: boolean }

const wide = /[０-９．－，＋（）％]/g
const powers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10 }
const shape = /^([+-]?)([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE]([+-]?[0-9]{1,3}))?$/
const grouped = /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?$/

/** Whether a text stands for nothing: blank, a dash, a slash. */
export const isBlankMark = (text: string): boolean => /^(?:[-—–─－/／\\]{0,4}|无|不适用)$/.test(text.trim())

/** Reads a number with thousands separators, currency marks, brackets for negatives, 万 or 亿, and per cent; null when it is none. */
export function readFigure(typed: string): WrittenFigure | null {
  let text = typed.trim().replace(wide, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('−', '-').replace(/^[¥￥$]\s*|^(?:RMB|CNY)\s*/, '')
  const bracketed = /^\((.+)\)$/.exec(text)
  if (bracketed) text = `-${bracketed[1]}`
  const percent = text.endsWith('%')
  const tail = /^(.*?)\s*(百亿|十亿|亿|千万|百万|十万|万|千|百)?(?:元|份|人|家|张|台|个|件|项|%)?$/.exec(text)
  const body = (tail?.[1] ?? text).replace(/\s/g, '')
  const read = grouped.test(body) ? body.replaceAll(',', '') : body
  const parts = shape.exec(read)
  if (!parts) return null
  const figure = exact(parts[2] ?? '', Number(parts[3] ?? '0'))
  const power = tail?.[2] === undefined ? null : (powers[tail[2]] ?? null)
  return { n: parts[1] === '-' ? -figure.n : figure.n, scale: figure.scale, power, percent }
}

function exact(digits: string, exponent: number): Figure {
  const [whole = '', part = ''] = digits.split('.')
  const scale = part.length - exponent
  const n = BigInt(whole + part)
  return scale >= 0 ? { n, scale } : { n: n * 10n ** BigInt(-scale), scale: 0 }
}

/** The sum of two. */
export function plus(a: Figure, b: Figure): Figure {
  const scale = Math.max(a.scale, b.scale)
  return { n: a.n * 10n ** BigInt(scale - a.scale) + b.n * 10n ** BigInt(scale - b.scale), scale }
}

/** A figure times a power of ten. */
export const times = (a: Figure, power: number): Figure =>
  a.scale >= power ? { n: a.n, scale: a.scale - power } : { n: a.n * 10n ** BigInt(power - a.scale), scale: 0 }

/** The whole number of the item's smallest unit, half rounded away from zero, and whether anything was rounded off. */
export function scaledTo(a: Figure, decimals: number): { readonly scaled: bigint; readonly rounded: boolean } {
  if (a.scale <= decimals) return { scaled: a.n * 10n ** BigInt(decimals - a.scale), rounded: false }
  const divisor = 10n ** BigInt(a.scale - decimals)
  const rest = a.n % divisor
  const whole = a.n / divisor
  const up = (rest < 0n ? -rest : rest) * 2n >= divisor
  return { scaled: up ? whole + (a.n < 0n ? -1n : 1n) : whole, rounded: rest !== 0n }
}

/** A figure as plain decimal text. */
export function figureText({ n, scale }: Figure): string {
  const digits = String(n < 0n ? -n : n).padStart(scale + 1, '0')
  const cut = digits.length - scale
  const part = digits.slice(cut).replace(/0+$/, '')
  return `${n < 0n ? '-' : ''}${digits.slice(0, cut)}${part === '' ? '' : `.${part}`}`
}

/** Power of ten of a unit and what it multiplies: 万元 → 4 and 元. */
export function unitParts(unit: string): { readonly power: number; readonly base: string } {
  const parts = /^(百亿|十亿|亿|千万|百万|十万|万|千|百)?(.+)$/.exec(unit)
  return { power: parts?.[1] === undefined ? 0 : (powers[parts[1]] ?? 0), base: parts?.[2] ?? unit }
}

/** By which power of ten a figure in one unit becomes one in another; null when they measure different things. */
export function unitShift(from: string, to: string): number | null {
  const [a, b] = [unitParts(from), unitParts(to)]
  return a.base === b.base ? a.power - b.power : null
}

/** Units that a file may use for an item, its own first. */
export function unitChoices(unit: string | null): readonly string[] {
  if (unit === null) return []
  if (unit === '%') return ['%']
  const { base } = unitParts(unit)
  const all = base === '元' ? ['元', '千元', '万元', '百万元', '亿元'] : [base, `千${base}`, `万${base}`]
  return [unit, ...all.filter((one) => one !== unit)]
}
