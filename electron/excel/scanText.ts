import { Refused, Unusual } from './scanError.ts'
import { unescapeCell, without } from './xml.ts'

/** Whether a tag's name ends before this character. */
export const isNameEnd = (code: number): boolean => code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9

/** The place of a tag's `>`; no attribute of ours holds one. */
export function endOfTag(xml: string, at: number): number {
  const end = xml.indexOf('>', at)
  if (end < 0) throw new Refused('xlsx-xml')
  return end
}

/** A number as a plain decimal: shortest digits that mean the same double. */
export function decimalText(raw: string): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) throw new Refused('xlsx-xml')
  const text = String(value)
  return text.includes('e') ? plainDecimal(text) : text
}

function plainDecimal(text: string): string {
  const [digits = '', power = '0'] = text.split('e')
  const negative = digits.startsWith('-')
  const [whole = '', part = ''] = digits.replace('-', '').split('.')
  const shift = Number(power)
  const all = whole + part
  const point = whole.length + shift
  const plain = point <= 0 ? `0.${'0'.repeat(-point)}${all}` : point >= all.length ? all + '0'.repeat(point - all.length) : `${all.slice(0, point)}.${all.slice(point)}`
  return negative ? `-${plain}` : plain
}

/** The text of an inline or shared string, its runs joined, readings left out. */
export function richText(inner: string): string {
  if (inner.includes('<!')) throw new Unusual()
  const xml = without(inner, '<rPh ', '</rPh>')
  if (xml === null) throw new Refused('xlsx-xml')
  let text = ''
  for (let at = xml.indexOf('<t'); at >= 0; at = xml.indexOf('<t', at + 2)) {
    if (!isNameEnd(xml.charCodeAt(at + 2))) continue
    const from = endOfTag(xml, at) + 1
    if (xml.charCodeAt(from - 2) === 47) continue
    const to = xml.indexOf('</t>', from)
    if (to < 0) throw new Refused('xlsx-xml')
    text += xml.slice(from, to)
  }
  if (text.includes('<')) throw new Unusual()
  return unescapeCell(text)
}

/** The text of a string that is one plain element. */
function onlyText(xml: string, from: number, close: number): string | null {
  const open = xml.startsWith('<t>', from) ? 3 : xml.startsWith('<t xml:space="preserve">', from) ? 24 : 0
  const to = close - 4
  return open > 0 && xml.indexOf('<', from + open) === to && xml.startsWith('</t>', to) ? unescapeCell(xml.slice(from + open, to)) : null
}

/** The shared strings; null for the fallback. */
export function scanStrings(xml: string): readonly string[] | null {
  if (xml.includes('<!') || !xml.includes('<sst')) return null
  const strings: string[] = []
  try {
    for (let at = xml.indexOf('<si'); at >= 0; at = xml.indexOf('<si', at)) {
      const end = endOfTag(xml, at)
      if (xml.charCodeAt(end - 1) === 47) { strings.push(''); at = end; continue }
      const close = xml.indexOf('</si>', end)
      if (close < 0) return null
      strings.push(onlyText(xml, end + 1, close) ?? richText(xml.slice(end + 1, close)))
      at = close
    }
    return strings
  } catch { return null }
}
