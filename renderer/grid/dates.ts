const two = (text: string): string => text.padStart(2, '0')

const narrow = (text: string): string => text.trim().replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** 20270308, 2027.3.8, 2027/3/8, 2027年3月8日 → 2027-03-08; anything else stays as typed. */
export const tidyDate = (typed: string): string => {
  const text = narrow(typed)
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  return found ? `${found[1]}-${two(found[2] ?? '')}-${two(found[3] ?? '')}` : typed.trim()
}

/** 202605, 2026.5, 2026年5月 → 2026-05; anything else stays as typed. */
export const tidyMonth = (typed: string): string => {
  const text = narrow(typed)
  const found = /^(\d{4})(\d{2})$/.exec(text) ?? /^(\d{4})[-./年](\d{1,2})月?$/.exec(text)
  return found ? `${found[1]}-${two(found[2] ?? '')}` : typed.trim()
}

/** 10:42:07 of an ISO time, on the clock of this computer. */
export const clockTime = (iso: string): string => {
  const at = new Date(iso)
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((n) => two(String(n))).join(':')
}

const dayOf = (at: Date): string => `${at.getFullYear()}-${two(String(at.getMonth() + 1))}-${two(String(at.getDate()))}`

/** 今天 10:41, or 03-04 16:20 for another day; `today` is the word for today. */
export const shortTime = (iso: string, now: Date, today: string): string => {
  const at = new Date(iso)
  const time = clockTime(iso).slice(0, 5)
  return dayOf(at) === dayOf(now) ? `${today} ${time}` : `${dayOf(at).slice(5)} ${time}`
}

/** Whole days from one date to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Whether a text is a real date YYYY-MM-DD. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
