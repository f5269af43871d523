/** RFC 8785 canonical JSON; throws on what JSON cannot hold (undefined, NaN, lone surrogates). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') return number(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`no JSON for ${typeof value}`)
  const members = Object.entries(value).filter(([, v]) => v !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${members.map(([k, v]) => `${quote(k)}:${canonicalJson(v)}`).join(',')}}`
}

function quote(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new TypeError('lone surrogate')
  return JSON.stringify(text)
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('not a finite number')
  return JSON.stringify(value)
}

/** The text with everything XML cannot hold replaced by U+FFFD, line ends as LF. */
export function xmlSafe(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
}
