import { useEffect, useState } from 'react'
import { initialsOf, loadInitials } from './initials.ts'
import type { Initials } from './match.ts'

/** Pinyin initials; another function once the dictionary, fetched when first wanted, is there. */
export const useInitials = (wanted: boolean): Initials => {
  const [initials, setInitials] = useState<Initials>(() => initialsOf)
  useEffect(() => {
    if (wanted) void loadInitials().then(() => setInitials(() => (name: string) => initialsOf(name)))
  }, [wanted])
  return initials
}
