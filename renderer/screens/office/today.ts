import { tidyDate } from '../../grid/dates.ts'

/** The local day of an ISO time. */
export const dayOf = (iso: string): string => {
  const at = new Date(iso)
  return tidyDate(`${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`)
}

/** The day of this computer's clock, YYYY-MM-DD, some days on. */
export const today = (later = 0): string => {
  const now = new Date()
  now.setDate(now.getDate() + later)
  return tidyDate(`${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`)
}
