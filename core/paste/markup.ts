/** A tag of HTML and the raw text after it. */
export interface Tag { readonly name: string; readonly close: boolean; readonly after: string; readonly attribute: (name: string) => string | null }

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00a0', ensp: ' ', emsp: ' ', yen: '¥', mdash: '—', ndash: '–', minus: '−', times: '×', permil: '‰', hellip: '…', ldquo: '“', rdquo: '”', middot: '·' }

/** Text with its character references replaced; unknown ones stay. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })

/** The tags of HTML in order; comments, declarations, scripts, styles and what Excel adds for misaligned columns are passed over. Never fails. */
export function tagsOf(html: string): readonly Tag[] {
  const tags: Tag[] = []
  let at = html.indexOf('<')
  while (at >= 0 && at < html.length) {
    const skipped = passedOver(html, at)
    const end = skipped ?? tagEnd(html, at)
    const next = nextTag(html, end)
    const body = html.slice(at + 1, end - 1)
    const name = /^\/?([a-zA-Z][a-zA-Z0-9:]*)/.exec(body)?.[1]
    tags.push({ name: skipped === null ? (name ?? '').toLowerCase() : '', close: body.startsWith('/'), after: html.slice(end, next), attribute: wanted => attributeOf(body, wanted) })
    at = next
  }
  return tags
}

/** The next `<` that opens a tag, comment or declaration. */
function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) if (/[a-zA-Z/!?]/.test(html[at + 1] ?? '')) return at
  return html.length
}

function passedOver(html: string, at: number): number | null {
  const after = (mark: string, from: number): number => {
    const found = html.indexOf(mark, from)
    return found < 0 ? html.length : found + mark.length
  }
  if (html.startsWith('<!--', at)) return after('-->', at + 4)
  if (/^<!\[if\s+supportMisalignedColumns/i.test(html.slice(at, at + 40))) return after('<![endif]>', at)
  if (html[at + 1] === '!' || html[at + 1] === '?') return after('>', at)
  const raw = /^<(style|script)\b/i.exec(html.slice(at, at + 10))?.[1]
  if (raw === undefined) return null
  const close = html.slice(at).search(new RegExp(`</${raw}\\s*>`, 'i'))
  return close < 0 ? html.length : after('>', at + close)
}

/** Behind the `>` of a tag; one in quotes does not count. */
function tagEnd(html: string, at: number): number {
  let quote = ''
  for (let i = at + 1; i < html.length; i++) {
    const c = html[i] ?? ''
    if (quote !== '') quote = c === quote ? '' : quote
    else if (c === '>') return i + 1
    else if ((c === '"' || c === '\'') && html[i - 1] === '=') quote = c
  }
  return html.length
}

function attributeOf(body: string, wanted: string): string | null {
  for (const [, name, double, single, bare] of body.matchAll(/([a-zA-Z][a-zA-Z0-9:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    if (name?.toLowerCase() === wanted) return decoded(double ?? single ?? bare ?? '')
  }
  return null
}
