/** One line of a code list. */
export interface Option { readonly code: string; readonly name: string }
/** Why an option was found, best first. */
export type Reason = 'code' | 'name' | 'initials' | 'inside'
export interface Match { readonly option: Option; readonly reason: Reason; readonly at: number }
/** Pinyin initials of a name, in small letters; empty while the dictionary is not loaded. */
export type Initials = (name: string) => string

const reasons: readonly Reason[] = ['code', 'name', 'initials', 'inside']

/** Where letters stand among initials, in one word of a name or across its words; at the start of a word counts as a start. */
const lettersAt = (all: string, query: string): { readonly at: number; readonly start: boolean } | null => {
  const at = all.indexOf(query)
  if (at >= 0) return { at, start: at === 0 || all[at - 1] === ' ' }
  const across = all.replaceAll(' ', '').indexOf(query)
  return across < 0 ? null : { at: across, start: across === 0 }
}

const reasonOf = (option: Option, query: string, initials: Initials): Match | null => {
  if (option.code.toLowerCase().startsWith(query)) return { option, reason: 'code', at: 0 }
  const name = option.name.toLowerCase().indexOf(query)
  if (name >= 0) return { option, reason: 'name', at: name }
  if (!/^[a-z]+$/.test(query)) return null
  const letters = lettersAt(initials(option.name), query)
  return letters && { option, reason: letters.start ? 'initials' : 'inside', at: letters.at }
}

/** What a typed text finds in a list: by code, part of the name, pinyin initials; everything when nothing is typed. */
export const matchOptions = (options: readonly Option[], typed: string, initials: Initials, limit = 200): readonly Match[] => {
  const query = typed.trim().toLowerCase()
  if (query === '') return options.slice(0, limit).map((option) => ({ option, reason: 'code', at: 0 }))
  const found = options.map((option) => reasonOf(option, query, initials)).filter((m) => m !== null)
  const exact = found.filter((m) => m.option.code.toLowerCase() === query)
  return [...exact, ...reasons.flatMap((reason) => found.filter((m) => m.reason === reason && !exact.includes(m)))].slice(0, limit)
}

/** How a code is written out: 03 环境监测. */
export const optionText = ({ code, name }: Option): string => `${code} ${name}`

/** The code a typed text means, or null when it is not clear: the text is then kept as typed. */
export const codeMeant = (options: readonly Option[], typed: string, initials: Initials): string | null => {
  const text = typed.trim()
  if (text === '') return ''
  const exact = options.find((o) => o.code === text || o.name === text || optionText(o) === text)
  if (exact) return exact.code
  if (/^\d+$/.test(text)) return null
  const found = matchOptions(options, text, initials, 2)
  return found.length === 1 ? (found[0]?.option.code ?? null) : null
}
