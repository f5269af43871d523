const WORD = /[ \t\r\n]*("(?:[^"\\\u0000-\u001f]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:])/y

/** The line (from 1) on which a text stops being JSON; null where it is JSON. */
export function jsonFault(text: string): number | null {
  const lineAt = (position: number): number => text.slice(0, position).split('\n').length
  let at = 0
  const peek = (): string => {
    WORD.lastIndex = at
    return WORD.exec(text)?.[1] ?? ''
  }
  const take = (wanted: (word: string) => boolean): boolean => {
    const word = peek()
    if (word === '' || !wanted(word)) return false
    at = WORD.lastIndex
    return true
  }
  const mark = (sign: string) => take(word => word === sign)
  const pair = (): boolean => take(word => word.startsWith('"')) && mark(':') && value()
  const listed = (end: string, one: () => boolean): boolean => {
    if (mark(end)) return true
    do { if (!one()) return false } while (mark(','))
    return mark(end)
  }
  function value(): boolean {
    if (mark('{')) return listed('}', pair)
    if (mark('[')) return listed(']', value)
    return take(word => !/^[{}[\],:]$/.test(word))
  }
  const whole = value() && text.slice(at).trim() === ''
  if (whole) return null
  const rest = /\S/.exec(text.slice(at))
  return lineAt(rest ? at + rest.index : text.trimEnd().length)
}
