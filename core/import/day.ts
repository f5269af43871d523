const pad = (part: string | undefined): string => (part ?? '').padStart(2, '0')
const separated = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月?)?(?:[T\s].*)?$/

/** A day as other programs write it (2026/3/1, 2026年3月1日, 20260301) as ISO; null when it is none. */
export function dayText(text: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim()) ?? separated.exec(text.trim())
  return parts?.[3] === undefined ? null : `${parts[1]}-${pad(parts[2])}-${pad(parts[3])}`
}

/** A month, or the month of a day, as `2026-03`; null when it is none. */
export function monthText(text: string): string | null {
  const parts = /^(\d{4})(\d{2})(?:\d{2})?$/.exec(text.trim()) ?? separated.exec(text.trim())
  return parts ? `${parts[1]}-${pad(parts[2])}` : null
}
