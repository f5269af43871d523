/** Beijing time of an instant, `2027-03-08 11:02:45`: one zone for the whole survey, whatever the computer says. */
export const beijing = (at: Date): string => new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ')
