/** Beijing time of an instant, `2027-03-08 11:02:45`: one zone for the whole survey, whatever the computer says. */
export const beijing = (at: Date): string => new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ')

/** The 业务日期 of a unit under a 「示例」 pack until one is chosen (D1). */
const SAMPLE_TODAY = '2027-03-10'

/** The day of an audit: the chosen day under a 「示例」 pack, else the day in Beijing. */
export const dayFor = (now: Date, of: { readonly sample: boolean; readonly chosen: string | null }): string =>
  of.sample ? (of.chosen ?? SAMPLE_TODAY) : beijing(now).slice(0, 10)
