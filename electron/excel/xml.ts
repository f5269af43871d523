const special = /[&<>]|_x(?=[0-9A-Fa-f]{4}_)/g
const codes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _x: '_x005F_x' }

/** Text as element content; `_xHHHH_` is protected as spreadsheet programs expect. */
export const escapeText = (text: string): string => text.replace(special, (found) => codes[found] ?? found)

/** Text as the content of an element that no spreadsheet program reads. */
export const escapePlain = (text: string): string => text.replace(/[&<>]/g, (found) => codes[found] ?? found)

/** Text as an attribute's value. */
export const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"\n\t]/g, (found) => ({ '"': '&quot;', '\n': '&#10;', '\t': '&#9;' })[found] ?? codes[found] ?? found)

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Element content or attribute back to text; unknown entities stay as they are. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (all, hex: string | undefined, dec: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? all
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** A cell's text: entities and `_xHHHH_` decoded. */
export function unescapeCell(text: string): string {
  const plain = unescapeXml(text)
  return plain.includes('_x') ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : plain
}

/** The text without everything from an opening to its closing; null where one never closes. */
export function without(text: string, open: string, close: string): string | null {
  let kept = ''
  let from = 0
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
    const end = text.indexOf(close, at + open.length)
    if (end < 0) return null
    kept += text.slice(from, at)
    from = end + close.length
  }
  return from === 0 ? text : kept + text.slice(from)
}

/** Attributes of a tag by their names as written; the tag's text begins with the space before the first. Linear in its length. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map([...tag.matchAll(/\s([\w:.-]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => [match[1] ?? '', unescapeXml(match[2] ?? match[3] ?? '')]))
}
