const bare = (figure: string): string => figure.replace(/^[+−-]|%$/g, '')

const figuresOf = (text: string): ReadonlySet<string> => new Set((text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map(bare))

/** A sentence whose figures stand out; those that `fact` names too take the colour of `tone`, limits in percent stay quiet. */
export const Numbers = ({ text, fact = '', tone }: { text: string; fact?: string; tone?: string }) => {
  const wrong = figuresOf(fact)
  const parts = text.split(/((?<![A-Za-z\d.])[+−-]?\d[\d,]*(?:\.\d+)?%?(?![A-Za-z\d]))/)
  const plain = (at: number): boolean => (parts[at] ?? '').endsWith('%') && /(?:超过|低于|高于|不足) ?$/.test(parts[at - 1] ?? '')
  return parts.map((part, at) => (at % 2 === 1 && !plain(at) ? <b key={at} className={wrong.has(bare(part)) ? tone : undefined}>{part}</b> : part))
}
