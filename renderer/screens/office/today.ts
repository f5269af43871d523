import { tidyDate } from '../../grid/dates.ts'

/** The day of this computer's clock, YYYY-MM-DD, some days on. */
export const today = (later = 0): string => {
  const now = new Date()
  now.setDate(now.getDate() + later)
  return tidyDate(`${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`)
}
