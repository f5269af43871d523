/** {year}, {year-1}, {year+1} … as years. */
export const yearWords = (text: string, year: number): string => text.replace(/\{year([+-]\d{1,2})?\}/g, (_, by: string | undefined) => String(year + Number(by ?? 0)))

/** `$name` by the row's words; the longest name first, an unknown one stays and is refused by the parser. */
export function withWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\$([A-Za-z_][A-Za-z0-9_]*)/g, (whole, name: string) => (Object.hasOwn(words, name) ? (words[name] ?? whole) : whole))
}
