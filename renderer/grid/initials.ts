type Letters = (text: string) => string

let letters: Letters | null = null
let loading: Promise<void> | null = null
const known = new Map<string, string>()

/** Fetches the pinyin dictionary once; until then nothing is found by initials. */
export const loadInitials = (): Promise<void> => {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    letters = (text) => text.split(' ').map((word) => pinyin(word, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase().replace(/[^a-z0-9]/g, '')).join(' ')
  })
  return loading
}

/** Pinyin initials of a name, word by word, worked out at first need; empty before the dictionary is there. */
export const initialsOf = (name: string): string => {
  if (!letters) return ''
  const have = known.get(name)
  if (have !== undefined) return have
  const made = letters(name)
  known.set(name, made)
  return made
}
